import { answers, ask, branch, buttons, call, flow, is, literal, onIntent, onWords, option, path, say, set, subFlow, t } from '../build/index.ts'
import { askNumber, orderState, orderVariables } from './order-text.ts'

const state = orderState('order')

export const payOrderFlow = flow('pay_order', {
  name: 'Pagar un pedido',
  description: 'Busca el pedido por su número y lo cobra con un enlace de pago.',
  variables: orderVariables,
  triggers: [onIntent('payment_failed'), onWords(['pagar pedido', 'pagar mi pedido', 'pagar un pedido'], ['pay order', 'pay my order', 'pay for my order'])],
  summary: t('Quiere pagar un pedido.{% if order_code %} {{ order_code }}.{% endif %}', 'Wants to pay an order.{% if order_code %} {{ order_code }}.{% endif %}'),
  steps: {
    ask_number: ask({ text: askNumber, answer: answers.freeText(3, 40), saveAs: 'order_code', skipIfKnown: true, next: 'find' }),
    find: call('store', 'get_order', { number: path('order_code') }, { saveAs: 'order', next: 'payable', failed: 'why_not' }),
    why_not: branch({ unknown: { when: is('error.code', 'EQUALS', 'NOT_FOUND'), to: 'unknown' } }, 'trouble', { name: '¿No existe o falló?' }),
    unknown: buttons({
      text: t('No encuentro un pedido con el número {{ order_code }}. ¿Lo revisamos?', 'I cannot find an order with the number {{ order_code }}. Shall we check it?'),
      options: {
        again: option(t('Escribirlo otra vez', 'Write it again'), 'forget'),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
        leave: option(t('Dejarlo así', 'Leave it'), 'anything_else'),
      },
    }),
    forget: set({ order_code: literal(null) }, 'ask_number', { name: 'Otro número' }),
    payable: branch({
      paid: { when: is('order.paid', 'IS_TRUE'), to: 'paid_already' },
      no: { when: is('order.canBePaid', 'IS_FALSE'), to: 'not_payable' },
    }, 'confirm', { name: '¿Se puede pagar?' }),
    paid_already: say(t('Su pedido {{ order.number }} ya está pagado. ¡Muchas gracias!', 'Your order {{ order.number }} is already paid. Thank you very much!'), 'anything_else'),
    not_payable: say(t(`El pedido {{ order.number }} no tiene nada por pagar. Su estado es: ${state.ES}.`, `Order {{ order.number }} has nothing to be paid. Its state is: ${state.EN}.`), 'anything_else'),
    confirm: buttons({
      text: t('Su pedido {{ order.number }} suma {{ order.total | money }}. ¿Le envío el enlace de pago?', 'Your order {{ order.number }} comes to {{ order.total | money }}. Shall I send you the payment link?'),
      options: {
        yes: option(t('Sí, enviar enlace', 'Yes, send the link'), 'collect', { words: ['sí', 'si', 'yes'] }),
        other: option(t('Es otro pedido', 'It is another order'), 'forget'),
        leave: option(t('Ahora no', 'Not now'), 'anything_else', { words: ['no'] }),
      },
    }),
    collect: subFlow('collect_payment', { parameters: { orderNumber: path('order.number'), orderTotal: path('order.total') }, next: 'anything_else', failed: 'unpaid' }),
    unpaid: say(t('Está bien. Cuando guste pagarlo, escríbame «pagar pedido».', 'All right. Whenever you want to pay it, write “pay order”.'), 'anything_else'),
  },
})
