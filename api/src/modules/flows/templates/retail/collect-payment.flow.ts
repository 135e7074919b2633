import { buttons, call, end, flow, handOff, option, own, path, payment, say, t } from '../build/index.ts'

/** By link, until it is paid and the shop knows it. */
export const collectPaymentFlow = flow('collect_payment', {
  name: 'Cobrar con enlace',
  description: 'Parte de otros flujos: envía el enlace de pago de un pedido y registra el pago.',
  isPart: true,
  variables: [
    own('orderNumber', 'TEXT', { passed: 'IN' }), own('orderTotal', 'MONEY', { passed: 'IN' }), own('paid', 'OBJECT'), own('receipt', 'OBJECT'),
  ],
  summary: t('Pago del pedido {{ orderNumber }}, por {{ orderTotal | money }}.', 'Payment of order {{ orderNumber }}, {{ orderTotal | money }}.'),
  steps: {
    pay: payment({
      amount: path('orderTotal'), reference: path('orderNumber'), description: t('Pedido {{ orderNumber }}', 'Order {{ orderNumber }}'),
      text: t(
        'Aquí puede pagar de forma segura: {{ payment.url }}\nEl enlace vence en una hora. En cuanto se confirme le envío su recibo.',
        'You can pay securely here: {{ payment.url }}\nThe link expires in an hour. I will send your receipt as soon as the payment is confirmed.',
      ),
      minutes: 60, saveAs: 'paid', paid: 'post', failed: 'not_paid', expired: 'expired',
    }),
    post: call('store', 'post_order_payment', { number: path('orderNumber'), amount: path('orderTotal'), reference: path('paid.id') }, { saveAs: 'receipt', next: 'thanks', failed: 'not_posted' }),
    thanks: say(t(
      '¡Pago recibido, gracias! Su recibo es el {{ receipt.receipt }}, por {{ receipt.amount | money }}.',
      'Payment received, thank you! Your receipt is {{ receipt.receipt }}, for {{ receipt.amount | money }}.',
    ), 'collected'),
    collected: end('paid'),
    not_posted: handOff({
      name: 'Pagado, sin registrar',
      text: t(
        'Recibimos su pago de {{ orderTotal | money }}, pero el sistema todavía no lo registró. No pague otra vez: una persona de nuestro equipo lo hará y le confirmará por aquí.',
        'We received your payment of {{ orderTotal | money }}, but the system has not recorded it yet. Please do not pay again: someone on our team will do so and confirm here.',
      ),
      priority: 'URGENT',
      summary: t('PAGADO SIN REGISTRAR: {{ orderTotal | money }} del pedido {{ orderNumber }}.', 'PAID, NOT RECORDED: {{ orderTotal | money }} of order {{ orderNumber }}.'), next: 'collected',
    }),
    not_paid: buttons({
      text: t('El pago no se pudo completar y no se le cobró nada. ¿Lo intentamos otra vez?', 'The payment could not be completed and you were not charged. Shall we try again?'),
      options: {
        again: option(t('Sí, otro enlace', 'Yes, another link'), 'pay', { words: ['sí', 'si', 'yes'] }),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
        later: option(t('Más tarde', 'Later'), 'gave_up', { words: ['no'] }),
      },
    }),
    expired: buttons({
      text: t('El enlace de pago venció y no se hizo ningún cargo. ¿Le envío uno nuevo?', 'The payment link has expired and nothing was charged. Shall I send you a new one?'),
      options: {
        again: option(t('Sí, otro enlace', 'Yes, another link'), 'pay', { words: ['sí', 'si', 'yes'] }),
        later: option(t('Más tarde', 'Later'), 'gave_up', { words: ['no'] }),
      },
    }),
  },
})
