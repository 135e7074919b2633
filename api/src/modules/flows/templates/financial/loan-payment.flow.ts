import { answers, ask, branch, buttons, call, flow, handOff, is, isAs, list, onIntent, onWords, option, own, path, payment, say, set, subFlow, t, template } from '../build/index.ts'
import { customerVariables } from './identify.flow.ts'

const loanName = (loan: string) => t(
  `{% if ${loan}.type == "VEHICLE" %}Préstamo de vehículo{% else %}Préstamo personal{% endif %}`,
  `{% if ${loan}.type == "VEHICLE" %}Vehicle loan{% else %}Personal loan{% endif %}`,
)
const [chosen, item] = [loanName('loan'), loanName('item')]

export const loanPaymentFlow = flow('loan_payment', {
  name: 'Pagar un préstamo',
  description: 'Muestra lo que vence, deja elegir el monto, envía el enlace de pago y confirma con un recibo.',
  variables: [
    ...customerVariables, own('loans', 'LIST', { personal: true }), own('loanCount', 'NUMBER'), own('loan', 'OBJECT', { personal: true }),
    own('toPay', 'MONEY'), own('paid', 'OBJECT'), own('receipt', 'OBJECT'),
  ],
  triggers: [onIntent('pay_loan'), onWords(['pagar préstamo', 'pagar mi préstamo', 'pagar la cuota', 'cuota del préstamo'], ['pay my loan', 'loan payment', 'pay the loan'])],
  summary: t(
    'Pago de préstamo.{% if customer %} {{ customer.fullName }}, cédula {{ customer.cedula | document }}.{% endif %}{% if loan %} Préstamo {{ loan.number }}.{% endif %}{% if toPay %} Monto: {{ toPay | money }}.{% endif %}',
    'Loan payment.{% if customer %} {{ customer.fullName }}, cédula {{ customer.cedula | document }}.{% endif %}{% if loan %} Loan {{ loan.number }}.{% endif %}{% if toPay %} Amount: {{ toPay | money }}.{% endif %}',
  ),
  steps: {
    identify: subFlow('identify', { results: { customer: 'customer' }, next: 'loans', failed: 'anything_else' }),
    loans: call('bank', 'list_loans', { cedula: path('customer.cedula') }, {
      save: [{ from: 'loans', to: 'loans' }, { from: 'count', to: 'loanCount' }],
      waitText: t('Un momento, estoy buscando sus préstamos.', 'One moment, I am looking up your loans.'), next: 'how_many',
    }),
    how_many: branch({
      none: { when: is('loanCount', 'EQUALS', 0), to: 'no_loans' },
      one: { when: is('loanCount', 'EQUALS', 1), to: 'take_only' },
    }, 'which', { name: '¿Cuántos préstamos tiene?' }),
    no_loans: say(t('No tiene préstamos activos con nosotros en este momento. ¡Así que nada que pagar!', 'You have no active loans with us at the moment, so there is nothing to pay!'), 'anything_else'),
    take_only: set({ loan: path('loans[0]') }, 'due', { name: 'Tomar el único' }),
    which: list({
      text: t('¿Cuál préstamo desea pagar?', 'Which loan would you like to pay?'),
      items: {
        list: 'loans', most: 9, title: item, to: 'due',
        description: t('{{ item.number }} · cuota {{ item.due | money }}', '{{ item.number }} · instalment {{ item.due | money }}'),
      },
      options: { back: option(t('Ninguno, gracias', 'None, thank you'), 'anything_else') },
      saveAs: 'loan',
    }),
    due: say(t(
      `${chosen.ES} {{ loan.number }}\n• Cuota de este mes: {{ loan.due | money }}\n• Vence el {{ loan.dueDate | date }}\n• Balance pendiente: {{ loan.balance | money }}`,
      `${chosen.EN} {{ loan.number }}\n• This month’s instalment: {{ loan.due | money }}\n• Due on {{ loan.dueDate | date }}\n• Outstanding balance: {{ loan.balance | money }}`,
    ), 'how_much'),
    how_much: buttons({
      text: t('¿Cuánto desea pagar?', 'How much would you like to pay?'),
      options: {
        due: option(t('La cuota del mes', 'This instalment'), 'pay_due', { words: ['cuota', 'instalment'] }),
        other: option(t('Otro monto', 'Another amount'), 'ask_amount'),
        leave: option(t('Ahora no', 'Not now'), 'anything_else', { words: ['no', 'nada'] }),
      },
    }),
    pay_due: set({ toPay: path('loan.due') }, 'confirm', { name: 'La cuota completa' }),
    ask_amount: ask({
      text: t('¿Qué monto, en pesos? Puede ser desde RD$ 100 hasta su balance de {{ loan.balance | money }}.', 'What amount, in pesos? From RD$100 up to your balance of {{ loan.balance | money }}.'),
      answer: answers.money('100', '100000000'), saveAs: 'toPay', next: 'fits',
    }),
    fits: branch({ more: { when: isAs('toPay', 'GREATER', 'loan.balance'), to: 'too_much' } }, 'confirm', { name: '¿Pasa del balance?' }),
    too_much: say(t('Ese monto pasa de lo que debe, que son {{ loan.balance | money }}.', 'That is more than you owe, which is {{ loan.balance | money }}.'), 'ask_amount'),
    confirm: buttons({
      text: t('Va a pagar {{ toPay | money }} a su préstamo {{ loan.number }}. ¿Le envío el enlace de pago?', 'You are about to pay {{ toPay | money }} towards loan {{ loan.number }}. Shall I send you the payment link?'),
      options: {
        yes: option(t('Sí, enviar enlace', 'Yes, send the link'), 'pay', { words: ['sí', 'si', 'yes'] }),
        change: option(t('Cambiar el monto', 'Change the amount'), 'how_much'),
        leave: option(t('Dejarlo así', 'Leave it'), 'left', { words: ['no'] }),
      },
    }),
    left: say(t('Está bien, no se hizo ningún pago.', 'All right, no payment was made.'), 'anything_else'),
    pay: payment({
      amount: path('toPay'), reference: template('{{ loan.number }}'),
      description: t('Pago del préstamo {{ loan.number }}', 'Payment of loan {{ loan.number }}'),
      text: t(
        'Aquí puede pagar de forma segura: {{ payment.url }}\nEl enlace vence en una hora. En cuanto se confirme el pago le envío su recibo.',
        'You can pay securely here: {{ payment.url }}\nThe link expires in an hour. I will send your receipt as soon as the payment is confirmed.',
      ),
      minutes: 60, saveAs: 'paid', paid: 'post', failed: 'not_paid', expired: 'expired',
    }),
    post: call('bank', 'post_loan_payment', { loan: path('loan.number'), amount: path('toPay'), reference: path('paid.id') }, { saveAs: 'receipt', next: 'thanks', failed: 'not_posted' }),
    thanks: say(t(
      '¡Pago recibido, muchas gracias! Recibo {{ receipt.receipt }} por {{ receipt.amount | money }}, aplicado a su préstamo {{ loan.number }} el {{ receipt.date | date }}.',
      'Payment received, thank you very much! Receipt {{ receipt.receipt }} for {{ receipt.amount | money }}, applied to loan {{ loan.number }} on {{ receipt.date | date }}.',
    ), 'anything_else'),
    not_posted: handOff({
      name: 'Pagado, sin aplicar',
      text: t(
        'Recibimos su pago de {{ toPay | money }}, pero el sistema todavía no lo aplicó. No pague otra vez: una persona de nuestro equipo lo aplicará y le confirmará por aquí.',
        'We received your payment of {{ toPay | money }}, but the system has not applied it yet. Please do not pay again: someone on our team will apply it and confirm here.',
      ),
      priority: 'URGENT',
      summary: t('PAGADO SIN APLICAR: {{ toPay | money }} al préstamo {{ loan.number }} de {{ customer.fullName }}.', 'PAID, NOT APPLIED: {{ toPay | money }} to loan {{ loan.number }} of {{ customer.fullName }}.'),
      next: 'to_menu',
    }),
    not_paid: buttons({
      text: t('El pago no se pudo completar y no se le cobró nada. ¿Lo intentamos otra vez?', 'The payment could not be completed and you were not charged. Shall we try again?'),
      options: {
        again: option(t('Sí, otro enlace', 'Yes, another link'), 'pay', { words: ['sí', 'si', 'yes'] }),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
        leave: option(t('Dejarlo así', 'Leave it'), 'left', { words: ['no'] }),
      },
    }),
    expired: buttons({
      text: t('El enlace de pago venció y no se hizo ningún cargo. ¿Le envío uno nuevo?', 'The payment link has expired and nothing was charged. Shall I send you a new one?'),
      options: {
        again: option(t('Sí, otro enlace', 'Yes, another link'), 'pay', { words: ['sí', 'si', 'yes'] }),
        leave: option(t('Ahora no', 'Not now'), 'left', { words: ['no'] }),
      },
    }),
  },
})
