import findingTexts from './findings/texts.es.ts'

export default {
  title: 'Estudio de flujos', unchosen: 'por elegir', removed: 'Pasos eliminados: {n}',
  kind: {
    SAY: 'Decir', MENU: 'Menú', ASK: 'Preguntar', ANSWER: 'Responder con Q&A', SURVEY: 'Encuesta', BRANCH: 'Condición', SET: 'Guardar valor', SUB_FLOW: 'Subflujo', JUMP: 'Saltar', WAIT: 'Esperar', END: 'Terminar',
    CALL: 'Llamar sistema', LOOK_UP: 'Buscar en tabla', VERIFY: 'Verificar', APPOINTMENT: 'Cita', PAYMENT: 'Cobro', HAND_OFF: 'Pasar a persona', REQUEST: 'Abrir solicitud', TAG: 'Etiquetar',
  },
  kindHelp: {
    SAY: 'Texto, imagen, tarjeta o ubicación', MENU: 'Botones o lista para elegir', ASK: 'Pide un dato y lo valida', ANSWER: 'De preguntas y documentos', SURVEY: 'CSAT, NPS o tus preguntas', BRANCH: 'Sigue según lo que se cumpla',
    SET: 'En una variable o el contacto', SUB_FLOW: 'Hace otro flujo y regresa', JUMP: 'A otro paso o flujo', WAIT: 'Un tiempo o un evento', END: 'Cierra este camino', CALL: 'Consulta o envía por un conector',
    LOOK_UP: 'Una fila de una tabla de datos', VERIFY: 'Código o datos conocidos', APPOINTMENT: 'Buscar, reservar, mover, cancelar', PAYMENT: 'Enlace de pago', HAND_OFF: 'A la cola de agentes', REQUEST: 'Un caso que alguien atiende', TAG: 'A la conversación',
  },
  kindWords: {
    SAY: 'mensaje texto', MENU: 'opciones botones', ASK: 'entrada dato cédula', ANSWER: 'faq conocimiento', SURVEY: 'satisfacción', BRANCH: 'si regla dividir', SET: 'asignar variable', SUB_FLOW: 'llamar flujo', JUMP: 'ir a', WAIT: 'pausa',
    END: 'fin', CALL: 'api http conector', LOOK_UP: 'datos', VERIFY: 'otp código', APPOINTMENT: 'agenda turno', PAYMENT: 'pago', HAND_OFF: 'agente humano', REQUEST: 'ticket caso reclamo', TAG: 'etiqueta',
  },
  group: { TALK: 'Conversar', LOGIC: 'Lógica', SYSTEMS: 'Sistemas', PEOPLE: 'Personas' },
  empty: {
    SAY: 'Todavía no dice nada', MENU: 'Sin texto todavía', ASK: 'Sin pregunta todavía', ANSWER: 'Responde lo que preguntó', SURVEY: 'Sin preguntas todavía', BRANCH: 'Sin reglas todavía', SET: 'No guarda nada todavía', SUB_FLOW: 'Elige un flujo',
    JUMP: 'Elige adónde', WAIT: 'Elige cuánto', END: 'Termina aquí', CALL: 'Elige un conector', LOOK_UP: 'Elige una tabla', VERIFY: 'Elige cómo', APPOINTMENT: 'Elige qué hacer', PAYMENT: 'Sin monto todavía', HAND_OFF: 'A cualquier agente',
    REQUEST: 'Elige el tipo de solicitud', TAG: 'Sin etiquetas todavía',
  },
  exit: {
    done: 'Sigue', failed: 'Falló', chosen: 'Elemento elegido', answered: 'Respondió', unanswered: 'Sin respuesta', otherwise: 'Si no', found: 'Encontrado', missing: 'No está', verified: 'Verificado', happened: 'Ocurrió', elapsed: 'Pasó el tiempo',
    written: 'Si escribe', returned: 'Al devolverla', skipped: 'No quiso', paid: 'Pagado', expired: 'Venció',
  },
  saying: {
    TEXT: 'Texto', MEDIA: 'Archivo', CARD: 'Tarjeta', LOCATION: 'Ubicación', text: 'Texto', type: 'Tipo', address: 'Dirección del archivo', addressHelp: 'Una dirección https que cualquiera pueda abrir; admite variables. Se descarga cuando el bot la muestra.', caption: 'Pie',
    buttons: 'Botones', button: 'Botón {n}', addButton: 'Agregar botón', buttonBegins: 'Empieza el flujo con el disparador «Opción de menú»',
    title: 'Título', subtitle: 'Texto', image: 'Imagen', link: 'Enlace', linkTitle: 'Texto del enlace', latitude: 'Latitud', longitude: 'Longitud', placeName: 'Nombre del lugar', placeAddress: 'Dirección',
  },
  file: {
    upload: 'Subir archivo', other: 'Subir otro', choose: 'Elegir un archivo', byAddress: 'Usar una dirección', borrowed: 'Se muestra el mismo que en {language}.',
    limits: { IMAGE: 'PNG, JPEG, WebP o GIF, hasta 10 MB.', VIDEO: 'MP4, MOV o WebM, hasta 10 MB.', AUDIO: 'MP3, M4A, OGG o WAV, hasta 10 MB.', FILE: 'PDF, Word, Excel, PowerPoint u OpenDocument, hasta 10 MB.' },
    problem: {
      type: 'Ese archivo no sirve aquí. {limits}', tooLarge: 'El archivo pesa demasiado. {limits}', tooManyPixels: 'La imagen es demasiado grande. Achícala y súbela otra vez.', full: 'No queda espacio para más archivos en tu cuenta.',
      busy: 'Se están subiendo muchos archivos. Inténtalo de nuevo en un momento.', failed: 'No se pudo subir. Inténtalo de nuevo.',
    },
  },
  media: { IMAGE: 'Imagen', VIDEO: 'Video', AUDIO: 'Audio', FILE: 'Documento' },
  answer: {
    TEXT: 'Texto', CHOICE: 'Opción', YES_NO: 'Sí o no', NUMBER: 'Número', MONEY: 'Monto', DATE: 'Fecha', TIME: 'Hora', CEDULA: 'Cédula', RNC: 'RNC', DOCUMENT: 'Cédula o RNC', PHONE: 'Teléfono', EMAIL: 'Correo', FILE: 'Archivo', LOCATION: 'Ubicación', ENTITY: 'Entidad de ELENA',
  },
  answerHelp: {
    TEXT: 'Cualquier texto', CHOICE: 'Una de varias, con botones', YES_NO: 'Entiende «sí», «claro», «no»…', NUMBER: 'Con mínimo y máximo', MONEY: 'Con su moneda', DATE: 'Entiende «mañana», «el 15»…', TIME: 'Entiende «3 de la tarde»…',
    CEDULA: 'Con dígito verificador', RNC: 'Con dígito verificador', DOCUMENT: 'Cualquiera de los dos', PHONE: 'Dominicano o internacional', EMAIL: 'Un correo válido', FILE: 'Imagen o documento', LOCATION: 'Un punto en el mapa', ENTITY: 'Lo que ELENA reconoce',
  },
  answerName: { TEXT: 'respuesta', CHOICE: 'opcion', YES_NO: 'confirma', NUMBER: 'cantidad', MONEY: 'monto', DATE: 'fecha', TIME: 'hora', CEDULA: 'cedula', RNC: 'rnc', DOCUMENT: 'documento', PHONE: 'telefono', EMAIL: 'correo', FILE: 'archivo', LOCATION: 'ubicacion', ENTITY: 'dato' },
  format: { money: '{name}, como dinero', number: '{name}, con comas', mask: '{name}, casi oculto', document: '{name}, como cédula o RNC' },
  formatLike: { money: 'RD$ 1,234.50', number: '1,234.5', mask: '•••••••8205', document: '001-1391820-5' },
  answerStep: { lastMessage: 'Su último mensaje', question: 'Pregunta', help: 'Si no eliges nada, se responde su último mensaje.' },
  duration: { minutes: '{n} min', hours: '{n} h', days: '{n} días' },
  operator: {
    EQUALS: 'es igual a', NOT_EQUALS: 'no es igual a', CONTAINS: 'contiene', NOT_CONTAINS: 'no contiene', STARTS_WITH: 'empieza con', IS_ONE_OF: 'es una de', IS_NOT_ONE_OF: 'no es ninguna de', GREATER: 'es mayor que', AT_LEAST: 'es al menos',
    LESS: 'es menor que', AT_MOST: 'es a lo sumo', IS_SET: 'tiene valor', IS_NOT_SET: 'no tiene valor', IS_TRUE: 'es sí', IS_FALSE: 'es no',
  },
  operatorOfTime: { GREATER: 'es después de', AT_LEAST: 'es desde', LESS: 'es antes de', AT_MOST: 'es hasta' },
  condition: {
    title: 'Condición', how: 'Cuántas deben cumplirse', all: 'Se cumplen todas', any: 'Se cumple alguna', none: 'No se cumple ninguna', joined: { all: ' y ', any: ' o ', none: ' ni ' }, not: 'no ({words})', subject: 'Qué se compara', operator: 'Cómo se compara',
    with: 'Con qué se compara', withLiteral: 'Comparar con un valor', withPath: 'Comparar con una variable', add: 'Condición', addGroup: 'Grupo', remove: 'Quitar la condición',
  },
  nameGroup: { variables: 'Variables del flujo', contact: 'Contacto', conversation: 'Conversación', moment: 'Momento y empresa', trouble: 'Si algo falló' },
  name: {
    contact_name: 'Nombre del contacto', contact_phone: 'Teléfono del contacto', contact_email: 'Correo del contacto', contact_verified: 'Identidad verificada', message_text: 'Lo que escribió', message_intent: 'Intención', channel_kind: 'Canal',
    channel_name: 'Nombre del canal', language: 'Idioma', conversation_tags: 'Etiquetas', conversation_link: 'Enlace por el que llegó', hours_open: 'Horario abierto', now: 'Ahora', today: 'Hoy', company_name: 'Nombre de la empresa', error_code: 'Código del error',
    error_message: 'Mensaje del error', item: 'El elemento', item_name: 'Nombre del elemento', number: 'Su número', payment_url: 'Enlace de pago',
  },
  type: { TEXT: 'Texto', NUMBER: 'Número', MONEY: 'Monto', DATE: 'Fecha', TIME: 'Hora', DATE_TIME: 'Fecha y hora', YES_NO: 'Sí o no', LIST: 'Lista', OBJECT: 'Objeto', FILE: 'Archivo', LOCATION: 'Ubicación' },
  value: { PATH: 'Variable', TEXT: 'Texto', NUMBER: 'Número', YES_NO: 'Sí o no', TEMPLATE: 'Plantilla', NONE: 'Nada', CHOICE: 'De la lista', OTHER: 'Dato', kind: 'De dónde sale «{field}»', yes: 'Sí', no: 'No' },
  field: {
    insert: 'Insertar variable en «{field}»', searchVariable: 'Buscar variable', searchOrCreate: 'Buscar o crear variable', languages: 'Idioma de «{field}»', missing: 'Falta en {language}', choosePath: 'Elige una variable', undeclared: 'sin declarar',
    notSaved: 'No guardar', choose: 'Elegir…', none: 'Ninguno', typeAndEnter: 'Escribe y pulsa Enter', up: 'Subir {name}', down: 'Bajar {name}', removeRow: 'Quitar {name}', saveAs: 'Guardar en', saving: 'Guardar', more: 'Más opciones', newName: 'Nombre del dato',
  },
  node: {
    role: 'paso', start: 'Inicio', noTrigger: 'sin disparador', untranslated: 'Falta una traducción', add: 'Agregar un paso o conectar', findings: 'Hallazgos: {n}',
    label: '{kind}: {name}. {preview}. Salidas: {exits}. Hallazgos: {findings}.',
  },
  canvas: { label: 'Lienzo del flujo, {n} pasos' },
  tools: { label: 'Herramientas del lienzo', undo: 'Deshacer', redo: 'Rehacer', tidy: 'Ordenar', fit: 'Ver todo', zoomIn: 'Acercar', zoomOut: 'Alejar', zoomReset: 'Zoom {percent}; ver a tamaño real' },
  picker: { title: 'Pasos', search: 'Buscar un paso' },
  find: { title: 'Buscar en el flujo', search: 'Buscar por palabras', count: '{n}' },
  figures: {
    title: 'Cifras en el lienzo', period: 'De qué días son las cifras', days: 'Último día | Último día | Últimos {n} días', node: 'Llegaron: {visits}. Se fueron: {left} %. Fallos: {failures}. Ver más',
    text: 'De las versiones que atendieron en esos días.', nothing: 'Nadie pasó por este paso en esos días.', nobody: 'Nadie en esos días.', visits: 'Veces que se llegó', conversations: 'Conversaciones', left: 'Se fueron aquí', failures: 'Fallos', median: 'Tiempo habitual (mediana)',
    exits: 'Por dónde siguieron', behind: 'Conversaciones detrás de la cifra', kind: { ARRIVED: 'Llegaron', DROPPED_OFF: 'Se fueron', FAILED: 'Con fallo' }, visitor: 'Visitante {code}',
    failure: { NOT_UNDERSTOOD: 'No se entendió lo que respondió.', NOTHING_TO_CHOOSE: 'No había nada que elegir.', NO_ADDRESS: 'No había adónde enviar el código.', NO_QUESTIONS: 'No había con qué comprobar quién es.', WRONG: 'No pasó la comprobación.', NO_AMOUNT: 'No había un monto que cobrar.', NO_CHANNEL: 'No hay por dónde enviar el código.', CANCELLED: 'El pago se canceló.' },
  },
  header: { back: 'Volver al bot', language: 'Idioma del lienzo', panels: 'Paneles', try: 'Probar', editors: 'También editan: {names}', find: 'Buscar un paso', help: 'Atajos de teclado' },
  saving: {
    now: 'Guardado', seconds: 'Guardado hace {n} s', minutes: 'Guardado hace {n} min', hours: 'Guardado hace {n} h', days: 'Guardado hace {n} d', readOnly: 'Solo lectura', SAVED: 'Guardado', PENDING: 'Cambios sin guardar', SAVING: 'Guardando…',
    FAILED: 'No se pudo guardar; se reintenta', REFUSED: 'El servidor no aceptó el cambio', CONFLICT: 'Alguien más guardó cambios',
  },
  panel: { close: 'Cerrar {title}', step: 'Paso', variables: 'Variables', triggers: 'Disparadores', settings: 'Ajustes del flujo', findings: 'Hallazgos' },
  step: { name: 'Nombre del paso', start: 'Empezar aquí', duplicate: 'Duplicar', note: 'Nota para el equipo', noteHelp: 'Solo la ve tu equipo.' },
  exits: { title: 'Salidas', leads: 'Adónde lleva «{exit}»', go: 'Ir adonde lleva «{exit}»', add: 'Agregar un paso a «{exit}»', nowhere: 'Termina aquí' },
  say: { message: 'Mensaje {n}', add: 'Agregar mensaje' },
  speech: { channels: 'Canales de la variante', variant: 'Texto en esos canales', addVariant: 'Variante por canal', removeVariant: 'Quitar la variante' },
  menu: {
    text: 'Texto', options: 'Opciones', option: 'Opción {n}', untitled: 'Sin título', add: 'Agregar opción', more: 'Descripción y palabras de {title}', description: 'Descripción', words: 'También se entiende', wordsHelp: 'Palabras con las que alguien puede pedirla escribiendo.',
    styleLabel: 'Se muestra como', style: { BUTTONS: 'Botones', LIST: 'Lista' }, items: 'Una opción por cada elemento de una lista', itemsHelp: 'Por ejemplo, sus cuentas o las horas libres.', list: 'Lista', itemTitle: 'Título de cada una', most: 'Como máximo',
    saveHelp: 'Recibe el elemento elegido o el nombre de la opción.',
  },
  ask: {
    text: 'Pregunta', type: 'Qué se espera', minLength: 'Mínimo de letras', maxLength: 'Máximo de letras', min: 'Mínimo', max: 'Máximo', whole: 'Solo enteros', currency: 'Moneda', from: 'Desde', until: 'Hasta', dateFrom: { ANY: 'Cualquier día', TODAY: 'Hoy', TOMORROW: 'Mañana' },
    dateUntil: { ANY: 'Cualquier día', TODAY: 'Hoy' }, accept: 'Qué archivos', files: { ANY: 'Cualquiera', IMAGE: 'Imágenes', DOCUMENT: 'Documentos' }, entity: 'Entidad', entityHelp: 'Sus palabras se convierten en el valor de la entidad.', skip: 'No preguntar si ya se sabe',
    skipHelp: 'Tampoco si lo dijo en el mensaje que empezó el flujo.',
  },
  patience: {
    title: 'Si no se entiende', retries: 'Reintentos', retriesHelp: 'Después sale por «Falló».', notUnderstood: 'Mensaje al cliente', notUnderstoodHelp: 'Si lo dejas vacío, se usa el texto del bot.', help: 'Si pide ayuda', helpHelp: 'Se dice cuando escribe «ayuda» aquí.',
  },
  branch: { help: 'Sigue por la primera regla que se cumpla.', name: 'Nombre de la regla {n}', add: 'Agregar regla', otherwise: 'Si ninguna se cumple, sale por «Si no».' },
  set: { to: 'Qué se guarda', value: 'Valor de {to}', add: 'Agregar valor', help: 'Lo que guardas en el contacto se recuerda en otras conversaciones.' },
  save: { from: 'Dato de la respuesta', to: 'Variable', add: 'Guardar un dato' },
  call: {
    connector: 'Conector', operation: 'Operación', input: 'Qué se le envía', save: 'Qué se guarda de la respuesta', saveAs: 'Guardar la respuesta entera', waitText: 'Mientras tanto se dice', waitHelp: 'Solo si la respuesta tarda.',
  },
  lookUp: { table: 'Tabla', where: 'Donde' },
  verify: {
    how: 'Cómo se verifica', kind: { CODE: 'Código', KNOWN_DATA: 'Datos conocidos' }, by: 'Se envía por', via: { SMS: 'Código por SMS', EMAIL: 'Código por correo', WHATSAPP: 'Código por WhatsApp' }, knownData: 'Datos conocidos: {n}', to: 'A', minutes: 'Minutos que vale',
    question: 'Pregunta {n}', asks: 'Qué se pregunta', expected: 'Respuesta correcta', add: 'Agregar pregunta', lasts: 'Minutos que dura la verificación', lastsHelp: 'Pasado ese tiempo, se vuelve a verificar.', saveAs: 'Anotar que se verificó en', saveHelp: 'Es «sí» mientras dura.', attempts: 'Intentos', text: 'Texto',
  },
  subFlow: { flow: 'Flujo', parameters: 'Qué se le da', results: 'Qué devuelve' },
  jump: { where: 'Adónde', STEP: 'A un paso', FLOW: 'A otro flujo' },
  wait: {
    time: 'Un tiempo', unitLabel: 'Unidad', unit: { 1: 'Minutos', 60: 'Horas', 1440: 'Días' }, until: 'Hasta una fecha guardada', event: 'Hasta que ocurra un evento', eventHelp: 'Otro sistema lo avisa por la API.', forEvent: 'evento {event}',
    written: 'Si escribe mientras espera y esa salida lleva a algún paso, sigue por ahí.',
  },
  handOff: {
    text: 'Mensaje al cliente', textHelp: 'Si lo dejas vacío, se usa el texto del bot.', outOfHours: 'Mensaje fuera de horario', outOfHoursHelp: 'Si lo dejas vacío, se envían el mensaje de arriba y el texto del bot para fuera de horario.', queue: 'Cola', queueHelp: 'Vacía, la toma cualquier agente.', toQueue: 'A la cola {queue}', toAnybody: 'A cualquier agente', summary: 'Resumen para el agente', summaryHelp: 'Lo que se recogió, con variables.',
  },
  priority: { label: 'Prioridad', LOW: 'Baja', NORMAL: 'Normal', HIGH: 'Alta', URGENT: 'Urgente' },
  request: { type: 'Tipo de solicitud', title: 'Título', fields: 'Datos', saveAs: 'Guardar el número en' },
  survey: {
    name: 'Nombre de la encuesta', nameHelp: 'Con él salen los resultados en los reportes.', intro: 'Presentación', saveAs: 'Guardar las respuestas en', saveHelp: 'Un dato por pregunta, con el nombre de la pregunta.', thanks: 'Agradecimiento', question: 'Pregunta {n}', typeLabel: 'Tipo de la pregunta {n}', add: 'Agregar pregunta',
    type: { CSAT: 'Satisfacción (1 a 5)', NPS: 'Recomendación (0 a 10)', CHOICE: 'Opciones', TEXT: 'Texto libre' },
  },
  tag: { add: 'Poner etiquetas', remove: 'Quitar etiquetas', help: 'Las etiquetas son de la conversación; los agentes las ven.' },
  appointment: {
    action: 'Qué se hace', FIND: 'Buscar horas libres', BOOK: 'Reservar', MOVE: 'Mover', CANCEL: 'Cancelar', MINE: 'Ver sus citas', most: 'Como máximo', saveList: 'Guardar la lista en', saveOne: 'Guardar la cita en',
    field: { service: 'Servicio', resource: 'Con quién o dónde', slot: 'Hora elegida', appointment: 'Cita', from: 'Desde', remarks: 'Observaciones' },
  },
  payment: { amount: 'Monto', amountHelp: 'Una variable de tipo monto.', reference: 'Referencia', description: 'Concepto', text: 'Mensaje con el enlace', textHelp: 'El enlace es la variable «Enlace de pago».', minutes: 'Minutos que vale el enlace' },
  end: { plain: 'Termina aquí', outcome: 'Resultado', outcomeHelp: 'Así lo llaman las cifras.', failed: 'Terminó mal', failedHelp: 'Un flujo que lo usa sale por «Falló».', closes: 'Cerrar la conversación', closesHelp: 'Si no, sigue abierta.', closesShort: 'Cierra la conversación' },
  variables: {
    title: 'Variables', new: 'Nueva variable', none: 'Todavía no hay variables', noneText: 'Aquí está lo que el flujo recuerda: lo que alguien responde y lo que contestan tus sistemas.', name: 'Nombre', nameHelp: 'Al cambiarlo, cambia en todos los pasos.', type: 'Tipo',
    scopeLabel: 'Dura', scope: { FLOW: 'Mientras corre el flujo', CONVERSATION: 'Toda la conversación' }, scopeHelp: { FLOW: 'Se olvida cuando el flujo termina.', CONVERSATION: 'La comparten los flujos del bot que la declaran.' },
    passedLabel: 'Entra o sale', passed: { NONE: 'Ni una ni otra', IN: 'Entra', OUT: 'Sale', IN_OUT: 'Entra y sale' }, optional: 'Se puede omitir', optionalHelp: 'Quien usa el flujo no está obligado a darlo.', initial: 'Valor inicial', personal: 'Es un dato personal', personalHelp: 'Se oculta en pruebas, cifras y registros.', note: 'Nota', uses: 'La usan {n} pasos',
  },
  triggers: {
    title: 'Disparadores', none: 'Nada empieza este flujo', noneText: 'Puede usarlo otro flujo. Agrega un disparador para que empiece por sí solo.', add: 'Agregar disparador', order: 'Gana lo más preciso: un enlace, un botón, una palabra clave sola, una intención, una palabra clave dentro de una frase. Si empatan, gana el primero en el orden de los flujos.', interrupts: 'Interrumpe siempre', interruptsHelp: 'Empieza aunque otro flujo esté esperando una respuesta. Para emergencias.', words: 'Palabras o frases', wordsIn: 'Palabras o frases ({language})',
    option: 'Nombre de la opción', optionHelp: 'De un botón de cualquier mensaje del bot.', link: 'Nombre del enlace', linkHelp: 'El de un enlace o código QR.', event: 'Evento', eventHelp: 'Su nombre en la API.', minutes: 'Minutos sin responder', when: 'Solo si se cumple una condición',
  },
  trigger: { FIRST_MESSAGE: 'Primer mensaje', INTENT: 'Intención', KEYWORD: 'Palabra clave', OPTION: 'Opción de menú', LINK: 'Enlace o QR', EVENT: 'Evento de la API', INACTIVITY: 'Inactividad', OUT_OF_HOURS: 'Fuera de horario' },
  triggerHelp: {
    FIRST_MESSAGE: 'Las primeras palabras de una conversación, sean cuales sean.', INTENT: 'Lo que ELENA entendió. Sus entidades llenan las variables del mismo nombre.', KEYWORD: 'Una de estas palabras o frases está en el mensaje.', OPTION: 'Tocó un botón de otro mensaje, aunque sea antiguo.',
    LINK: 'Llegó por un enlace o un código QR.', EVENT: 'Otro sistema lo avisó.', INACTIVITY: 'No le ha respondido al bot.', OUT_OF_HOURS: 'Escribió cuando nadie atiende.',
  },
  settings: { title: 'Ajustes del flujo', name: 'Nombre', description: 'Descripción', start: 'Empieza en', key: 'Clave', steps: 'Pasos', connections: 'Conexiones' },
  findings: {
    title: 'Hallazgos', button: 'Hallazgos: {n}', none: 'Nada que corregir', noneText: 'Revisamos el flujo cada vez que se guarda.', severity: { ERROR: 'Error', WARNING: 'Aviso' }, unknown: '{code} {field}',
    choose: { ANYTHING: 'Falta elegir algo.', UNKNOWN_CONNECTOR: 'Elige un conector.', UNKNOWN_OPERATION: 'Elige una operación.', UNKNOWN_TABLE: 'Elige una tabla.', UNKNOWN_FLOW: 'Elige un flujo.', UNKNOWN_INTENT: 'Elige una intención.', UNKNOWN_NAME: 'Elige una variable.', NOT_DECLARED: 'Elige una variable.' },
  },
  finding: findingTexts,
  outline: { label: 'Pasos del flujo' },
  conflict: {
    title: '{name} guardó cambios en los mismos pasos', text: 'Nada se pierde: elige para cada paso cuál queda. Si cambias algo suyo, su versión queda en el historial.', somebody: 'Alguien más', theirs: 'Cambios de {name}', mine: 'Tus cambios', allTheirs: 'Todos los suyos', allMine: 'Todos los míos', goOn: 'Seguir con lo elegido', rest: 'Lo demás se junta solo: {mine} de tus cambios y {theirs} de {name}.', settings: '{triggers} disparadores, {variables} variables',
    kind: { REMOVED: 'Eliminado' },
  },
  help: {
    title: 'Atajos de teclado', text: 'Todo lo que haces con el ratón se puede hacer con el teclado.', add: 'Agregar un paso', find: 'Buscar un paso', walk: 'Recorrer las conexiones', open: 'Abrir el paso', close: 'Cerrar el panel', remove: 'Eliminar', undo: 'Deshacer', redo: 'Rehacer', copy: 'Copiar',
    paste: 'Pegar', duplicate: 'Duplicar', all: 'Seleccionar todo', several: 'Seleccionar varios (arrastrando)', tidy: 'Ordenar el lienzo', fit: 'Ver todo', save: 'Guardar ya',
  },
}
