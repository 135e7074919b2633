import { appointment, atOnce, branch, buttons, flow, is, jump, onIntent, onWords, option, path, say, subFlow, t } from '../../build/index.ts'
import { type AppointmentWords, bookingVariable, whenAndWhere } from './appointment-texts.ts'

export const appointmentCancelFlow = (words: AppointmentWords, intents: string[] = []) => flow('appointment_cancel', {
  name: 'Cancelar una cita',
  description: 'Cancela una cita después de confirmar; antes ofrece moverla.',
  variables: [bookingVariable],
  triggers: [
    ...intents.map(onIntent),
    atOnce(onWords(['cancelar mi cita', 'cancelar la cita', 'cancelar una cita', 'cancelar cita', 'anular mi cita', 'no puedo ir a mi cita'], ['cancel my appointment', 'cancel the appointment', 'cancel an appointment'])),
  ],
  summary: t(`Quería cancelar una cita.{% if booking %} Es la del ${whenAndWhere('booking', words).ES}.{% endif %}`, `Wanted to cancel an appointment.{% if booking %} It is the one on ${whenAndWhere('booking', words).EN}.{% endif %}`),
  steps: {
    given: branch({ given: { when: is('booking', 'IS_SET'), to: 'sure' } }, 'choose', { name: '¿Ya se sabe cuál?' }),
    choose: subFlow('choose_appointment', { results: { booking: 'booking' }, next: 'has_one', failed: 'anything_else' }),
    has_one: branch({ yes: { when: is('booking', 'IS_SET'), to: 'sure' } }, 'no_appointment', { name: '¿Tiene una cita?' }),
    no_appointment: say(t('No tengo ninguna cita pendiente a su nombre, así que no hay nada que cancelar.', 'I have no upcoming appointment in your name, so there is nothing to cancel.'), 'anything_else'),
    sure: buttons({
      text: t(`¿Cancelo su cita del ${whenAndWhere('booking', words).ES}?`, `Shall I cancel your appointment on ${whenAndWhere('booking', words).EN}?`),
      options: {
        yes: option(t('Sí, cancelarla', 'Yes, cancel it'), 'cancel', { words: ['sí', 'si', 'yes'] }),
        move: option(t('Mejor moverla', 'Move it instead'), 'move'),
        no: option(t('No, conservarla', 'No, keep it'), 'kept', { words: ['no'] }),
      },
    }),
    cancel: appointment('CANCEL', { appointment: path('booking.id'), next: 'cancelled', failed: 'why_not' }),
    cancelled: say(t('Listo, su cita quedó cancelada. Cuando la necesite de nuevo, aquí se la agendo.', 'Done, your appointment is cancelled. Whenever you need one again, I can book it here.'), 'anything_else'),
    kept: say(t('De acuerdo, su cita sigue en pie.', 'All right, your appointment stands.'), 'anything_else'),
    move: jump('appointment_move', { booking: path('booking') }),
    why_not: branch({ late: { when: is('error.code', 'EQUALS', 'TOO_LATE'), to: 'too_late' } }, 'trouble', { name: '¿Por qué no se pudo?' }),
    too_late: say(t('Esa cita está muy próxima y ya no la puedo cancelar por aquí. Una persona de nuestro equipo le ayuda.', 'That appointment is too close for me to cancel it here. Someone on our team will help you.'), 'to_person'),
  },
})
