export default {
  title: 'Appointments', noneToCome: 'No appointments to come.', bookOne: 'Book an appointment', earlier: 'Other appointments ({n})',
  with: { PERSON: 'with {name}', ROOM: 'in {name}' },
  state: { BOOKED: 'Booked', CANCELLED: 'Cancelled', DONE: 'Attended', NO_SHOW: 'No-show' },
  verb: { book: 'Book', move: 'Move', cancel: 'Cancel the appointment', done: 'Attended', missed: 'No-show' },
  form: {
    service: 'Service', resource: 'With whom or where', anyResource: 'Anyone available', time: 'Time', note: 'Note', notePlaceholder: 'Something the team should know',
    tell: 'Tell the customer', tellHelp: 'They get a message on the channel they last wrote on.',
  },
  times: {
    soonest: 'The next free times', onDay: 'Free times on {day}', otherDay: 'Another day', day: 'Day', backToSoonest: 'The next ones', previous: 'Previous day', next: 'Next day',
    none: 'There is no free time left in the coming days.', noneOnDay: 'There is no free time left on this day.', noServices: 'There is nothing to book yet.',
    failed: 'The times could not be loaded.',
  },
  cancelTitle: 'Cancel this appointment?', reason: 'Reason', reasonHelp: 'Only your team sees it.', keep: 'Keep it',
  done: { booked: 'Appointment booked', moved: 'Appointment moved', cancelled: 'Appointment cancelled', closed: 'Attendance noted' },
  told: {
    SENT: 'Customer told', NO_CHANNEL: 'The customer could not be told: no channel of theirs is connected.', NOT_REACHABLE: 'The customer could not be told: the channel no longer reaches them.',
    NO_TEMPLATE: 'The customer could not be told: on WhatsApp the time to write without a template has passed.',
    SERVICE_HELD: 'The customer could not be told: the company’s service was suspended.',
  },
  refused: {
    TimeTaken: 'That time is no longer free. Choose another: these are the next ones.', TimeTakenAll: 'That time is no longer free, and none is left in the coming days.', TooLate: 'That time has passed.',
    AppointmentIsClosed: 'This appointment can no longer be changed: {state}.', InvalidInput: 'That time can no longer be booked. Choose another.', tooEarly: 'It has not begun yet.',
  },
  problem: { time: 'Choose a time.', service: 'Choose a service.', contact: 'Choose whom you book for.' },
}
