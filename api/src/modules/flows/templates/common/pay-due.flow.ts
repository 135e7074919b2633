import type { Key } from '@botpro/graphql/flows'
import { buttons, call, end, flow, handOff, literal, option, own, path, payment, set, say, t } from '../build/index.ts'

/**
 * Sends a payment link, waits for it, and has the payment recorded by the operation `post_payment` of `connector`. Gives back whether
 * it was paid: PAID, UNPAID, or UNRECORDED where people have to see to it.
 */
export const payDueFlow = (connector: Key) => flow('pay_due', {
  name: 'Pagar un monto',
  description: 'Parte de otros flujos: envía el enlace de pago, espera el pago, lo registra y da el recibo.',
  isPart: true,
  variables: [
    own('dueNumber', 'TEXT', { passed: 'IN' }), own('dueTitle', 'TEXT', { passed: 'IN' }), own('dueAmount', 'MONEY', { passed: 'IN' }),
    own('paid', 'OBJECT'), own('receipt', 'TEXT', { passed: 'OUT' }), own('outcome', 'TEXT', { passed: 'OUT', initial: 'UNPAID' }),
  ],
  summary: t(
    'Pago de {{ dueTitle }} ({{ dueNumber }}), {{ dueAmount | money }}.{% if paid %} Pago {{ paid.id }}.{% endif %}',
    'Payment of {{ dueTitle }} ({{ dueNumber }}), {{ dueAmount | money }}.{% if paid %} Payment {{ paid.id }}.{% endif %}',
  ),
  steps: {
    pay: payment({
      amount: path('dueAmount'), reference: path('dueNumber'), description: t('{{ dueTitle }} {{ dueNumber }}', '{{ dueTitle }} {{ dueNumber }}'), minutes: 60, saveAs: 'paid',
      text: t(
        'Pague con toda seguridad aquí: {{ payment.url }}\nEl enlace vale por una hora. En cuanto pague, le envío su recibo.',
        'Pay securely here: {{ payment.url }}\nThe link is valid for one hour. As soon as you pay, I will send you your receipt.',
      ),
      paid: 'post', failed: 'not_paid', expired: 'expired',
    }),
    post: call(connector, 'post_payment', { number: path('dueNumber'), reference: path('paid.id') }, { save: [{ from: 'receipt', to: 'receipt' }], next: 'thanks', failed: 'unrecorded' }),
    thanks: say(t('¡Gracias! Recibimos su pago de {{ dueAmount | money }}. Su recibo es el número *{{ receipt }}*.', 'Thank you! We have received your payment of {{ dueAmount | money }}. Your receipt is number *{{ receipt }}*.'), 'mark_paid'),
    mark_paid: set({ outcome: literal('PAID') }, 'over', { name: 'Pagado' }),
    unrecorded: set({ outcome: literal('UNRECORDED') }, 'tell', { name: 'Pagó, pero no quedó registrado' }),
    tell: handOff({
      name: 'Pagó, pero no quedó registrado',
      text: t(
        'Su pago se hizo, pero no pude registrarlo en nuestro sistema. No pague de nuevo, por favor: una persona de nuestro equipo lo completa y le envía el recibo.',
        'Your payment went through, but I could not record it in our system. Please do not pay again: someone on our team will complete it and send you the receipt.',
      ),
      priority: 'HIGH',
      summary: t('PAGÓ y no quedó registrado: {{ dueTitle }} {{ dueNumber }}, {{ dueAmount | money }}, pago {{ paid.id }}.', 'PAID but not recorded: {{ dueTitle }} {{ dueNumber }}, {{ dueAmount | money }}, payment {{ paid.id }}.'),
      next: 'over',
    }),
    not_paid: buttons({
      text: t('El pago no se completó y no se le cobró nada. ¿Qué desea hacer?', 'The payment was not completed and you have not been charged. What would you like to do?'),
      options: {
        again: option(t('Intentar otra vez', 'Try again'), 'pay', { words: ['sí', 'si', 'yes'] }),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
        leave: option(t('Dejarlo para luego', 'Leave it for later'), 'over', { words: ['no'] }),
      },
    }),
    expired: buttons({
      text: t('El enlace de pago venció. ¿Le envío uno nuevo?', 'The payment link has expired. Shall I send you a new one?'),
      options: {
        again: option(t('Sí, uno nuevo', 'Yes, a new one'), 'pay', { words: ['sí', 'si', 'yes'] }),
        no: option(t('Ahora no', 'Not now'), 'over', { words: ['no'] }),
      },
    }),
    over: end('paid_or_not'),
  },
})

/** What a flow needs to have something paid, and to know afterwards whether it was. */
export const payDueVariables = [own('outcome', 'TEXT')]
