import { any, answers, ask, branch, buttons, call, flow, is, jump, list, literal, onWords, option, own, path, say, set, t } from '../build/index.ts'
import { cartLines, cartSummary, cartVariable, emptyCart } from './cart-text.ts'

export const cartFlow = flow('cart', {
  name: 'Carrito',
  description: 'Muestra el carrito y deja cambiarlo, vaciarlo o completar el pedido.',
  variables: [cartVariable, own('line', 'OBJECT'), own('quantity', 'NUMBER')],
  triggers: [onWords(['carrito', 'mi carrito', 'ver carrito'], ['cart', 'my cart', 'basket'])],
  summary: t(`Está viendo su carrito.${cartSummary.ES}`, `Looking at the cart.${cartSummary.EN}`),
  steps: {
    anything: branch({ yes: { when: is('cart.count', 'GREATER', 0), to: 'show' } }, 'empty', { name: '¿Lleva algo?' }),
    empty: buttons({
      text: t('Su carrito está vacío todavía.', 'Your cart is still empty.'),
      options: {
        buy: option(t('Ver productos', 'See products'), 'buy', { words: ['comprar', 'buy'] }),
        menu: option(t('Volver al menú', 'Back to the menu'), 'to_menu'),
      },
    }),
    show: say(t(`En su carrito lleva:${cartLines}\n\nTotal: {{ cart.total | money }}`, `In your cart:${cartLines}\n\nTotal: {{ cart.total | money }}`), 'what'),
    what: buttons({
      text: t('¿Qué desea hacer?', 'What would you like to do?'),
      options: {
        checkout: option(t('Completar pedido', 'Complete order'), 'checkout', { words: ['pagar', 'pay', 'checkout'] }),
        change: option(t('Cambiar o quitar', 'Change or remove'), 'which', { words: ['cambiar', 'quitar', 'vaciar', 'change', 'remove', 'empty'] }),
        more: option(t('Seguir comprando', 'Keep shopping'), 'buy'),
      },
    }),
    which: list({
      text: t('¿Qué desea cambiar?', 'What would you like to change?'),
      items: {
        list: 'cart.lines', most: 8, to: 'ask_quantity', title: t('{{ item.name | truncate: 24 }}', '{{ item.name | truncate: 24 }}'),
        description: t('{{ item.quantity }} × {{ item.price | money }}', '{{ item.quantity }} × {{ item.price | money }}'),
      },
      options: {
        empty: option(t('Vaciar el carrito', 'Empty the cart'), 'sure'),
        back: option(t('Dejarlo como está', 'Leave it as it is'), 'show'),
      },
      saveAs: 'line',
    }),
    ask_quantity: ask({
      text: t('¿Cuántas unidades desea de «{{ line.name }}»? Escriba 0 para quitarlo.', 'How many of {{ line.name }} would you like? Write 0 to remove it.'),
      answer: answers.wholeNumber(0, 50), saveAs: 'quantity',
      notUnderstood: t('Dígame una cantidad entre 0 y 50, por favor.', 'Please tell me a quantity between 0 and 50.'), next: 'change',
    }),
    change: call('store', 'change_cart', { cart: path('cart'), sku: path('line.sku'), quantity: path('quantity'), how: literal('SET'), language: path('language') }, { saveAs: 'cart', next: 'anything', failed: 'not_changed' }),
    not_changed: branch({ short: { when: any(is('error.status', 'EQUALS', 409), is('error.code', 'EQUALS', 'OUT_OF_STOCK')), to: 'not_enough' } }, 'trouble', { name: '¿No alcanza o falló?' }),
    not_enough: say(t('No nos quedan tantas unidades de «{{ line.name }}».', 'We do not have that many of {{ line.name }}.'), 'ask_quantity'),
    sure: buttons({
      text: t('¿Seguro que desea vaciar el carrito?', 'Are you sure that you want to empty the cart?'),
      options: {
        yes: option(t('Sí, vaciarlo', 'Yes, empty it'), 'clear', { words: ['sí', 'si', 'yes'] }),
        no: option(t('No, dejarlo', 'No, keep it'), 'show', { words: ['no'] }),
      },
    }),
    clear: set({ cart: literal(emptyCart) }, 'cleared', { name: 'Vaciar' }),
    cleared: say(t('Listo, su carrito quedó vacío.', 'Done, your cart is empty.'), 'anything_else'),
    buy: jump('buy'),
    checkout: jump('checkout'),
  },
})
