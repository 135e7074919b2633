import { branch, buttons, flow, is, jump, literal, onIntent, onWords, option, path, say, subFlow, t } from '../../build/index.ts'
import { type AppointmentWords, bookingVariable, whenAndWhere } from './appointment-texts.ts'

/** Reached by what people answer to a reminder, too. */
export const myAppointmentsFlow = (words: AppointmentWords, intents: string[] = []) => flow('my_appointments', {
  name: 'Mis citas',
  description: 'Muestra la próxima cita y ofrece moverla o cancelarla.',
  variables: [bookingVariable],
  triggers: [
    ...intents.map(onIntent),
    onWords(['mi cita', 'mis citas', 'mi turno', 'confirmo', 'confirmo mi cita', 'a qué hora es mi cita', 'cuándo es mi cita'], ['my appointment', 'my appointments', 'i confirm', 'when is my appointment']),
  ],
  steps: {
    choose: subFlow('choose_appointment', { results: { booking: 'booking' }, next: 'has_one', failed: 'anything_else' }),
    has_one: branch({ yes: { when: is('booking', 'IS_SET'), to: 'details' } }, 'no_appointment', { name: '¿Tiene una cita?' }),
    details: buttons({
      text: t(`Su cita es el ${whenAndWhere('booking', words).ES}. ¿Desea hacer algún cambio?`, `Your appointment is on ${whenAndWhere('booking', words).EN}. Would you like to change anything?`),
      options: {
        keep: option(t('No, ahí estaré', 'No, I will be there'), 'kept', { words: ['no', 'confirmo', 'ahí estaré', 'i confirm'] }),
        move: option(t('Moverla', 'Move it'), 'move', { words: ['cambiarla', 'reprogramar', 'reschedule'] }),
        drop: option(t('Cancelarla', 'Cancel it'), 'drop', { words: ['cancelar', 'cancel'] }),
      },
    }),
    kept: say(t('Perfecto, le esperamos.', 'Perfect, we look forward to seeing you.'), 'anything_else'),
    move: jump('appointment_move', { booking: path('booking') }),
    drop: jump('appointment_cancel', { booking: path('booking') }),
    no_appointment: buttons({
      text: t('No tengo ninguna cita pendiente a su nombre. ¿Le agendo una?', 'I have no upcoming appointment in your name. Shall I book one for you?'),
      options: {
        book: option(t('Sí, agendar una', 'Yes, book one'), 'book', { words: ['sí', 'si', 'yes'] }),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
        no: option(t('No, gracias', 'No, thank you'), 'anything_else', { words: ['no'] }),
      },
    }),
    book: jump('appointment_booking', { time: literal(null) }),
  },
})
