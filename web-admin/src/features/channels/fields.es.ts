/** Words for what is filled in, by kind and by the names of the contract. `ANY` serves every kind that has none of its own. */
export default {
  ANY: {
    appSecret: { label: 'Clave secreta de la app', help: 'En Meta for Developers, dentro de tu app: Configuración → Básica → «Clave secreta de la app» → Mostrar. Con ella sabemos que lo que llega es de Meta.', placeholder: '32 letras y números' },
    accessToken: { label: 'Clave de acceso', help: 'El «token» largo que creaste en Meta. Pégalo entero.', placeholder: 'EAAG…' },
    appId: { label: 'Identificador de la app', help: 'En Meta for Developers, dentro de tu app: Configuración → Básica → «Identificador de la app». Solo cifras; no es el de la página ni el de la cuenta.', placeholder: '1517776481860111' },
  },
  WHATSAPP: {
    phone: { label: 'Número de WhatsApp', help: 'El que tus clientes ven, con + y el código del país.', placeholder: '+18095550001' },
    phoneNumberId: { label: 'Identificador del número', help: 'En Meta for Developers: tu app → WhatsApp → Configuración de la API. Es el «Identificador de número de teléfono», solo cifras; no es el número.', placeholder: '106540352242922' },
    wabaId: { label: 'Identificador de la cuenta de WhatsApp Business', help: 'En la misma página, justo al lado: «Identificador de la cuenta de WhatsApp Business».', placeholder: '102290129340398' },
    accessToken: { label: 'Clave de acceso permanente', help: 'En business.facebook.com: Configuración → Usuarios del sistema → elige o crea uno → Generar token, sin vencimiento, con los permisos whatsapp_business_messaging y whatsapp_business_management. La clave temporal de 24 horas no sirve.', placeholder: 'EAAG…' },
  },
  MESSENGER: {
    pageId: { label: 'Identificador de la página', help: 'En tu página de Facebook: Información → Transparencia de la página → «Identificador de la página». Solo cifras.', placeholder: '104285711234567' },
    accessToken: { label: 'Clave de acceso de la página', help: 'En Meta for Developers: tu app → Messenger → Configuración de la API → agrega tu página y pulsa «Generar».', placeholder: 'EAAG…' },
  },
  INSTAGRAM: {
    instagramId: { label: 'Identificador de la cuenta de Instagram', help: 'En Meta for Developers: tu app → Instagram → Configuración de la API con inicio de sesión de Instagram. Está al lado del nombre de tu cuenta; solo cifras.', placeholder: '17841400008460056' },
    appSecret: { label: 'Clave secreta de la app de Instagram', help: 'En Meta for Developers: tu app → Instagram → Configuración de la API con inicio de sesión de Instagram → «Clave secreta de la app de Instagram» → Mostrar.', placeholder: '32 letras y números' },
    accessToken: { label: 'Clave de acceso de Instagram', help: 'En la misma página, pulsa «Generar token» al lado de tu cuenta e inicia sesión con ella.', placeholder: 'IGAA…' },
  },
  TELEGRAM: {
    botToken: { label: 'Clave del bot', help: 'En Telegram, escribe a {\'@\'}BotFather y envía /newbot, o /mybots si ya tienes uno. Copia la clave que te da, con los dos puntos.', placeholder: '123456789:AAE…' },
    botUsername: { label: 'Usuario del bot', help: 'Sin la {\'@\'}. Si lo dejas vacío, lo preguntamos a Telegram.', placeholder: 'tienda_bot' },
  },
  SMS: {
    accountSid: { label: 'Account SID', help: 'En console.twilio.com, en la página de inicio, bajo «Account Info».', placeholder: 'AC…' },
    authToken: { label: 'Auth Token', help: 'En el mismo lugar: pulsa «Show» y cópialo.', placeholder: '32 letras y números' },
    from: { label: 'Número que envía', help: 'Un número de tu cuenta de Twilio, con + y código del país. Déjalo vacío si usas un servicio de mensajería.', placeholder: '+18095550001' },
    messagingServiceSid: { label: 'Servicio de mensajería', help: 'En Twilio: Messaging → Services. Llena este o el número.', placeholder: 'MG…' },
    mms: { label: 'Enviar imágenes y archivos (MMS)', help: 'Solo si tu número lo permite; suele ser así en Estados Unidos y Canadá.', choice: { yes: 'Sí', no: 'No' } },
  },
  EMAIL: {
    address: { label: 'Dirección de correo', help: 'A la que escriben tus clientes.', placeholder: 'ayuda{\'@\'}ejemplo.com' },
    displayName: { label: 'Nombre que ven', help: 'El que aparece al lado de la dirección.', placeholder: 'Tienda Ejemplo' },
    imapHost: { label: 'Servidor para recibir (IMAP)', help: 'Está en la ayuda de tu proveedor de correo, como «servidor de correo entrante».', placeholder: 'imap.ejemplo.com' },
    imapPort: { label: 'Puerto para recibir', help: 'Casi siempre 993.', placeholder: '993' },
    imapUser: { label: 'Usuario para recibir', help: 'Casi siempre es la dirección completa.', placeholder: 'ayuda{\'@\'}ejemplo.com' },
    imapPassword: { label: 'Contraseña para recibir', help: 'Si tu correo pide dos pasos, crea una «contraseña de aplicación» en los ajustes de seguridad y usa esa.' },
    mailbox: { label: 'Carpeta', help: 'La que se lee. INBOX es la de entrada.', placeholder: 'INBOX' },
    smtpHost: { label: 'Servidor para enviar (SMTP)', help: 'En la ayuda de tu proveedor, como «servidor de correo saliente».', placeholder: 'smtp.ejemplo.com' },
    smtpPort: { label: 'Puerto para enviar', help: 'Casi siempre 465, o 587.', placeholder: '465' },
    smtpUser: { label: 'Usuario para enviar', help: 'Vacío: el mismo que para recibir.', placeholder: 'ayuda{\'@\'}ejemplo.com' },
    smtpPassword: { label: 'Contraseña para enviar', help: 'Vacía: la misma que para recibir.' },
    authservId: { label: 'Nombre del servidor que verifica remitentes', help: 'El que aparece al principio de «Authentication-Results» en un correo recibido. Sin él, ninguna dirección se da por comprobada.', placeholder: 'mx.ejemplo.com' },
    returnAddress: { label: 'Dirección de devolución', help: 'Firmada: cada devolución se asocia con su mensaje. No todos los servidores la aceptan.', choice: { PLAIN: 'La de siempre', SIGNED: 'Firmada por mensaje' } },
  },
}
