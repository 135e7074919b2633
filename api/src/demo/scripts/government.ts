import type { Script } from '../script.ts'

export const governmentScripts: Script[] = [
  {
    about: 'renovación de licencia de operación',
    amount: [2_500, 9_500, 500],
    play: `
      > licences
      > person
      client: {greet}. Se me vence la licencia de {la cafetería|el salón|el taller|la farmacia} este mes. ¿Qué debo hacer?
      agent: {greet}, le atiende {agent}, de la Dirección de Licencias y Certificaciones. Puede renovarla en línea hasta el día del vencimiento. ¿A nombre de quién está?
      client: {name}.
      agent: Gracias, {title}. Su expediente es el {ref} y no tiene multas. Necesita la certificación de bomberos vigente y el pago de la tasa de {amount}.
      client: La de bomberos la tengo. ¿Dónde pago?
      agent: En línea con tarjeta o en cualquier sucursal bancaria con el volante. Le envié el volante a {email}.
      client: {Ya lo recibí, gracias.|Lo tengo. Gracias.}
      note: Renovación {ref}. Volante enviado. Falta cargar certificación de bomberos.
      agent: Una vez cargue la certificación, la licencia sale en cinco días laborables, a más tardar el {date}.
      close
    `,
  },
  {
    about: 'estado de solicitud',
    play: `
      > status
      > person
      client: {greet}, mi solicitud lleva {dos semanas|doce días|casi un mes} «en revisión». ¿Falta algo?
      agent: {greet}. Soy {agent}. Permítame verificar. ¿Me indica el número de solicitud?
      client: {ref}
      agent: Gracias. Está a nombre de {name}, ¿correcto?
      client: Sí, {correcto|así es}.
      note: Expediente detenido en Legal por copia ilegible de la cédula. Avisado el solicitante.
      agent: {title}, la copia de la cédula quedó poco legible y por eso se detuvo. Puede volver a cargarla en el portal, en «Mis solicitudes».
      client: Nadie me avisó. {La subo ahora mismo.|Ahora la cargo.}
      agent: Le pido disculpas: el aviso llegó a un correo anterior. Ya actualicé su correo a {email}.
      client: Listo, ya la cargué.
      agent: Recibida y legible. El expediente pasa a firma y estará listo el {date}.
      client: {Gracias por la orientación.|Muchas gracias.}
      close
    `,
  },
  {
    about: 'certificación con apostilla',
    play: `
      > certificates
      > person
      client: Necesito una certificación de {estatus profesional|registro} para usarla en {España|Estados Unidos|Canadá}. ¿Ustedes la apostillan?
      agent: {greet}, le atiende {agent}. Nosotros emitimos la certificación; la apostilla la hace el ministerio correspondiente. Como la nuestra lleva firma digital, el trámite se hace en línea.
      client: ¿Cuánto tarda?
      agent: La certificación, tres días laborables. ¿Me indica su nombre para abrir la solicitud?
      client: {name}.
      agent: Gracias, {title}. Solicitud {ref} abierta; le envié el enlace de pago a {email}. La tasa es de RD$ 800.00.
      client: {Ya pagué.|Pagada.}
      agent: Confirmado. La recibirá en su correo el {date} con un código para verificar su validez.
      client: {Excelente, muchas gracias.|Qué fácil, gracias.}
      close
    `,
  },
  {
    about: 'pago no reflejado',
    amount: [800, 6_500, 100],
    play: `
      > payments
      > person
      client: Pagué {amount} {ayer|el viernes|hace tres días} en el banco y el sistema me dice «pendiente de pago».
      agent: {greet}. Le atiende {agent}. Los pagos en ventanilla se reflejan en 24 horas laborables. ¿Me facilita el número de solicitud?
      client: {ref}. Tengo el comprobante.
      agent: Gracias. ¿La solicitud está a su nombre?
      client: Sí, {name}.
      note: Pago recibido por Tesorería sin conciliar. Aplicado a mano a la solicitud {ref}.
      agent: {title}, ya lo localicé con Tesorería y lo apliqué. Si actualiza la página verá la solicitud como «pagada».
      client: {Sí, ya aparece.|Correcto, ya salió.} Gracias.
      agent: A usted. Su documento estará disponible el {date}.
      close
    `,
  },
  {
    about: 'cita presencial',
    play: `
      > person
      client: {greet}, ¿necesito cita para {entregar unos documentos|la toma de foto del carné|una inspección}?
      agent: {greet}, soy {agent}. Sí, así no tiene que hacer fila. ¿En qué oficina prefiere?
      client: En {place}.
      agent: Tengo espacio el {date} a las {time}. ¿A nombre de quién?
      client: {name}.
      agent: Cita confirmada, {title}, con el código {ref}. Lleve su cédula original.
      client: {¿Hay acceso para silla de ruedas?|¿Hay parqueo?}
      agent: Sí. Hay {rampa y ventanilla preferencial|parqueo para visitantes y ventanilla preferencial} en la planta baja.
      client: {Muchas gracias.|Perfecto, gracias.}
      close
    `,
  },
  {
    about: 'carné profesional',
    play: `
      > licences
      > person
      client: Perdí mi carné profesional. ¿Cómo saco un duplicado?
      agent: {greet}. Le atiende {agent}. Puede pedirlo en línea: necesita una declaración de pérdida y pagar RD$ 600.00. ¿Su nombre, por favor?
      client: {name}.
      agent: Gracias, {title}. Veo su registro activo. La declaración de pérdida la hace en el mismo formulario, no tiene que ir al destacamento.
      client: {¡Qué bueno!|Ah, mucho mejor.} ¿Cuándo lo puedo retirar?
      agent: El {date} en {place}, o se lo enviamos a su casa por RD$ 250.00.
      client: {Envíenmelo, por favor.|Prefiero retirarlo.}
      agent: Anotado. Su solicitud es la {ref}.
      close
    `,
  },
  {
    about: 'reclamación por inspección',
    play: `
      > person
      client: Quiero hacer una reclamación. El inspector vino {sin identificarse|fuera del horario} y levantó un acta con la que no estoy de acuerdo.
      agent: {greet}. Soy {agent}. Lamento lo ocurrido; tiene usted derecho a reclamar. ¿Me indica el número del acta y su nombre?
      client: Acta {ref}, {name}.
      assign
      agent: {title}, le atiende {agent}, de Reclamaciones. Registré su caso y lo remití a la Unidad de Inspección. Tiene diez días laborables para presentar un escrito con sus pruebas.
      client: Tengo {el video de la cámara|fotos y dos testigos}.
      agent: Puede cargarlo en el portal, en «Reclamaciones». La respuesta se le notifica en un máximo de 15 días laborables.
      note: Caso sensible. Copia a la supervisora y a Integridad Institucional.
      client: {Está bien. Espero respuesta.|Gracias por escucharme.}
      agent: Le daremos seguimiento. Su constancia fue enviada a {email}.
      close
    `,
  },
  {
    about: 'requisitos para abrir negocio',
    play: `
      > licences
      > person
      client: {greet}. Voy a abrir {un colmado|una barbería|un gimnasio|una guardería} en {place}. ¿Por dónde empiezo?
      agent: {greet}, le saluda {agent}. ¡Felicidades por el proyecto! Necesita tres cosas: registro mercantil, uso de suelo del ayuntamiento y la licencia de operación, que damos nosotros.
      client: El registro ya lo tengo.
      agent: Excelente. ¿Su nombre, para enviarle la guía y el formulario?
      client: {name}, {email}.
      agent: Enviado, {title}. La licencia nueva tarda 15 días laborables e incluye una visita de inspección.
      client: ¿Puedo trabajar mientras tanto?
      agent: Con la constancia de solicitud puede operar de forma provisional hasta 30 días. Su solicitud es la {ref}.
      client: {Muy claro. Gracias.|Gracias, me ayudó mucho.}
      close
    `,
  },
  {
    about: 'cambio de titular',
    play: `
      > licences
      > person
      client: Compré un negocio y quiero poner la licencia a mi nombre. ¿Se puede?
      agent: {greet}. Le atiende {agent}. Sí, es un cambio de titular. Necesita el contrato de compra notariado y las cédulas de ambas partes. ¿Su nombre?
      client: {name}.
      agent: Gracias, {title}. ¿La licencia actual está vigente?
      client: {Vence en marzo.|Sí, hasta el año que viene.}
      agent: Entonces se conserva el mismo vencimiento. El trámite cuesta RD$ 1,500.00 y tarda siete días laborables. Le abrí la solicitud {ref}.
      client: {Mañana cargo los documentos.|Ya los estoy cargando.} Gracias.
      close
    `,
  },
  {
    about: 'verificar un documento',
    play: `
      > certificates
      > person
      client: Me entregaron una certificación y quiero saber si es auténtica.
      agent: {greet}, soy {agent}. Puede verificarla con el código que aparece debajo del sello, en «Verificar documento». Si gusta, la reviso yo.
      client: El código es {ref}.
      agent: Es auténtica: la emitimos hace {dos|tres|seis} meses y sigue vigente.
      client: {Perfecto, era para contratar a una persona.|Muchas gracias, era para una licitación.}
      agent: Con gusto. Recuerde que la verificación es gratuita y está disponible las 24 horas.
      close
    `,
  },
  {
    about: 'corrección de nombre',
    play: `
      > certificates
      > person
      client: Mi certificación salió con el apellido mal escrito.
      agent: {greet}. Le atiende {agent}. Le ofrezco disculpas. ¿Cómo debe decir y cuál es el número del documento?
      client: Debe decir {name}. El documento es {ref}.
      note: Error de digitación nuestro. Reemitir sin costo.
      agent: Gracias, {title}. El error fue nuestro: la reemitimos sin costo y le llega hoy a {email}.
      client: ¿La anterior sigue sirviendo?
      agent: No, queda anulada; use solo la nueva.
      client: {Ya la recibí. Gracias por la rapidez.|Recibida, todo bien.}
      close
    `,
  },
  {
    about: 'encuesta y sugerencia',
    play: `
      > person
      client: {greet}. Quería felicitar a la muchacha que me atendió {ayer|el miércoles} en {place}, fue muy amable.
      agent: {greet}. ¡Qué gusto leerle! Le atiende {agent}. ¿Recuerda el nombre o el número de ventanilla?
      client: La ventanilla {3|5|7|8}. {Resolví en quince minutos.|Salí rapidísimo.}
      agent: Muchas gracias. Se lo haremos llegar a ella y a su supervisora. ¿A nombre de quién registro la felicitación?
      client: {name}.
      agent: Registrada con el número {ref}, {title}. ¿Algo en lo que podamos mejorar?
      client: {Más sillas en la sala de espera.|Que pongan los requisitos más claros en la página.}
      agent: Tomado en cuenta. ¡Que tenga excelente día!
      close
    `,
  },
  {
    about: 'certificaciones (bot)',
    play: `
      > certificates
      > menu
      > payments
    `,
  },
  {
    about: 'estado (bot)',
    play: `
      client: {Buenas|Hola|Saludos}
      > status
      client: {gracias|Ok, lo busco en el portal}
    `,
  },
  {
    about: 'horario (bot)',
    play: `
      client: {¿Cuál es el horario?|¿A qué hora abren?|¿Qué horario tienen los viernes?}
      > menu
      > licences
    `,
  },
  {
    about: 'licence for a foreign investor',
    language: 'EN',
    play: `
      > licences
      > person
      client: {greet}. I am opening a small {hotel|restaurant|diving school} in {Samaná|Bayahíbe|Cabarete}. Do foreigners need anything special?
      agent: {greet}, this is {agent}. The requirements are the same: commercial registration, land-use permit and our operating licence. Foreigners add a copy of the residency card.
      client: Can I do it online? My Spanish is not great. My name is {name}.
      agent: Yes, {title}. The form is in Spanish and English. I have sent you the guide to {email}; your application is {ref}.
      client: Wonderful, thank you for your help.
      close
    `,
  },
  {
    about: 'status of an application',
    language: 'EN',
    play: `
      > status
      > person
      client: Could you check application {ref}? I paid the fee last week.
      agent: {greet}, I am {agent}. May I have the name on the application?
      client: {name}
      agent: Thank you, {title}. The payment is there and the document is waiting for a signature. You will have it by {date}.
      client: Good to know. Thanks!
      close
    `,
  },
]
