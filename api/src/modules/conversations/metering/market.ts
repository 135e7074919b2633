import lists from './markets.json' with { type: 'json' }

/** A provider's division of the world for its prices, in force from a day on. */
export interface MarketList {
  /** `YYYY-MM-DD`. */
  from: string
  source: string
  /** Of numbers that no prefix fits. */
  otherwise: string
  markets: readonly { name: string; prefixes: readonly string[] }[]
}

/** The market that a number belongs to. The longest prefix wins: behind one country code there may be several. */
export function marketOf(phone: string | null, at: Date, known: readonly MarketList[] = lists): string | null {
  const digits = phone?.replace(/\D/g, '')
  const list = known.findLast(({ from }) => from <= at.toISOString().slice(0, 10)) ?? known[0]
  if (!digits || !list) return null
  let best = { name: list.otherwise, length: 0 }
  for (const { name, prefixes } of list.markets) for (const prefix of prefixes) {
    if (prefix.length > best.length && digits.startsWith(prefix)) best = { name, length: prefix.length }
  }
  return best.name
}
