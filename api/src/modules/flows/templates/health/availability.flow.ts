import { buttons, flow, jump, literal, onIntent, onWords, option, own, path, say, subFlow, t } from '../build/index.ts'
import { whenAndWhere } from '../common/appointments/appointment-texts.ts'
import { words } from './clinic.ts'

export const availabilityFlow = flow('availability', {
  name: 'Médicos y horas libres',
  description: 'Por especialidad y médico, las próximas horas libres; desde ahí se agenda.',
  variables: [own('specialty', 'TEXT', { initial: '', note: 'Lo que ELENA entendió de la especialidad.' }), own('time', 'OBJECT')],
  triggers: [
    onIntent('doctor_availability'),
    onWords(['disponibilidad', 'horas libres', 'qué médicos tienen', 'qué doctores tienen', 'especialistas'], ['availability', 'free times', 'which doctors', 'specialists']),
  ],
  steps: {
    choose: subFlow('choose_time', { parameters: { wish: path('specialty'), resource: literal(null) }, results: { time: 'time' }, next: 'book_it', failed: 'anything_else' }),
    book_it: buttons({
      text: t(`Está libre el ${whenAndWhere('time', words).ES}. ¿Se la agendo?`, `There is a free time on ${whenAndWhere('time', words).EN}. Shall I book it for you?`),
      options: {
        yes: option(t('Sí, agendarla', 'Yes, book it'), 'book', { words: ['sí', 'si', 'yes'] }),
        other: option(t('Ver otra hora', 'See another time'), 'choose'),
        no: option(t('Por ahora no', 'Not now'), 'later', { words: ['no'] }),
      },
    }),
    book: jump('appointment_booking', { time: path('time') }),
    later: say(t('De acuerdo. Cuando quiera agendarla, escríbame «cita».', 'All right. Whenever you want to book it, write “appointment”.'), 'anything_else'),
  },
})
