import { isDay, localDay, type Day } from '../../platform/day.ts'
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts'
import { InvalidInput } from '../../platform/refusal.ts'
import { auditAt } from '../../platform/tenant-audit.ts'
import type { ReadUnit, Unit } from '../../platform/unit.ts'
import { tenantMeant, type TenantRow } from '../tenancy/index.ts'
import type { CatalogueService } from './catalogue.service.ts'
import { mayChangeSubscription, mayOverride, mayReadSubscription } from './catalogue.policy.ts'
import { FEATURES, type Feature } from './feature.ts'
import { NoContractInForce } from './plans.errors.ts'
import { agreed, type NewLine } from './agreement.ts'
import { coversOn, entitlementsOn, isSettingUp, type TenantEntitlement } from './subscription.ts'
import { endOverride, keepOverride, subscribedOf, type KeptItem, type KeptOverride, type NewItem } from './subscription.store.ts'
import type { Subscriptions } from './subscriptions.ts'

/** What is in force between a tenant and BotPro, as contracts tell it. */
export interface InForce { contractId: string; endsOn: Day }

export interface SubscriptionView {
  __typename: 'TenantSubscription'
  id: string
  tenant: TenantRow
  today: Day
  state: 'SETTING_UP' | 'RUNNING' | 'ENDED'
  items: (KeptItem & { isRunning: boolean })[]
  overrides: KeptOverride[]
  entitlements: TenantEntitlement[]
}

export interface SubscriptionChange {
  tenantId: string
  /** Made by the client: the same change comes once, however often it is sent. */
  changeId: string
  when: 'NOW' | 'AT_RENEWAL'
  endItemIds: string[]
  add: NewLine[]
}

export interface NewOverride {
  tenantId: string
  feature: Feature
  isIncluded?: boolean | null
  amount?: number | null
  reason: string
  startsOn: Day
  endsOn?: Day | null
}

interface Parts {
  catalogue: CatalogueService
  subscriptions: Subscriptions
  inForce: (unit: ReadUnit, tenantId: string) => Promise<InForce | undefined>
  forget: (unit: Unit) => void
}

export class SubscriptionService {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async see(unit: ReadUnit, tenantId?: string | null): Promise<SubscriptionView> {
    if (!mayReadSubscription(unit.actor)) throw new Forbidden()
    return view(unit, await tenantMeant(unit, tenantId))
  }

  /** For whoever works in a tenant: screens show and hide by it. */
  async entitlements(unit: ReadUnit): Promise<TenantEntitlement[]> {
    return (await view(unit, await tenantMeant(unit))).entitlements
  }

  async change(unit: Unit, change: SubscriptionChange) {
    if (!mayChangeSubscription(unit.actor)) throw new Forbidden()
    const tenant = await tenantMeant(unit, change.tenantId)
    const inForce = await this.#parts.inForce(unit, tenant.id)
    if (!inForce) return new NoContractInForce()
    const on = change.when === 'NOW' ? localDay(unit.now, tenant.timeZone) : inForce.endsOn
    const { items } = await subscribedOf(unit, tenant.id)
    const ended = change.endItemIds.map(id => items.find(item => item.id === id))
    if (ended.includes(undefined)) throw new NotFound('The item')
    const products = await this.#parts.catalogue.offer(unit, { tenantId: tenant.id, keys: change.add.map(({ productKey }) => productKey), on })
    const lines = agreed(change.add, products, tenant.currency)
    if (!Array.isArray(lines)) return lines
    const added = lines.map((line, index): NewItem => ({ ...line, startsOn: on, contractId: inForce.contractId, origin: `change:${change.changeId}:${index}` }))
    await this.#keep(unit, tenant, { ending: [...ended, ...replacedBy(added, items, on)].map(item => item!.id), added, on })
    return view(unit, tenant)
  }

  async #keep(unit: Unit, { id: tenantId }: TenantRow, { ending, added, on }: { ending: string[]; added: NewItem[]; on: Day }): Promise<void> {
    await this.#parts.subscriptions.begin(unit, { tenantId, items: added })
    await this.#parts.subscriptions.end(unit, { tenantId, itemIds: ending, endsOn: on })
    const known = await this.#parts.subscriptions.itemsOf(unit, tenantId)
    // The same id with other words: what is known is not what was meant.
    if (added.some(one => !known.some(item => item.startsOn === on && item.productKey === one.productKey && item.quantity === one.quantity))) throw new Conflict()
    await auditAt(unit, tenantId, {
      action: 'subscription.changed', targetType: 'tenant', targetId: tenantId, detail: { on, added: added.map(({ productKey, quantity }) => ({ productKey, quantity })), ended: ending },
    })
  }

  async override(unit: Unit, { tenantId, feature, isIncluded, amount, ...typed }: NewOverride) {
    if (!mayOverride(unit.actor)) throw new Forbidden()
    const tenant = await tenantMeant(unit, tenantId)
    const value = FEATURES[feature] === 'FLAG' ? isIncluded : amount
    if (value == null || (typeof value === 'number' && (value < 0 || value > 100_000_000))) return new InvalidInput(FEATURES[feature] === 'FLAG' ? 'isIncluded' : 'amount', 'Has to be given.')
    const [reason, endsOn] = [typed.reason.trim(), typed.endsOn ?? null]
    if (!reason || reason.length > 500) return new InvalidInput('reason', '1 to 500 characters.')
    if (!isDay(typed.startsOn) || typed.startsOn < localDay(unit.now, tenant.timeZone)) return new InvalidInput('startsOn', 'Must be today or later.')
    if (endsOn !== null && !(isDay(endsOn) && endsOn > typed.startsOn)) return new InvalidInput('endsOn', 'Must be later than it starts.')
    await keepOverride(unit, tenant.id, { feature, value, reason, startsOn: typed.startsOn, endsOn })
    await this.#changed(unit, tenant, { action: 'entitlement.overridden', detail: { feature, value, reason, startsOn: typed.startsOn, endsOn } })
    return view(unit, tenant)
  }

  async endOverride(unit: Unit, { tenantId, id }: { tenantId: string; id: string }): Promise<SubscriptionView> {
    if (!mayOverride(unit.actor)) throw new Forbidden()
    const tenant = await tenantMeant(unit, tenantId)
    if (!await endOverride(unit, { tenantId: tenant.id, id, endsOn: localDay(unit.now, tenant.timeZone) })) throw new NotFound('The override')
    await this.#changed(unit, tenant, { action: 'entitlement.override-ended', detail: { id } })
    return view(unit, tenant)
  }

  async #changed(unit: Unit, { id }: TenantRow, entry: { action: string; detail: object }): Promise<void> {
    await auditAt(unit, id, { ...entry, targetType: 'tenant', targetId: id })
    this.#parts.forget(unit)
  }
}

/** A tenant has one plan and one WhatsApp plan at a time. */
const replacedBy = (added: readonly NewItem[], items: readonly KeptItem[], on: Day): KeptItem[] =>
  items.filter(item => ['PLAN', 'WHATSAPP'].includes(item.productKind) && (item.endsOn === null || item.endsOn > on)
    && added.some(one => one.productKind === item.productKind && one.productKey !== item.productKey))

async function view(unit: ReadUnit, tenant: TenantRow): Promise<SubscriptionView> {
  const { id, timeZone } = tenant
  const [subscribed, today] = [await subscribedOf(unit, id), localDay(unit.now, timeZone)]
  const items = subscribed.items.map(item => ({ ...item, isRunning: coversOn(item, today) }))
  const state = isSettingUp(subscribed, today) ? 'SETTING_UP' : items.some(({ isRunning }) => isRunning) ? 'RUNNING' : 'ENDED'
  return { __typename: 'TenantSubscription', id, tenant, today, state, items, overrides: subscribed.overrides, entitlements: entitlementsOn(subscribed, today) }
}
