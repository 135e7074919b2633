import { answers, any, ask, branch, buttons, call, flow, handOff, is, jump, list, literal, option, own, path, say, set, subFlow, t, template } from '../build/index.ts'
import { cartLines, cartSummary, cartVariable, emptyCart } from './cart-text.ts'

const place = t(
  '{% if delivery == "DELIVERY" and address %}Se lo llevamos a: {{ address }}{% elsif branch %}Lo recoge en: {{ branch.name }}, {{ branch.city }}{% endif %}',
  '{% if delivery == "DELIVERY" and address %}Delivered to: {{ address }}{% elsif branch %}Picked up at: {{ branch.name }}, {{ branch.city }}{% endif %}',
)
const fee = t('{% if delivery == "DELIVERY" %}\nEnvío: {{ quote.fee | money }}{% endif %}', '{% if delivery == "DELIVERY" %}\nDelivery: {{ quote.fee | money }}{% endif %}')
const ready = t(
  '{% if delivery == "PICK_UP" and branch %}Puede recogerlo en {{ branch.name }} desde el {{ order.readyOn | date }}.{% else %}Le llega el {{ order.readyOn | date }}.{% endif %}',
  '{% if delivery == "PICK_UP" and branch %}You can pick it up at {{ branch.name }} from {{ order.readyOn | date }}.{% else %}It will arrive on {{ order.readyOn | date }}.{% endif %}',
)

export const checkoutFlow = flow('checkout', {
  name: 'Completar pedido',
  description: 'Entrega o recogida, quién recibe, confirmación y forma de pago.',
  variables: [
    cartVariable, own('delivery', 'TEXT'), own('address', 'TEXT', { personal: true }), own('city', 'TEXT'), own('branches', 'LIST'), own('branch', 'OBJECT'),
    own('receiver', 'TEXT', { personal: true }), own('receiverPhone', 'TEXT', { personal: true }), own('quote', 'OBJECT'), own('payBy', 'TEXT'), own('order', 'OBJECT'),
  ],
  summary: t(
    `Está completando su pedido.${cartSummary.ES}{% if address %} Dirección: {{ address }}.{% endif %}{% if branch %} Recoge en {{ branch.name }}.{% endif %}{% if order %} Pedido {{ order.number }}.{% endif %}`,
    `Completing an order.${cartSummary.EN}{% if address %} Address: {{ address }}.{% endif %}{% if branch %} Picks it up at {{ branch.name }}.{% endif %}{% if order %} Order {{ order.number }}.{% endif %}`,
  ),
  steps: {
    anything: branch({ yes: { when: is('cart.count', 'GREATER', 0), to: 'who' } }, 'empty', { name: '¿Lleva algo?' }),
    empty: say(t('Su carrito está vacío. Escoja algo primero y con gusto le tomo el pedido.', 'Your cart is empty. Choose something first and I will gladly take your order.'), 'buy'),
    who: set({ receiver: path('contact.name'), receiverPhone: path('contact.phone') }, 'how', { name: 'Lo que ya sabemos' }),
    how: buttons({
      text: t('¿Cómo desea recibir su pedido?', 'How would you like to receive your order?'),
      options: {
        DELIVERY: option(t('Envío a domicilio', 'Home delivery'), 'ask_address', { words: ['envío', 'domicilio', 'delivery', 'a mi casa'] }),
        PICK_UP: option(t('Recoger en tienda', 'Pick up in store'), 'ask_city', { words: ['recoger', 'tienda', 'pick up', 'store'] }),
      },
      saveAs: 'delivery',
    }),
    ask_address: ask({
      text: t('¿A qué dirección se lo llevamos? Incluya calle, número, sector y una referencia.', 'To which address shall we deliver it? Please include street, number, neighbourhood and a landmark.'),
      answer: answers.freeText(8, 300), saveAs: 'address',
      notUnderstood: t('Necesito la dirección completa para poder llegar: calle, número y sector.', 'I need the full address to get there: street, number and neighbourhood.'), next: 'ask_receiver',
    }),
    ask_city: ask({ text: t('¿En qué ciudad desea recogerlo?', 'In which city would you like to pick it up?'), answer: answers.freeText(2, 60), saveAs: 'city', next: 'branches' }),
    branches: call('store', 'find_branches', { city: path('city'), language: path('language') }, { save: [{ from: 'branches', to: 'branches' }], next: 'which_branch', failed: 'why_no_branch' }),
    why_no_branch: branch({ none: { when: is('error.code', 'EQUALS', 'NOT_FOUND'), to: 'no_branch' } }, 'trouble', { name: '¿No hay o falló?' }),
    no_branch: buttons({
      text: t('Todavía no tenemos tienda en {{ city }}. ¿Qué prefiere?', 'We do not have a store in {{ city }} yet. What would you prefer?'),
      options: { again: option(t('Otra ciudad', 'Another city'), 'ask_city'), deliver: option(t('Envío a domicilio', 'Home delivery'), 'deliver') },
    }),
    deliver: set({ delivery: literal('DELIVERY') }, 'ask_address', { name: 'Mejor a domicilio' }),
    which_branch: list({
      text: t('¿En cuál tienda?', 'At which store?'),
      items: { list: 'branches', most: 8, to: 'ask_receiver', title: t('{{ item.name | truncate: 24 }}', '{{ item.name | truncate: 24 }}'), description: t('{{ item.address | truncate: 72 }}', '{{ item.address | truncate: 72 }}') },
      options: { other: option(t('En otra ciudad', 'In another city'), 'ask_city') },
      saveAs: 'branch',
    }),
    ask_receiver: ask({
      text: t('¿A nombre de quién va el pedido?', 'In whose name is the order?'), answer: answers.freeText(2, 120), saveAs: 'receiver', skipIfKnown: true, next: 'ask_phone',
    }),
    ask_phone: ask({
      text: t('¿A qué teléfono le podemos llamar por si acaso?', 'At what phone can we reach you if needed?'), answer: answers.phone, saveAs: 'receiverPhone', skipIfKnown: true, next: 'quote',
    }),
    quote: call('store', 'quote_order', { cart: path('cart'), delivery: path('delivery') }, { saveAs: 'quote', next: 'confirm' }),
    confirm: buttons({
      text: t(
        `Su pedido:${cartLines}${fee.ES}\nTotal a pagar: {{ quote.total | money }}\n\n${place.ES}\nA nombre de {{ receiver }}, {{ receiverPhone | phone }}\n\n¿Lo confirmamos?`,
        `Your order:${cartLines}${fee.EN}\nTotal to pay: {{ quote.total | money }}\n\n${place.EN}\nIn the name of {{ receiver }}, {{ receiverPhone | phone }}\n\nShall we confirm it?`,
      ),
      options: {
        yes: option(t('Sí, confirmar', 'Yes, confirm'), 'how_pay', { words: ['sí', 'si', 'yes', 'confirmo', 'ok', 'dale'] }),
        change: option(t('Cambiar algo', 'Change something'), 'what'),
        leave: option(t('Dejarlo así', 'Leave it'), 'left', { words: ['no'] }),
      },
    }),
    what: list({
      text: t('¿Qué desea cambiar?', 'What would you like to change?'),
      options: {
        products: option(t('Los productos', 'The products'), 'cart'),
        delivery: option(t('La entrega', 'The delivery'), 'how'),
        receiver: option(t('El nombre', 'The name'), 'forget_receiver'),
        phone: option(t('El teléfono', 'The phone'), 'forget_phone'),
        none: option(t('Nada, está bien', 'Nothing, it is fine'), 'confirm'),
      },
    }),
    forget_receiver: set({ receiver: literal(null) }, 'ask_receiver', { name: 'Cambiar el nombre' }),
    forget_phone: set({ receiverPhone: literal(null) }, 'ask_phone', { name: 'Cambiar el teléfono' }),
    left: say(t('Está bien. Su carrito queda guardado por si quiere seguir más tarde.', 'All right. Your cart is kept in case you want to go on later.'), 'anything_else'),
    how_pay: buttons({
      text: t('¿Cómo desea pagar?', 'How would you like to pay?'),
      options: {
        LINK: option(t('Enlace de pago', 'Payment link'), 'place', { words: ['tarjeta', 'enlace', 'card', 'link'] }),
        CASH: option(t('Al recibirlo', 'On receiving it'), 'place', { words: ['efectivo', 'cash', 'contra entrega'] }),
      },
      saveAs: 'payBy',
    }),
    place: call('store', 'place_order', {
      cart: path('cart'), delivery: path('delivery'), name: path('receiver'), phone: path('receiverPhone'), address: template('{% if address %}{{ address }}{% endif %}'), branch: template('{% if branch %}{{ branch.key }}{% endif %}'), payment: path('payBy'),
    }, { saveAs: 'order', waitText: t('Un momento, estoy registrando su pedido.', 'One moment, I am placing your order.'), next: 'placed', failed: 'not_placed' }),
    not_placed: branch({ unsure: { when: any(is('error.code', 'EQUALS', 'UNKNOWN'), is('error.code', 'EQUALS', 'TIMEOUT')), to: 'unsure' } }, 'trouble', { name: '¿Falló o no se sabe?' }),
    unsure: handOff({
      name: 'No se sabe si quedó',
      text: t(
        'El sistema tardó demasiado y no sé si su pedido quedó registrado. Para no repetirlo, una persona de nuestro equipo lo revisará y le confirmará por aquí.',
        'The system took too long and I do not know whether your order was placed. So as not to place it twice, someone on our team will check and confirm here.',
      ),
      priority: 'HIGH',
      summary: t(`Revisar si el pedido quedó registrado. {{ receiver }}, {{ receiverPhone | phone }}.${cartSummary.ES}`, `Check whether the order was placed. {{ receiver }}, {{ receiverPhone | phone }}.${cartSummary.EN}`),
      next: 'to_menu',
    }),
    placed: set({ cart: literal(emptyCart) }, 'thanks', { name: 'Vaciar el carrito' }),
    thanks: say(t(
      `¡Gracias por su compra, {{ receiver }}! Su pedido es el {{ order.number }}, por {{ order.total | money }}. ${ready.ES}`,
      `Thank you for your purchase, {{ receiver }}! Your order is {{ order.number }}, for {{ order.total | money }}. ${ready.EN}`,
    ), 'by_link'),
    by_link: branch({ link: { when: is('payBy', 'EQUALS', 'LINK'), to: 'collect' } }, 'anything_else', { name: '¿Paga con enlace?' }),
    collect: subFlow('collect_payment', { parameters: { orderNumber: path('order.number'), orderTotal: path('order.total') }, next: 'anything_else', failed: 'unpaid' }),
    unpaid: say(t(
      'Su pedido {{ order.number }} sigue registrado. Puede pagarlo al recibirlo, o antes si me escribe «pagar pedido».',
      'Your order {{ order.number }} is still placed. You can pay when you receive it, or earlier by writing “pay order”.',
    ), 'anything_else'),
    cart: jump('cart'),
    buy: jump('buy'),
  },
})
