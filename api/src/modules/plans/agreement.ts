import { InvalidInput } from '../../platform/refusal.ts'
import { isAmount, isPercent, type Charge, type Prices } from './charge.ts'
import { PriceMissing } from './plans.errors.ts'
import { pricesOf, type ProductView } from './product.queries.ts'
import type { SubscriptionItem } from './subscription.ts'

/** What somebody is to have, as it was typed. */
export interface NewLine {
  productKey: string
  quantity: number
  /** In the place of the list's; those on request must be here. */
  prices: { charge: Charge; amount: string }[]
  discountPercent: string
}

export type AgreedLine = Pick<SubscriptionItem, 'productKey' | 'productKind' | 'name' | 'quantity' | 'currency' | 'prices' | 'discountPercent' | 'entitlements'>

/** Lines as they are agreed: everything that the catalogue says of them on the day is written into them. Or what is wrong. */
export function agreed(lines: readonly NewLine[], products: readonly ProductView[], currency: string): AgreedLine[] | InvalidInput | PriceMissing {
  const kinds = lines.flatMap(({ productKey }) => products.find(({ key }) => key === productKey)?.kind ?? [])
  if (['PLAN', 'WHATSAPP'].some(kind => kinds.filter(one => one === kind).length > 1)) return new InvalidInput('productKey', 'One plan of a kind at a time.')
  const done: AgreedLine[] = []
  for (const line of lines) {
    const one = agreedLine(line, products.find(({ key }) => key === line.productKey), currency)
    if (one instanceof InvalidInput || one instanceof PriceMissing) return one
    done.push(one)
  }
  return done
}

function agreedLine({ productKey, quantity, prices, discountPercent }: NewLine, product: ProductView | undefined, currency: string): AgreedLine | InvalidInput | PriceMissing {
  if (!product) return new InvalidInput('productKey', `${productKey} is not sold.`)
  const isOne = product.kind === 'PLAN' || product.kind === 'WHATSAPP'
  if (quantity < 1 || quantity > (isOne ? 1 : 10_000)) return new InvalidInput('quantity', isOne ? 'One.' : '1 to 10,000.')
  if (!isPercent(discountPercent)) return new InvalidInput('discountPercent', 'A decimal number from 0 to 100.')
  const wrong = prices.find(({ charge, amount }) => !isAmount(amount) || !product.charges.includes(charge))
  if (wrong) return new InvalidInput('prices', `The price ${wrong.charge} of ${productKey} cannot be ${wrong.amount}.`)
  const all: Prices = { ...pricesOf(product), ...Object.fromEntries(prices.map(({ charge, amount }) => [charge, amount])) }
  const missing = product.charges.find(charge => all[charge] === undefined)
  if (missing) return new PriceMissing(productKey, missing)
  return { productKey, productKind: product.kind, name: product.name, quantity, currency, prices: all, discountPercent, entitlements: product.entitlements }
}
