import type { Plan_EntitlementOverrideFragment as Override, Plan_SubscriptionItemFragment as Item, ProductKind } from '../../../contract/graphql.ts'
import { amountText, lessPercent, millionths } from '../exact-amount.ts'

const KINDS: ProductKind[] = ['PLAN', 'WHATSAPP', 'ADD_ON', 'SERVICE']

/** What runs today, the plan first. */
export const running = (items: readonly Item[]): Item[] =>
  items.filter(({ isRunning }) => isRunning).toSorted((one, other) => KINDS.indexOf(one.productKind) - KINDS.indexOf(other.productKind))

/** What comes to be paid every month for all of them together, without tax; where a currency is not the others', undefined. */
export function monthlyOf(items: readonly Item[]): { amount: string; currency: string } | undefined {
  const lines = items.flatMap(({ prices, quantity, discountPercent }) => prices
    .filter(({ charge }) => charge === 'MONTHLY')
    .map(({ price }) => ({ currency: price.currency, amount: lessPercent(millionths(price.amount) * BigInt(quantity), discountPercent) })))
  const [currency, ...others] = new Set(lines.map(line => line.currency))
  if (!currency || others.length > 0) return
  return { currency, amount: amountText(lines.reduce((sum, { amount }) => sum + amount, 0n)) }
}

export type Moment =
  | { key: string; on: string; what: 'BEGINS' | 'ENDS'; item: Item }
  | { key: string; on: string; what: 'OVERRIDDEN' | 'OVERRIDE_ENDS'; override: Override }

/** Everything that began and ended, and that will, the latest first. What never held is left out. */
export function momentsOf({ items, overrides }: { items: readonly Item[]; overrides: readonly Override[] }): Moment[] {
  const held = <Held extends { startsOn: string; endsOn?: string | null }>(all: readonly Held[]) => all.filter(({ startsOn, endsOn }) => endsOn == null || endsOn > startsOn)
  return [
    ...held(items).flatMap((item): Moment[] => [
      { key: `${item.id}-begins`, on: item.startsOn, what: 'BEGINS', item },
      ...(item.endsOn ? [{ key: `${item.id}-ends`, on: item.endsOn, what: 'ENDS' as const, item }] : []),
    ]),
    ...held(overrides).flatMap((override): Moment[] => [
      { key: `${override.id}-begins`, on: override.startsOn, what: 'OVERRIDDEN', override },
      ...(override.endsOn ? [{ key: `${override.id}-ends`, on: override.endsOn, what: 'OVERRIDE_ENDS' as const, override }] : []),
    ]),
  ].toSorted((one, other) => other.on.localeCompare(one.on))
}

/** The override that holds for a feature on a day. */
export const overrideOn = (overrides: readonly Override[], feature: string, day: string): Override | undefined =>
  overrides.find(override => override.feature === feature && override.startsOn <= day && (override.endsOn == null || override.endsOn > day))
