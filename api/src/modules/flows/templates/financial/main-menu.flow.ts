import { flow, list, jump, onIntent, option, t } from '../build/index.ts'

export const mainMenuFlow = flow('main_menu', {
  name: 'Menú principal',
  triggers: [onIntent('show_menu')],
  steps: {
    menu: list({
      text: t('¿En qué le puedo ayudar hoy?', 'What can I do for you today?'),
      options: {
        balance: option(t('Balances y movimientos', 'Balances'), 'balance', { description: t('De sus cuentas', 'And latest transactions') }),
        person: option(t('Hablar con una persona', 'Talk to a person'), 'person'),
      },
    }),
    balance: jump('balance'),
    person: jump('person'),
  },
})
