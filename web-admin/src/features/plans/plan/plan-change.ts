import type { Catalogue_ProductFragment as Product, Charge, NewSubscriptionItemInput, Plan_SubscriptionItemFragment as Item } from '../../../contract/graphql.ts'
import { typedAmount } from '../exact-amount.ts'

/** In the place of a product: what is there stays; or ends without another. */
export const SAME = 'same'
export const NONE = 'none'

/** Something that is to begin. Prices are as typed; those of the list when left as they were. */
export interface Line {
  product: Product
  quantity: number
  discountPercent: string
  prices: Partial<Record<Charge, string>>
}

export const lineFor = (product: Product): Line => ({
  product, quantity: 1, discountPercent: '0', prices: Object.fromEntries(product.prices.map(({ charge, price }) => [charge, price?.amount ?? ''])),
})

interface Chosen { plan: string; whatsapp: string; endItemIds: readonly string[]; lines: readonly Line[] }

/** What ends, and whether it does by itself because another one takes its place. */
export function endingOf(current: readonly Item[], { plan, whatsapp, endItemIds, lines }: Chosen): { item: Item; isReplaced: boolean }[] {
  const isReplaced = ({ productKind, productKey }: Item) => ['PLAN', 'WHATSAPP'].includes(productKind) && lines.some(({ product }) => product.kind === productKind && product.key !== productKey)
  const isDropped = ({ productKind }: Item) => (productKind === 'PLAN' ? plan : productKind === 'WHATSAPP' ? whatsapp : SAME) === NONE
  return current.filter(item => isReplaced(item) || isDropped(item) || endItemIds.includes(item.id)).map(item => ({ item, isReplaced: isReplaced(item) }))
}

/** As they are sent: only prices that are not the list's; or the key of the product one of whose numbers is none. */
export function addedOf(lines: readonly Line[]): { lines: NewSubscriptionItemInput[] } | { wrong: string } {
  const added: NewSubscriptionItemInput[] = []
  for (const { product, quantity, discountPercent, prices } of lines) {
    const changed = product.prices.filter(({ charge, price }) => (prices[charge] ?? '') !== (price?.amount ?? ''))
    const typed = changed.map(({ charge }) => ({ charge, amount: typedAmount(prices[charge] ?? '') }))
    const discount = typedAmount(discountPercent)
    const missing = product.prices.some(({ charge, price }) => !price && !prices[charge])
    if (missing || discount === undefined || typed.some(({ amount }) => amount === undefined)) return { wrong: product.key }
    added.push({ productKey: product.key, quantity, discountPercent: discount, prices: typed as { charge: Charge; amount: string }[] })
  }
  return { lines: added }
}
