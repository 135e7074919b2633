import { all, answers, ask, branch, buttons, call, flow, is, list, literal, onIntent, onWords, option, own, path, say, set, t, verifyByCode } from '../build/index.ts'
import { askNumber, orderState, orderVariables } from './order-text.ts'

const [state, item] = [orderState('order'), orderState('item')]

export const trackOrderFlow = flow('track_order', {
  name: 'Seguir un pedido',
  description: 'Por número, o por el teléfono con que se hizo; un teléfono escrito se confirma con un código.',
  variables: [...orderVariables, own('orders', 'LIST'), own('orderPhone', 'TEXT', { personal: true })],
  triggers: [
    onIntent('track_order'), onIntent('order_not_arrived'),
    onWords(['seguir mi pedido', 'dónde está mi pedido', 'estado de mi pedido', 'rastrear'], ['track my order', 'where is my order', 'order status']),
  ],
  summary: t(
    'Pregunta por su pedido.{% if order %} {{ order.number }}.{% elsif order_code %} {{ order_code }}.{% endif %}{% if orderPhone %} Tel.: {{ orderPhone | phone }}.{% endif %}',
    'Asking about an order.{% if order %} {{ order.number }}.{% elsif order_code %} {{ order_code }}.{% endif %}{% if orderPhone %} Phone: {{ orderPhone | phone }}.{% endif %}',
  ),
  steps: {
    said: branch({ number: { when: is('order_code', 'IS_SET'), to: 'find' } }, 'how', { name: '¿Ya dijo el número?' }),
    how: buttons({
      text: t('Con gusto. ¿Cómo busco su pedido?', 'With pleasure. How shall I find your order?'),
      options: {
        number: option(t('Con el número', 'By its number'), 'ask_number', { words: ['número', 'number'] }),
        phone: option(t('Con mi teléfono', 'By my phone'), 'whose', { words: ['teléfono', 'celular', 'phone'] }),
      },
    }),
    ask_number: ask({ text: askNumber, answer: answers.freeText(3, 40), saveAs: 'order_code', next: 'find' }),
    find: call('store', 'get_order', { number: path('order_code') }, { saveAs: 'order', next: 'show', failed: 'why_not' }),
    why_not: branch({ unknown: { when: is('error.code', 'EQUALS', 'NOT_FOUND'), to: 'unknown' } }, 'trouble', { name: '¿No existe o falló?' }),
    unknown: buttons({
      text: t('No encuentro un pedido con el número {{ order_code }}. ¿Lo revisamos?', 'I cannot find an order with the number {{ order_code }}. Shall we check it?'),
      options: {
        again: option(t('Escribirlo otra vez', 'Write it again'), 'ask_number'),
        phone: option(t('Con mi teléfono', 'By my phone'), 'whose'),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
      },
    }),
    whose: branch({ hers: { when: all(is('channel.kind', 'IS_ONE_OF', ['WHATSAPP', 'SMS']), is('contact.phone', 'IS_SET')), to: 'own_phone' } }, 'ask_phone', { name: '¿Escribe desde su teléfono?' }),
    own_phone: set({ orderPhone: path('contact.phone') }, 'find_all', { name: 'Usar su teléfono' }),
    ask_phone: ask({ text: t('¿Con qué número de teléfono hizo el pedido?', 'Which phone number did you order with?'), answer: answers.phone, saveAs: 'orderPhone', next: 'confirm_phone' }),
    confirm_phone: verifyByCode({
      via: 'SMS', to: path('orderPhone'), text: t('Le envié un código por SMS para confirmar que ese teléfono es suyo. ¿Me lo escribe aquí?', 'I sent a code by SMS to confirm that this phone is yours. Could you write it here?'),
      notUnderstood: t('Ese código no coincide. Revíselo, por favor.', 'That code does not match. Please check it.'), next: 'find_all', failed: 'not_confirmed',
    }),
    not_confirmed: buttons({
      text: t('No pude confirmar ese teléfono. ¿Buscamos con el número de pedido?', 'I could not confirm that phone. Shall we look by order number?'),
      options: {
        number: option(t('Con el número', 'By its number'), 'ask_number', { words: ['sí', 'si', 'yes'] }),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
      },
    }),
    find_all: call('store', 'find_orders', { phone: path('orderPhone') }, { save: [{ from: 'orders', to: 'orders' }], next: 'which', failed: 'why_none' }),
    why_none: branch({ none: { when: is('error.code', 'EQUALS', 'NOT_FOUND'), to: 'none' } }, 'trouble', { name: '¿No tiene o falló?' }),
    none: buttons({
      text: t('No veo pedidos con el teléfono {{ orderPhone | phone }}.', 'I see no orders for the phone {{ orderPhone | phone }}.'),
      options: {
        number: option(t('Con el número', 'By its number'), 'ask_number'),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
        leave: option(t('Dejarlo así', 'Leave it'), 'anything_else'),
      },
    }),
    which: list({
      text: t('Estos son sus pedidos. ¿Cuál desea ver?', 'These are your orders. Which one would you like to see?'),
      items: { list: 'orders', most: 9, to: 'show', title: t('{{ item.number }}', '{{ item.number }}'), description: t(`${item.ES} · {{ item.total | money }}`, `${item.EN} · {{ item.total | money }}`) },
      options: { back: option(t('Ninguno, gracias', 'None, thank you'), 'anything_else') },
      saveAs: 'order',
    }),
    show: say(t(
      `Pedido {{ order.number }}\nEstado: ${state.ES}\nTotal: {{ order.total | money }}{% if order.paid %}, pagado{% else %}, por pagar{% endif %}\n{% case order.state %}{% when "DELIVERED" %}Se entregó el {{ order.expectedOn | date }}.{% when "READY" %}Ya puede pasar a recogerlo.{% when "CANCELLED" %}Este pedido fue cancelado.{% else %}Fecha estimada: {{ order.expectedOn | date }}.{% endcase %}`,
      `Order {{ order.number }}\nState: ${state.EN}\nTotal: {{ order.total | money }}{% if order.paid %}, paid{% else %}, not paid yet{% endif %}\n{% case order.state %}{% when "DELIVERED" %}It was delivered on {{ order.expectedOn | date }}.{% when "READY" %}You can come and pick it up.{% when "CANCELLED" %}This order was cancelled.{% else %}Expected: {{ order.expectedOn | date }}.{% endcase %}`,
    ), 'more'),
    more: buttons({
      text: t('¿Le ayudo con algo de este pedido?', 'Can I help you with this order?'),
      options: {
        fine: option(t('Todo bien, gracias', 'All good, thank you'), 'anything_else', { words: ['no', 'bien', 'gracias'] }),
        other: option(t('Ver otro pedido', 'See another order'), 'forget'),
        person: option(t('Cambiar o cancelar', 'Change or cancel it'), 'to_person', { words: ['sí', 'si', 'yes', 'problema', 'problem'] }),
      },
    }),
    forget: set({ order_code: literal(null), order: literal(null) }, 'how', { name: 'Buscar otro' }),
  },
})
