export default {
  title: 'Citas', noneToCome: 'No tiene citas por venir.', bookOne: 'Reservar una cita', earlier: 'Otras citas ({n})',
  with: { PERSON: 'con {name}', ROOM: 'en {name}' },
  state: { BOOKED: 'Reservada', CANCELLED: 'Cancelada', DONE: 'Asistió', NO_SHOW: 'No asistió' },
  verb: { book: 'Reservar', move: 'Mover', cancel: 'Cancelar la cita', done: 'Asistió', missed: 'No asistió' },
  form: {
    service: 'Servicio', resource: 'Con quién o dónde', anyResource: 'Cualquiera disponible', time: 'Hora', note: 'Nota', notePlaceholder: 'Algo que el equipo deba saber',
    tell: 'Avisar al cliente', tellHelp: 'Recibe un mensaje por el canal por el que escribió la última vez.',
  },
  times: {
    soonest: 'Las próximas horas libres', onDay: 'Horas libres del {day}', otherDay: 'Otro día', day: 'Día', backToSoonest: 'Las próximas', previous: 'Día anterior', next: 'Día siguiente',
    none: 'No queda ninguna hora libre en los próximos días.', noneOnDay: 'Este día no queda ninguna hora libre.', noServices: 'Todavía no hay nada que se pueda reservar.',
    failed: 'No se pudieron cargar las horas.',
  },
  cancelTitle: '¿Cancelar esta cita?', reason: 'Motivo', reasonHelp: 'Solo lo ve tu equipo.', keep: 'No cancelar',
  done: { booked: 'Cita reservada', moved: 'Cita movida', cancelled: 'Cita cancelada', closed: 'Asistencia anotada' },
  told: {
    SENT: 'Cliente avisado', NO_CHANNEL: 'No se le pudo avisar: no tiene ningún canal conectado.', NOT_REACHABLE: 'No se le pudo avisar: el canal ya no lo alcanza.',
    NO_TEMPLATE: 'No se le pudo avisar: en WhatsApp ya pasó el tiempo para escribirle sin plantilla.',
    SERVICE_HELD: 'No se le pudo avisar: el servicio de la empresa estaba suspendido.',
  },
  refused: {
    TimeTaken: 'Esa hora ya no está libre. Elige otra: estas son las siguientes.', TimeTakenAll: 'Esa hora ya no está libre, y no queda otra en los próximos días.', TooLate: 'Esa hora ya pasó.',
    AppointmentIsClosed: 'Esta cita ya no se puede cambiar: {state}.', InvalidInput: 'Esa hora ya no se puede reservar. Elige otra.', tooEarly: 'Todavía no ha empezado.',
  },
  problem: { time: 'Elige una hora.', service: 'Elige un servicio.', contact: 'Elige a quién le reservas.' },
}
