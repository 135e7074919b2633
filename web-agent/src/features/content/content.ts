import type { Message } from '../../live/desk.ts'

type Content = NonNullable<Message['content']>
export type ContentOf<Name extends Content['__typename']> = Extract<Content, { __typename: Name }>

/** The words repeat what is shown better; of templates they are what the contact read. */
export const isWordsEnough = (content: Message['content']) => content === null || content.__typename === 'UsedTemplate'

/** A map that anybody has, opened elsewhere: no tile is fetched from here. */
export const mapLink = ({ latitude, longitude }: { latitude: number; longitude: number }) =>
  `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`

/** Addresses come from outside: only those that a browser opens as pages become links. */
export const safeLink = (url: string | null) => (url && /^https?:\/\//i.test(url) ? url : undefined)

/** The same sign of several people is shown once, with how many. */
export function countReactions(reactions: readonly { emoji: string }[]) {
  const counts = new Map<string, number>()
  for (const { emoji } of reactions) counts.set(emoji, (counts.get(emoji) ?? 0) + 1)
  return [...counts].map(([emoji, count]) => ({ emoji, count }))
}

/** What an order comes to, where all its prices are known and in one currency. In cents, so that no cent is lost. */
export function orderTotal({ items }: Pick<ContentOf<'CustomerOrder'>, 'items'>): { amount: number; currency: string } | null {
  const currencies = new Set(items.map(({ currency }) => currency))
  const [currency] = currencies
  if (currencies.size !== 1 || !currency || items.some(({ price }) => price === null || !Number.isFinite(Number(price)))) return null
  const cents = items.reduce((sum, { price, quantity }) => sum + Math.round(Number(price) * 100) * quantity, 0)
  return { amount: cents / 100, currency }
}
