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
  name: 'Nombre', email: 'Correo', phone: 'Teléfono', language: 'Idioma', since: 'Contacto desde', lastSeen: 'Última visita',
  channel: 'Canal', origin: 'Llegó por', opened: 'Abierta', closed: 'Cerrada', unknown: 'Sin dato', yes: 'Sí', no: 'No',
  invalid: {
    name: 'Este nombre es demasiado largo.', email: 'Escribe un correo válido, como ana{\'@\'}ejemplo.do.',
    phone: 'Escribe un teléfono válido, como +1 809 555 0123.',
  },
}
