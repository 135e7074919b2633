import type { DemoSystem } from './demo-system.ts'
import { changeCart, quoteOrder } from './retail/cart.ts'
import { checkStock, findProducts, listCategories } from './retail/catalogue.ts'
import { findOrders, getOrder, placeOrder, postOrderPayment } from './retail/orders.ts'
import { createPayment } from './sample-payments.ts'
import { findBranches } from './sample-places.ts'

/** A shop with branches, made up. It keeps nothing: the cart goes back and forth, and an order’s number says how far it is. */
export const retail: DemoSystem = {
  key: 'store',
  name: { ES: 'Tienda de ejemplo', EN: 'Sample store' },
  operations: {
    list_categories: listCategories,
    find_products: findProducts,
    check_stock: checkStock,
    change_cart: changeCart,
    quote_order: quoteOrder,
    place_order: placeOrder,
    get_order: getOrder,
    find_orders: findOrders,
    create_payment: createPayment,
    post_order_payment: postOrderPayment,
    find_branches: findBranches,
  },
}
