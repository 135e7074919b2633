import { appointment, branch, end, flow, is, list, option, own, path, set, t } from '../../build/index.ts'
import { type AppointmentWords, bookingVariable, row } from './appointment-texts.ts'

/** Gives back one of her appointments to come; nothing where she has none, or wants none of them. */
export const chooseAppointmentFlow = (words: AppointmentWords) => flow('choose_appointment', {
  name: 'Elegir una de sus citas',
  description: 'Parte de otros flujos: busca las citas de quien escribe y, si son varias, pregunta cuál.',
  isPart: true,
  variables: [bookingVariable, own('mine', 'LIST')],
  steps: {
    mine: appointment('MINE', { saveAs: 'mine', next: 'how_many', failed: 'why_none' }),
    why_none: branch({ none: { when: is('error.code', 'IS_ONE_OF', ['UNKNOWN', 'NOT_FOUND']), to: 'none' } }, 'trouble', { name: '¿No tiene o falló?' }),
    how_many: branch({
      several: { when: is('mine[1]', 'IS_SET'), to: 'which' },
      one: { when: is('mine[0]', 'IS_SET'), to: 'take_it' },
    }, 'none', { name: '¿Cuántas citas tiene?' }),
    take_it: set({ booking: path('mine[0]') }, 'chosen', { name: 'La única' }),
    which: list({
      text: t('Tiene estas citas. ¿De cuál se trata?', 'You have these appointments. Which one is it about?'),
      items: { list: 'mine', ...row(words), most: 9, to: 'chosen' },
      options: { none: option(t('De ninguna', 'None of them'), 'forget') },
      saveAs: 'booking',
    }),
    forget: set({ booking: { literal: null } }, 'none', { name: 'Ninguna' }),
    none: end('none'),
    chosen: end('appointment_chosen'),
  },
})
