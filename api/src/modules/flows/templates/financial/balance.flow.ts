import { buttons, call, flow, list, onIntent, onWords, option, own, path, say, subFlow, t } from '../build/index.ts'
import { customerVariables } from './identify.flow.ts'

/** Of an account, by what the core calls its type. */
const accountName = (account: string) => t(
  `{% case ${account}.type %}{% when "SAVINGS_USD" %}Ahorros en dólares{% when "CHECKING" %}Cuenta corriente{% else %}Ahorros{% endcase %}`,
  `{% case ${account}.type %}{% when "SAVINGS_USD" %}Dollar savings{% when "CHECKING" %}Checking{% else %}Savings{% endcase %}`,
)
const each = accountName('account')
const chosen = accountName('account')
const item = accountName('item')

export const balanceFlow = flow('balance', {
  name: 'Balances y movimientos',
  description: 'Quien se identifica ve el balance de sus cuentas y los últimos movimientos de la que elija.',
  variables: [...customerVariables, own('accounts', 'LIST', { personal: true }), own('account', 'OBJECT', { personal: true }), own('movements', 'LIST', { personal: true })],
  triggers: [
    onIntent('check_balance'),
    onWords(['balance', 'saldo', 'cuánto tengo', 'movimientos', 'estado de cuenta'], ['balance', 'how much do I have', 'transactions', 'statement']),
  ],
  summary: t('Consulta de balances.{% if customerCedula %} Cédula: {{ customerCedula | document }}.{% endif %}', 'Asking for balances.{% if customerCedula %} Cédula: {{ customerCedula | document }}.{% endif %}'),
  steps: {
    identify: subFlow('identify', { results: { customer: 'customer' }, next: 'accounts', failed: 'anything_else' }),
    accounts: call('bank', 'list_accounts', { cedula: path('customer.cedula') }, {
      save: [{ from: 'accounts', to: 'accounts' }],
      waitText: t('Un momento, estoy consultando sus cuentas.', 'One moment, I am looking up your accounts.'), next: 'balances',
    }),
    balances: say(t(
      `Estos son sus balances disponibles:{% for account in accounts %}\n• ${each.ES} (•••{{ account.ending }}): {{ account.available | money }}{% endfor %}`,
      `These are your available balances:{% for account in accounts %}\n• ${each.EN} (•••{{ account.ending }}): {{ account.available | money }}{% endfor %}`,
    ), 'more'),
    more: buttons({
      text: t('¿Desea ver los últimos movimientos?', 'Would you like to see the latest transactions?'),
      options: {
        movements: option(t('Ver movimientos', 'See transactions'), 'which', { words: ['sí', 'si', 'yes', 'movimientos', 'transactions'] }),
        no: option(t('No, gracias', 'No, thank you'), 'anything_else', { words: ['no'] }),
      },
    }),
    which: list({
      text: t('¿De cuál cuenta?', 'Of which account?'),
      items: { list: 'accounts', title: t(`${item.ES} •••{{ item.ending }}`, `${item.EN} •••{{ item.ending }}`), most: 9, to: 'movements' },
      options: { back: option(t('Ninguna, gracias', 'None, thank you'), 'anything_else') },
      saveAs: 'account',
    }),
    movements: call('bank', 'list_movements', { account: path('account.key'), language: path('language') }, { save: [{ from: 'movements', to: 'movements' }], next: 'show_movements' }),
    show_movements: say(t(
      `Últimos movimientos de ${chosen.ES} (•••{{ account.ending }}):{% for movement in movements %}\n• {{ movement.date | date: "short" }} · {{ movement.description }} · {{ movement.amount | money }}{% endfor %}`,
      `Latest transactions of ${chosen.EN} (•••{{ account.ending }}):{% for movement in movements %}\n• {{ movement.date | date: "short" }} · {{ movement.description }} · {{ movement.amount | money }}{% endfor %}`,
    ), 'anything_else'),
  },
})
