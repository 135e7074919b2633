import { flow, jump, list, option, t } from '../build/index.ts'

export const mainMenuFlow = flow('main_menu', {
  name: 'Menú principal',
  steps: {
    menu: list({
      text: t('¿Qué desea hacer hoy?', 'What would you like to do today?'),
      options: {
        buy: option(t('Comprar', 'Buy'), 'buy', { description: t('Por categoría o por nombre', 'By category or by name') }),
        cart: option(t('Ver mi carrito', 'See my cart'), 'cart', { description: t('Cambiarlo, vaciarlo o pagarlo', 'Change it, empty it or check out') }),
        catalogue: option(t('Catálogo y precios', 'Catalogue and prices'), 'catalogue', { description: t('Todo lo que vendemos', 'Everything that we sell') }),
        stock: option(t('Disponibilidad', 'Availability'), 'stock', { description: t('En cuál tienda hay un producto', 'Which store has a product') }),
        track_order: option(t('Seguir mi pedido', 'Track my order'), 'track_order', { description: t('Con su número o su teléfono', 'By its number or your phone') }),
        pay_order: option(t('Pagar un pedido', 'Pay an order'), 'pay_order', { description: t('Con un enlace de pago seguro', 'With a secure payment link') }),
        claim: option(t('Reclamos y cambios', 'Claims and returns'), 'claim', { description: t('Algo no llegó bien o no le sirvió', 'Something came wrong or does not suit') }),
        follow_request: option(t('Seguir un reclamo', 'Follow a claim'), 'follow_request', { description: t('Con el número que le dimos', 'By the number that we gave you') }),
        hours: option(t('Tiendas y horarios', 'Stores and hours'), 'hours', { description: t('Dónde estamos y cuándo abrimos', 'Where we are and when we open') }),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'person', { description: t('De nuestro equipo', 'From our team') }),
      },
    }),
    buy: jump('buy'),
    cart: jump('cart'),
    catalogue: jump('catalogue'),
    stock: jump('stock'),
    track_order: jump('track_order'),
    pay_order: jump('pay_order'),
    claim: jump('claim'),
    follow_request: jump('follow_request'),
    hours: jump('hours'),
    person: jump('person'),
  },
})
