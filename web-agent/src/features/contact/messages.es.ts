export default {
  title: 'Contacto',
  edit: 'Editar contacto',
  hide: 'Ocultar contacto',
  verified: 'Identidad confirmada',
  notVerified: 'Identidad sin confirmar',
  details: 'Datos',
  conversation: 'Esta conversación',
  attributes: 'Del sitio',
  history: 'Otras conversaciones',
  noHistory: 'Es su primera conversación.',
  channels: {
    title: 'Canales', trusted: 'Confirmado por el canal', unavailable: 'Ya no recibe mensajes aquí', site: 'Visitante del sitio', app: 'Usuario de la aplicación', none: 'Sin canales todavía',
  },
  same: {
    title: '¿Es la misma persona?', join: 'Unir…', dismiss: 'No es la misma',
    evidence: {
      PHONE: 'Tiene el mismo teléfono: {value}', EMAIL: 'Tiene el mismo correo: {value}', SAME_ADDRESS: 'El canal dice que es la misma dirección: {value}',
      NAME_AND_USERNAME: 'Mismo nombre y mismo usuario: {value}', SAME_BROWSER: 'Escribió sin nombre en el mismo navegador: {value}',
    },
  },
  join: {
    title: 'Unir contactos', text: 'Las direcciones y conversaciones de {other} pasarán a {name}. Podrás separarlos después.', confirm: 'Unir',
    addresses: 'Direcciones', conversations: 'Conversaciones', done: 'Contactos unidos', refused: 'Uno de los dos cambió entretanto. Revisa el contacto e inténtalo de nuevo.',
    warning: {
      TWO_VERIFIED_EMAILS: 'Hay dos correos confirmados distintos: podrían ser dos personas.',
      TWO_VERIFIED_PHONES: 'Hay dos teléfonos confirmados distintos: podrían ser dos personas.',
    },
  },
  merges: {
    title: 'Contactos unidos', byMember: 'Unido por {name}, {at}', byChannel: 'Unido por el canal, {at}', undo: 'Separar', done: 'Contactos separados',
    refused: 'No se pudo separar: ya estaba separado, o este contacto se unió después a otro.',
  },
  timeline: { title: 'Todo lo hablado', show: 'Ver todo lo hablado', hide: 'Ocultar', empty: 'Todavía no se ha dicho nada.', list: 'Mensajes por todos los canales' },
  name: 'Nombre', email: 'Correo', phone: 'Teléfono', language: 'Idioma', since: 'Contacto desde', lastSeen: 'Última visita',
  channel: 'Canal', origin: 'Llegó por', opened: 'Abierta', closed: 'Cerrada', unknown: 'Sin dato', yes: 'Sí', no: 'No',
  invalid: {
    name: 'Este nombre es demasiado largo.', email: 'Escribe un correo válido, como ana{\'@\'}ejemplo.do.',
    phone: 'Escribe un teléfono válido, como +1 809 555 0123.',
  },
}
