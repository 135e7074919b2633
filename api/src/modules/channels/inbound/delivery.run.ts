import { systemActor } from '../../../platform/actor.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import type { ReadUpdate } from '../adapters/update.ts'
import type { ChannelHealth } from '../provider/channel-health.ts'
import type { LineAccount, Lines } from '../provider/lines.ts'
import type { ChannelUpdates } from './channel-updates.ts'
import { deliveryProcessed, deliveryTried, waitingDeliveries, type Delivery } from './delivery.store.ts'
import { lanesOf } from './lanes.ts'
import { readMissed } from './missed-update.ts'
import { quarantine } from './quarantine.store.ts'
import { isPassing } from './passing-trouble.ts'

export interface DeliveryRunParts {
  units: Pick<Units, 'tenant' | 'read'>
  lines: Lines
  updates: ChannelUpdates
  health: ChannelHealth
  clock: Clock
  onError: (error: unknown) => void
}

/** Deliveries read at once, and persons served side by side. What is read of a body takes several times its bytes. */
const AT_ONCE = { most: 64, mostBytes: 1024 ** 2 }
const SIDE_BY_SIDE = 6
/** About one a second. What has not passed by then, while the database takes that it is set aside, is no passing trouble. */
const MOST_TRIES = 600

/** One update of a delivery. */
interface Step extends AddressedUpdate {
  delivery: Delivery
  position: number
  /** Of how many; 0 where nothing of it could be read. */
  of: number
}

/** Turns what came in on one account into what it means, each person's updates in order. */
export class DeliveryRun {
  readonly #parts: DeliveryRunParts

  constructor(parts: DeliveryRunParts) {
    this.#parts = parts
  }

  /** Everything that waits. True when something was left for later, since the database could not take it. */
  async run(account: LineAccount): Promise<boolean> {
    if (account.state === 'DRAFT') return false
    for (;;) {
      const deliveries = await this.#waiting(account)
      if (deliveries.length === 0) return false
      const steps = (await Promise.all(deliveries.map(delivery => this.#stepsOf(account, delivery)))).flat()
      const failed = await this.#walk(account, steps)
      const isDone = await this.#finish(account, deliveries, { steps, failed })
      if (!isDone || failed.size > 0) return true
    }
  }

  async #waiting({ tenantId, channelAccountId }: LineAccount): Promise<Delivery[]> {
    await using unit = this.#parts.units.read({ tenantId, actor: systemActor(tenantId) })
    return await waitingDeliveries(unit, { channelAccountId, ...AT_ONCE })
  }

  async #stepsOf(account: LineAccount, delivery: Delivery): Promise<Step[]> {
    const updates = await updatesOf(account, delivery, this.#parts.lines)
    return updates.map((update, position) => ({ ...update, delivery, position, of: amongOf(updates) }))
  }

  /** Ids of deliveries of which something is to be tried again. */
  async #walk(account: LineAccount, steps: Step[]): Promise<Set<string>> {
    const failed = new Set<string>()
    const lanes = [...lanesOf(steps).values()]
    const next = async (): Promise<void> => {
      for (let lane = lanes.shift(); lane; lane = lanes.shift()) {
        for (const step of lane) if (!await this.#take(account, step)) failed.add(step.delivery.id)
      }
    }
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, next))
    return failed
  }

  /** One update in a unit of its own. False where it has to be tried again. */
  async #take(account: LineAccount, step: Step): Promise<boolean> {
    const { read, delivery, of } = step
    try {
      await this.#unit(account, async unit => {
        if (!read.ok) return this.#setAside(unit, account, step, { reason: read.reason, raw: read.raw })
        await this.#parts.updates.apply(unit, step.account, read.update)
        if (of === 1) await deliveryProcessed(unit, delivery.id)
      })
      return true
    } catch (error) {
      if (isPassing(error) && delivery.tries < MOST_TRIES) return false
      this.#parts.onError(error)
      return this.#unit(account, unit => this.#setAside(unit, account, step, { reason: (error as Error).message, raw: read.ok ? read.update : read.raw }))
        .then(() => true, () => false)
    }
  }

  async #setAside(unit: Unit, { channelAccountId }: LineAccount, { delivery, position, of }: Step, { reason, raw }: { reason: string; raw: unknown }) {
    if (of <= 1) await deliveryProcessed(unit, delivery.id)
    await quarantine(unit, { channelAccountId, deliveryId: delivery.id, position, among: of, reason, raw, receivedAt: delivery.receivedAt })
    await this.#parts.health.alarm(unit, { channelAccountId, kind: 'QUARANTINE', problem: { code: 'QUARANTINE', message: reason.slice(0, 500) } })
  }

  /** False where what was done could not be noted: it is done again, and not at once. */
  #finish(account: LineAccount, deliveries: Delivery[], { steps, failed }: { steps: Step[]; failed: Set<string> }): Promise<boolean> {
    // Their one update, taken or set aside, has said so in its own unit.
    const single = new Set(steps.filter(step => step.of <= 1).map(step => step.delivery.id))
    return this.#unit(account, async unit => {
      for (const { id } of deliveries) {
        if (failed.has(id)) await deliveryTried(unit, id)
        else if (!single.has(id)) await deliveryProcessed(unit, id)
      }
      return true
    }).catch(error => {
      this.#parts.onError(error)
      return false
    })
  }

  #unit<Result>({ tenantId }: LineAccount, work: (unit: Unit) => Promise<Result>): Promise<Result> {
    return this.#parts.units.tenant({ tenantId, actor: systemActor(tenantId) }, work)
  }
}

/** An update, and whose it is. */
export interface AddressedUpdate {
  read: ReadUpdate
  account: LineAccount
  /** Nobody knows how many updates it is: nothing of the delivery can be read. */
  isWhole?: boolean
}

/** How many updates there are; 0 where nobody knows. */
export const amongOf = (updates: AddressedUpdate[]): number => (updates[0]?.isWhole ? 0 : updates.length)

/** Every update of a delivery, also those of other accounts of the tenant's. One that nothing can be made of at all is one update, which is set aside. */
export async function updatesOf(account: LineAccount, delivery: Omit<Delivery, 'id' | 'tries'>, lines: Lines): Promise<AddressedUpdate[]> {
  const all = await readAll(account, delivery, lines)
  if (all instanceof Error) return [{ read: { ok: false, reason: all.message, raw: delivery.body.subarray(0, 10_000).toString('utf8') }, account, isWhole: true }]
  const updates: AddressedUpdate[] = []
  for (const read of all) {
    const other = read.ok && read.of ? await lines.sibling(account, read.of) : account
    updates.push(other ? { read, account: other } : { read: nobodys(read), account })
  }
  return updates
}

async function readAll(account: LineAccount, { body, headers, receivedAt, isRead }: Omit<Delivery, 'id' | 'tries'>, lines: Lines): Promise<ReadUpdate[] | Error> {
  const { adapter } = account
  try {
    if (isRead) return [readMissed(body)]
    const line = lines.at(account, receivedAt)
    return adapter.read ? await adapter.read({ body, headers, receivedAt }, line) : adapter.webhook!.read({ body, headers, receivedAt }, line)
  } catch (error) {
    return error as Error
  }
}

/** Of accounts of other tenants nothing is known here. */
const nobodys = (read: ReadUpdate): ReadUpdate =>
  (read.ok && read.of ? { ok: false, reason: `It is for the account with the ${read.of.setting} ${read.of.value}, which is not connected here.`, raw: read.update } : read)
