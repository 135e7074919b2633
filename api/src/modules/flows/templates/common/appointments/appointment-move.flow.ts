import { appointment, atOnce, branch, buttons, flow, is, jump, literal, onIntent, onWords, option, own, path, say, subFlow, t } from '../../build/index.ts'
import { type AppointmentWords, bookingVariable, whenAndWhere } from './appointment-texts.ts'

export const appointmentMoveFlow = (words: AppointmentWords, intents: string[] = []) => flow('appointment_move', {
  name: 'Mover una cita',
  description: 'Busca otra hora para una cita que ya existe, con la misma persona o en el mismo lugar si se puede.',
  variables: [bookingVariable, own('time', 'OBJECT')],
  triggers: [
    ...intents.map(onIntent),
    atOnce(onWords(['mover mi cita', 'mover la cita', 'cambiar mi cita', 'cambiar la cita', 'reprogramar', 'posponer', 'adelantar mi cita'], ['move my appointment', 'change my appointment', 'reschedule'])),
  ],
  summary: t(`Quería mover una cita.{% if booking %} La actual: ${whenAndWhere('booking', words).ES}.{% endif %}`, `Wanted to move an appointment.{% if booking %} The current one: ${whenAndWhere('booking', words).EN}.{% endif %}`),
  steps: {
    given: branch({ given: { when: is('booking', 'IS_SET'), to: 'choose_time' } }, 'choose', { name: '¿Ya se sabe cuál?' }),
    choose: subFlow('choose_appointment', { results: { booking: 'booking' }, next: 'has_one', failed: 'anything_else' }),
    has_one: branch({ yes: { when: is('booking', 'IS_SET'), to: 'choose_time' } }, 'no_appointment', { name: '¿Tiene una cita?' }),
    no_appointment: buttons({
      text: t('No tengo ninguna cita pendiente a su nombre. ¿Le agendo una nueva?', 'I have no upcoming appointment in your name. Shall I book a new one?'),
      options: {
        book: option(t('Sí, agendar una', 'Yes, book one'), 'book', { words: ['sí', 'si', 'yes'] }),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
        no: option(t('No, gracias', 'No, thank you'), 'anything_else', { words: ['no'] }),
      },
    }),
    book: jump('appointment_booking', { time: literal(null) }),
    choose_time: subFlow('choose_time', {
      parameters: { service: path('booking.service'), resource: path('booking.resource'), wish: literal(null) }, results: { time: 'time' }, next: 'sure', failed: 'anything_else',
    }),
    sure: buttons({
      text: t(`Su cita pasaría al ${whenAndWhere('time', words).ES}. ¿La muevo?`, `Your appointment would move to ${whenAndWhere('time', words).EN}. Shall I move it?`),
      options: {
        yes: option(t('Sí, moverla', 'Yes, move it'), 'move', { words: ['sí', 'si', 'yes', 'confirmo'] }),
        other: option(t('Otra hora', 'Another time'), 'choose_time'),
        no: option(t('Dejarla como está', 'Leave it as it is'), 'as_it_is', { words: ['no'] }),
      },
    }),
    move: appointment('MOVE', { appointment: path('booking.id'), slot: path('time.id'), next: 'moved', failed: 'why_not' }),
    moved: say(t(`Listo, su cita quedó para el ${whenAndWhere('time', words).ES}. Le escribiremos antes para recordársela.`, `Done, your appointment is now on ${whenAndWhere('time', words).EN}. We will write to you beforehand to remind you.`), 'anything_else'),
    as_it_is: say(t('De acuerdo, su cita sigue igual.', 'All right, your appointment stays as it is.'), 'anything_else'),
    why_not: branch({
      taken: { when: is('error.code', 'EQUALS', 'TAKEN'), to: 'taken' },
      late: { when: is('error.code', 'EQUALS', 'TOO_LATE'), to: 'too_late' },
    }, 'trouble', { name: '¿Por qué no se pudo?' }),
    taken: say(t('Esa hora se acaba de ocupar. Veamos otras.', 'That time has just been taken. Let us look at others.'), 'choose_time'),
    too_late: say(t('Esa cita está muy próxima y ya no la puedo mover por aquí. Una persona de nuestro equipo le ayuda.', 'That appointment is too close for me to move it here. Someone on our team will help you.'), 'to_person'),
  },
})
