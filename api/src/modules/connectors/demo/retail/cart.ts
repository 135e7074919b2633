import type { Json } from '@botpro/graphql/flows'
import { type DemoOperation, DemoProblem } from '../demo-system.ts'
import { type DemoInput, dayFrom, inWords, language, optional, required, requiredText, textOf } from '../sample-data.ts'
import { centsAs, wholeOf } from '../sample-money.ts'
import { productOf, unitsOf } from './catalogue.ts'

interface Line { sku: string; quantity: number }

const MOST_OF_ONE = 50

/** Only what is in it counts: prices and names are the catalogue's. */
export function linesOf({ cart }: DemoInput): Line[] {
  const lines: Json = cart && typeof cart === 'object' && !Array.isArray(cart) ? cart.lines ?? null : null
  if (!Array.isArray(lines)) return []
  return lines.flatMap(line => (line && typeof line === 'object' && !Array.isArray(line) ? [{ sku: textOf(line, 'sku'), quantity: wholeOf(line, 'quantity', 1, MOST_OF_ONE) }] : []))
}

export function cartOf(lines: Line[], input: DemoInput) {
  const priced = lines.map(({ sku, quantity }) => ({ product: productOf(sku), quantity }))
  return {
    lines: priced.map(({ product: { sku, name, cents }, quantity }) => ({ sku, name: inWords(input, name), quantity, price: centsAs(cents), total: centsAs(cents * quantity) })),
    count: priced.reduce((sum, { quantity }) => sum + quantity, 0),
    total: centsAs(totalOf(lines)),
  }
}

export const totalOf = (lines: Line[]) => lines.reduce((sum, { sku, quantity }) => sum + productOf(sku).cents * quantity, 0)

const cartInput = optional('cart', ['El carrito como se dio la última vez; se omite con el primer producto.', 'The cart as it was last given; left out for the first product.'], 'OBJECT')

function changed(input: DemoInput): Line[] {
  const { sku } = productOf(requiredText(input, 'sku'))
  const lines = linesOf(input)
  const before = lines.find(line => line.sku === sku)?.quantity ?? 0
  const quantity = wholeOf(input, 'quantity', 0, MOST_OF_ONE) + (textOf(input, 'how') === 'SET' ? 0 : before)
  if (quantity > Math.min(unitsOf(sku), MOST_OF_ONE)) throw new DemoProblem('OUT_OF_STOCK', 409, 'There are not so many of it.')
  if (quantity === 0) return lines.filter(line => line.sku !== sku)
  return before ? lines.map(line => (line.sku === sku ? { sku, quantity } : line)) : [...lines, { sku, quantity }]
}

export const changeCart: DemoOperation = {
  name: { ES: 'Cambiar el carrito', EN: 'Change the cart' },
  idempotent: true,
  inputs: [
    cartInput, required('sku', ['Código del producto.', 'Code of the product.']), required('quantity', ['Cuántos; con SET, 0 lo saca.', 'How many; with SET, 0 takes it out.'], 'NUMBER'),
    optional('how', ['ADD (también si se omite) o SET.', 'ADD (also when left out) or SET.']), language,
  ],
  sample: cartOf([{ sku: 'P-101', quantity: 2 }], { language: 'ES' }),
  answer: input => cartOf(changed(input), input),
}

const FEE = 20_000
const FREE_FROM = 250_000

/** Delivery costs RD$ 200.00, and nothing from RD$ 2,500.00 on. */
export function costsOf(input: DemoInput) {
  const total = totalOf(linesOf(input))
  const fee = requiredText(input, 'delivery') === 'DELIVERY' && total < FREE_FROM ? FEE : 0
  return { total, fee, sum: total + fee }
}

export const quoteOrder: DemoOperation = {
  name: { ES: 'Costo de envío y total', EN: 'Delivery fee and total' },
  idempotent: true,
  inputs: [{ ...cartInput, required: true }, required('delivery', ['DELIVERY o PICK_UP.', 'DELIVERY or PICK_UP.'])],
  sample: { fee: centsAs(FEE), total: centsAs(105_000), readyOn: '2026-11-20' },
  answer(input, now) {
    const { fee, sum } = costsOf(input)
    return { fee: centsAs(fee), total: centsAs(sum), readyOn: dayFrom(now, textOf(input, 'delivery') === 'DELIVERY' ? 2 : 1) }
  },
}
