import { answers, appointment, ask, branch, buttons, flow, is, literal, onIntent, onLink, onWords, option, own, path, say, subFlow, t } from '../build/index.ts'
import { whenAndWhere } from '../common/appointments/appointment-texts.ts'
import { words } from './institution.ts'

const booked = whenAndWhere('time', words)

export const appointmentBookingFlow = flow('appointment_booking', {
  name: 'Agendar una cita en oficina',
  description: 'Motivo, oficina y hora; confirma y reserva.',
  variables: [own('time', 'OBJECT', { passed: 'IN', note: 'La hora libre elegida.' }), own('matter', 'TEXT', { personal: true })],
  triggers: [
    onIntent('book_office_appointment'), onLink('cita'),
    onWords(['cita', 'agendar', 'hacer una cita', 'sacar una cita', 'turno'], ['appointment', 'book']),
  ],
  summary: t(`Agendaba una cita.{% if time %} Hora elegida: ${booked.ES}.{% endif %}{% if matter %} Trámite: {{ matter }}{% endif %}`, `Was booking an appointment.{% if time %} Time chosen: ${booked.EN}.{% endif %}{% if matter %} Matter: {{ matter }}{% endif %}`),
  steps: {
    choose_time: subFlow('choose_time', { parameters: { resource: literal(null), wish: literal(null) }, results: { time: 'time' }, next: 'matter_given', failed: 'anything_else' }),
    matter_given: branch({ given: { when: is('matter', 'IS_SET'), to: 'sure' } }, 'matter', { name: '¿Ya dijo el trámite?' }),
    matter: ask({
      text: t('¿Qué trámite viene a hacer? Si tiene un número de solicitud, inclúyalo.', 'What are you coming for? If you have the number of a request, include it.'),
      answer: answers.freeText(3, 300), saveAs: 'matter', next: 'sure',
    }),
    sure: buttons({
      text: t(`Sería el ${booked.ES}. ¿Se la confirmo?`, `That would be ${booked.EN}. Shall I confirm it?`),
      options: {
        yes: option(t('Sí, confirmar', 'Yes, confirm'), 'book', { words: ['sí', 'si', 'yes', 'confirmo', 'ok'] }),
        other: option(t('Cambiar la hora', 'Change the time'), 'choose_time', { words: ['otra hora', 'cambiar', 'change'] }),
        no: option(t('Dejarlo así', 'Leave it'), 'not_booked', { words: ['no'] }),
      },
    }),
    book: appointment('BOOK', { slot: path('time.id'), remarks: path('matter'), next: 'booked', failed: 'why_not' }),
    booked: say([
      t(`¡Listo! Le esperamos el ${booked.ES}.`, `Done! We will see you on ${booked.EN}.`),
      t('Traiga su cédula y los documentos del trámite. Le escribiremos el día antes para recordárselo.', 'Please bring your ID and the documents of your matter. We will write to you the day before to remind you.'),
    ], 'anything_else'),
    not_booked: say(t('De acuerdo, no reservé nada.', 'All right, I have booked nothing.'), 'anything_else'),
    why_not: branch({ taken: { when: is('error.code', 'IS_ONE_OF', ['TAKEN', 'NOTHING_FREE', 'TOO_LATE']), to: 'taken' } }, 'trouble', { name: '¿Por qué no se pudo?' }),
    taken: say(t('Esa hora se acaba de ocupar, disculpe. Veamos cuáles quedan.', 'Sorry, that time has just been taken. Let us see what is left.'), 'choose_time'),
  },
})
