import { all, answers, appointment, ask, branch, buttons, flow, is, jump, literal, onIntent, onLink, onWords, option, own, path, say, set, subFlow, t } from '../build/index.ts'
import { whenAndWhere } from '../common/appointments/appointment-texts.ts'
import { soundsUrgent, words } from './clinic.ts'

const booked = whenAndWhere('time', words)

export const appointmentBookingFlow = flow('appointment_booking', {
  name: 'Agendar una cita',
  description: 'Especialidad, médico, hora, paciente y motivo; confirma y reserva.',
  variables: [
    own('specialty', 'TEXT', { initial: '', note: 'Lo que ELENA entendió de la especialidad.' }),
    own('time', 'OBJECT', { passed: 'IN', note: 'La hora libre elegida.' }),
    own('patient', 'TEXT', { personal: true }), own('reason', 'TEXT', { personal: true }),
  ],
  triggers: [
    onIntent('book_appointment'), onLink('cita'),
    onWords(['cita', 'agendar', 'hacer una cita', 'sacar una cita', 'reservar', 'consulta con'], ['appointment', 'book', 'see a doctor']),
  ],
  summary: t(
    `Agendaba una cita.{% if time %} Hora elegida: ${booked.ES}.{% endif %}{% if patient %} Paciente: {{ patient }}.{% endif %}{% if reason %} Motivo: {{ reason }}{% endif %}`,
    `Was booking an appointment.{% if time %} Time chosen: ${booked.EN}.{% endif %}{% if patient %} Patient: {{ patient }}.{% endif %}{% if reason %} Reason: {{ reason }}{% endif %}`,
  ),
  steps: {
    time_given: branch({ given: { when: is('time', 'IS_SET'), to: 'for_whom' } }, 'choose_time', { name: '¿Ya eligió la hora?' }),
    choose_time: subFlow('choose_time', { parameters: { wish: path('specialty'), resource: literal(null) }, results: { time: 'time' }, next: 'patient_given', failed: 'anything_else' }),
    patient_given: branch({ given: { when: all(is('patient', 'IS_SET'), is('reason', 'IS_SET')), to: 'sure' } }, 'for_whom', { name: '¿Ya dio los demás datos?' }),
    for_whom: buttons({
      text: t('¿Para quién es la cita?', 'Who is the appointment for?'),
      options: {
        me: option(t('Para mí', 'For me'), 'name_known', { words: ['mía', 'yo', 'me'] }),
        other: option(t('Para otra persona', 'For someone else'), 'patient', { words: ['mi hijo', 'mi hija', 'mi mamá', 'mi papá'] }),
      },
    }),
    name_known: branch({ known: { when: is('contact.name', 'IS_SET'), to: 'take_name' } }, 'my_name', { name: '¿Sabemos su nombre?' }),
    take_name: set({ patient: path('contact.name') }, 'reason', { name: 'Su nombre' }),
    my_name: ask({ text: t('¿Cuál es su nombre completo?', 'What is your full name?'), answer: answers.freeText(3, 100), saveAs: 'patient', next: 'reason' }),
    patient: ask({ text: t('¿Cuál es el nombre completo del paciente?', 'What is the patient’s full name?'), answer: answers.freeText(3, 100), saveAs: 'patient', next: 'reason' }),
    reason: ask({
      text: t('En pocas palabras, ¿cuál es el motivo de la consulta?', 'In a few words, what is the visit about?'),
      help: t('Por ejemplo: chequeo, control de presión, dolor de rodilla. Solo lo verá el personal del centro.', 'For example: check-up, blood pressure, sore knee. Only the centre’s staff will see it.'),
      answer: answers.freeText(2, 300), saveAs: 'reason', next: 'urgent',
    }),
    urgent: branch({ urgent: { when: soundsUrgent('reason'), to: 'emergency' } }, 'sure', { name: '¿Suena a emergencia?' }),
    emergency: jump('emergency'),
    sure: buttons({
      text: t(`Sería el ${booked.ES}, para {{ patient }}. ¿Se la confirmo?`, `That would be ${booked.EN}, for {{ patient }}. Shall I confirm it?`),
      options: {
        yes: option(t('Sí, confirmar', 'Yes, confirm'), 'book', { words: ['sí', 'si', 'yes', 'confirmo', 'ok'] }),
        other: option(t('Cambiar la hora', 'Change the time'), 'choose_time', { words: ['otra hora', 'cambiar', 'change'] }),
        no: option(t('Dejarlo así', 'Leave it'), 'not_booked', { words: ['no'] }),
      },
    }),
    book: appointment('BOOK', {
      slot: path('time.id'), remarks: { template: '{{ patient }}: {{ reason }}' }, next: 'booked', failed: 'why_not',
    }),
    booked: say([
      t(`¡Listo! Su cita quedó para el ${booked.ES}.`, `Done! Your appointment is on ${booked.EN}.`),
      t('Llegue 15 minutos antes, con su cédula y su carnet del seguro si lo tiene. Le escribiremos el día antes para recordárselo.', 'Please come 15 minutes early with your ID and your insurance card, if you have one. We will write to you the day before to remind you.'),
    ], 'anything_else'),
    not_booked: say(t('De acuerdo, no reservé nada.', 'All right, I have booked nothing.'), 'anything_else'),
    why_not: branch({
      taken: { when: is('error.code', 'IS_ONE_OF', ['TAKEN', 'NOTHING_FREE', 'TOO_LATE']), to: 'taken' },
    }, 'trouble', { name: '¿Por qué no se pudo?' }),
    taken: say(t('Esa hora se acaba de ocupar, disculpe. Veamos cuáles quedan.', 'Sorry, that time has just been taken. Let us see what is left.'), 'choose_time'),
  },
})
