import { systemActor } from '../../../platform/actor.ts'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import { mayConfigureChannels } from '../account/channel-account.policy.ts'
import { clearAlarm } from '../provider/channel-alarm.store.ts'
import type { Lines } from '../provider/lines.ts'
import { lockQuarantined, type QuarantinedRow } from '../provider/provider-channel.queries.ts'
import type { ChannelUpdates } from './channel-updates.ts'
import { deliveryById, deliveryReopened, type Delivery } from './delivery.store.ts'
import { amongOf, updatesOf, type AddressedUpdate } from './delivery.run.ts'
import { isPassing } from './passing-trouble.ts'
import { isSetAside, quarantineOver, quarantineStays } from './quarantine.store.ts'

interface Parts {
  units: Pick<Units, 'tenant'>
  lines: Lines
  updates: ChannelUpdates
}

/** Opens a unit of whoever asks. */
type Change = <Result>(work: (unit: Unit) => Promise<Result>) => Promise<Result>

interface Found extends QuarantinedRow {
  tenantId: string
  delivery?: Delivery
}

/** Updates that could not be processed, taken up again or left. Each verb returns the id of the channel account. */
export class QuarantineService {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /**
   * Read anew from what came, so that a mended reader counts. An administrator says so; what it tells is the channel's word and
   * taken as that, in a unit of its own. Told twice it comes to the same. When it fails again it still waits.
   */
  async replay(change: Change, id: string): Promise<string> {
    const found = await change(unit => find(unit, id))
    const meant = await this.#meant(found)
    if (meant === 'ALL') return change(unit => this.#reopen(unit, found))
    const reason = await this.#apply(found, meant)
    if (reason === undefined) return change(unit => this.#over(unit, found, { state: 'REPLAYED', action: 'channel.update-replayed' }))
    await change(unit => quarantineStays(unit, id, reason))
    return found.channelAccountId
  }

  async dismiss(unit: Unit, id: string): Promise<string> {
    return this.#over(unit, await find(unit, id), { state: 'DISMISSED', action: 'channel.update-dismissed' })
  }

  async #meant(found: Found): Promise<AddressedUpdate | 'ALL'> {
    const account = await this.#parts.lines.byId(found.tenantId, found.channelAccountId)
    if (!account || !found.delivery) throw new NotFound('What the provider sent')
    return meantBy(found, await updatesOf(account, found.delivery, this.#parts.lines))
  }

  /** Why it failed again. */
  async #apply({ tenantId }: Found, { read, account }: AddressedUpdate): Promise<string | undefined> {
    if (!read.ok) return read.reason
    try {
      await this.#parts.units.tenant({ tenantId, actor: systemActor(tenantId) }, unit => this.#parts.updates.apply(unit, account, read.update))
      return undefined
    } catch (error) {
      if (isPassing(error)) throw error
      return (error as Error).message
    }
  }

  /** Those of its updates that fail again are set aside anew, each by itself. */
  async #reopen(unit: Unit, found: Found): Promise<string> {
    await deliveryReopened(unit, found.deliveryId)
    return this.#over(unit, found, { state: 'REPLAYED', action: 'channel.update-replayed', isAll: true })
  }

  async #over(unit: Unit, { id, channelAccountId, reason }: QuarantinedRow, { action, ...over }: Over): Promise<string> {
    await quarantineOver(unit, id, over)
    const [left] = await unit.sql<{ count: number }>('quarantined-left', `select count(*)::integer as count from quarantined_update
      where tenant_id = $1 and channel_account_id = $2 and state = 'WAITING'`, [unit.tenantId, channelAccountId])
    if (left!.count === 0) await clearAlarm(unit, channelAccountId, 'QUARANTINE')
    unit.audit({ action, targetType: 'channel_account', targetId: channelAccountId, detail: { reason } })
    return channelAccountId
  }
}

interface Over {
  state: 'REPLAYED' | 'DISMISSED'
  action: string
  isAll?: boolean
}

/**
 * Which of a delivery's updates, as they are read now, was set aside: the one that says the same; where a mended reader makes
 * another of it, the one in its place among as many. Else nobody can tell, or it was the whole delivery, and all are meant.
 */
function meantBy({ update, position, among }: QuarantinedRow, now: AddressedUpdate[]): AddressedUpdate | 'ALL' {
  const same = now.find(({ read }) => isSetAside(update, read.ok ? read.update : read.raw))
  if (same) return same
  return among > 0 && among === amongOf(now) ? now[position]! : 'ALL'
}

async function find(unit: Unit, id: string): Promise<Found> {
  if (!mayConfigureChannels(unit.actor)) throw new Forbidden()
  const found = await lockQuarantined(unit, id)
  if (!found) throw new NotFound('The update')
  return { ...found, tenantId: unit.tenantId, delivery: await deliveryById(unit, found.deliveryId) }
}
