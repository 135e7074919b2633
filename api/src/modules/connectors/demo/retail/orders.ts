import { type DemoOperation, DemoProblem } from '../demo-system.ts'
import { type DemoInput, dayFrom, digitsOf, newNumber, optional, required, requiredNumber, requiredText, spread, stateOf, unknown } from '../sample-data.ts'
import { centsAs, centsOf } from '../sample-money.ts'
import { cartOf, costsOf, linesOf } from './cart.ts'

export const placeOrder: DemoOperation = {
  name: { ES: 'Registrar pedido', EN: 'Place an order' },
  idempotent: false,
  inputs: [
    required('cart', ['El carrito.', 'The cart.'], 'OBJECT'), required('delivery', ['DELIVERY o PICK_UP.', 'DELIVERY or PICK_UP.']), required('name', ['Quién lo recibe.', 'Who receives it.']), required('phone', ['Dónde se le encuentra.', 'Where she is reached.']),
    optional('address', ['Dónde se entrega.', 'Where it is delivered.']), optional('branch', ['Clave de la sucursal donde se retira.', 'Key of the branch where it is picked up.']), required('payment', ['LINK o CASH.', 'LINK or CASH.']),
  ],
  sample: { number: 'PED-123451', total: centsAs(105_000), readyOn: '2026-11-20' },
  answer(input, now) {
    const lines = linesOf(input)
    if (lines.length === 0) throw new DemoProblem('EMPTY_CART', 409, 'There is nothing in the cart.')
    requiredNumber(input, 'phone')
    requiredText(input, 'name')
    return { number: newNumber('PED', input), total: centsAs(costsOf(input).sum), readyOn: dayFrom(now, requiredText(input, 'delivery') === 'DELIVERY' ? 2 : 1) }
  },
}

const STATES = ['RECEIVED', 'PREPARING', 'ON_THE_WAY', 'DELIVERED', 'READY', 'CANCELLED'] as const
const SKUS = ['P-101', 'P-103', 'B-201', 'H-302', 'C-402', 'E-502']

function orderOf(number: string, now: Date) {
  const state = stateOf(number, STATES)
  const lines = [{ sku: SKUS[spread(number, SKUS.length)]!, quantity: 1 + spread(`first ${number}`, 2) }]
  const paid = state === 'DELIVERED' || state === 'ON_THE_WAY'
  return {
    number: `PED-${number}`, state, total: cartOf(lines, {}).total, items: 1, paid,
    canBePaid: !paid && state !== 'CANCELLED', expectedOn: dayFrom(now, state === 'DELIVERED' ? -1 : 1 + spread(number, 3)),
  }
}

export const numberInput = required('number', ['PED-… El último dígito dice en qué va: 1 recibido, 2 en preparación, 3 en camino, 4 entregado, 5 listo para retirar, 6 cancelado. Con PED-503 el sistema está caído, con PED-504 tarda demasiado y con PED-404 no hay nada.', 'PED-… The last digit says how far it is: 1 received, 2 being prepared, 3 on the way, 4 delivered, 5 ready for pick-up, 6 cancelled. PED-503 finds the system down, PED-504 too slow, PED-404 nothing.'])

export const getOrder: DemoOperation = {
  name: { ES: 'Estado de un pedido', EN: 'State of an order' },
  idempotent: true,
  inputs: [numberInput],
  sample: { number: 'PED-123453', state: 'ON_THE_WAY', total: centsAs(42_500), items: 1, paid: true, canBePaid: false, expectedOn: '2026-11-20' },
  answer: (input, now) => orderOf(requiredNumber(input, 'number'), now),
}

const PHONE = 10

/** Of a phone whose last digit is 0 there are none. */
export const findOrders: DemoOperation = {
  name: { ES: 'Pedidos de un teléfono', EN: 'Orders of a phone' },
  idempotent: true,
  inputs: [required('phone', ['Diez dígitos, con o sin código de país. El que termina en 0 no tiene pedidos.', 'Ten digits, with or without country code. One that ends in 0 has no orders.'])],
  sample: { orders: [{ number: 'PED-123453', state: 'ON_THE_WAY', total: centsAs(42_500), items: 1, paid: true, canBePaid: false, expectedOn: '2026-11-20' }] },
  answer(input, now) {
    const phone = requiredNumber({ phone: digitsOf(requiredText(input, 'phone')).slice(-PHONE) }, 'phone')
    if (phone.length < PHONE || phone.endsWith('0')) throw unknown('phone')
    const numbers = [`${10_000 + spread(phone, 90_000)}3`, `${10_000 + spread(`before ${phone}`, 90_000)}1`]
    return { orders: numbers.map(number => orderOf(number, now)) }
  },
}

export const postOrderPayment: DemoOperation = {
  name: { ES: 'Registrar pago de un pedido', EN: 'Post the payment of an order' },
  idempotent: true,
  inputs: [numberInput, required('amount', ['Lo que se pagó.', 'What was paid.'], 'OBJECT'), required('reference', ['La del pago; la misma nunca se registra dos veces.', 'Of the payment; the same one is never posted twice.'])],
  sample: { receipt: 'RC-482107', amount: centsAs(42_500), date: '2026-11-18' },
  answer(input: DemoInput, now) {
    requiredNumber(input, 'number')
    const reference = `${requiredText(input, 'number')} ${requiredText(input, 'reference')}`
    return { receipt: `RC-${100_000 + spread(reference, 900_000)}`, amount: centsAs(centsOf(input, 'amount')), date: dayFrom(now, 0) }
  },
}
