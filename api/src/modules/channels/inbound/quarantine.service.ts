import { Forbidden, NotFound } from '../../../platform/errors.ts'
import type { Unit } from '../../../platform/unit.ts'
import { mayConfigureChannels } from '../channel-account.policy.ts'
import { clearAlarm } from '../provider/channel-alarm.store.ts'
import type { Lines } from '../provider/lines.ts'
import { lockQuarantined, type QuarantinedRow } from '../provider/provider-channel.queries.ts'
import type { ChannelUpdates } from './channel-updates.ts'
import { deliveryById } from './delivery.store.ts'
import { updatesOf } from './delivery.run.ts'

interface Parts {
  lines: Lines
  updates: ChannelUpdates
}

/** Updates that could not be processed, taken up again or left. Each verb returns the id of the channel account. */
export class QuarantineService {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Read anew from what came, so that a mended reader counts. Throws when it fails again, and then it still waits. */
  async replay(unit: Unit, id: string): Promise<string> {
    const found = await find(unit, id)
    const account = await this.#parts.lines.byId(unit.tenantId, found.channelAccountId)
    const delivery = await deliveryById(unit, found.deliveryId)
    if (!account || !delivery) throw new NotFound('What the provider sent')
    const told = (await updatesOf(account, delivery, this.#parts.lines))[found.position]
    if (!told) throw new StillUnreadable('It is not there any more.')
    if (!told.read.ok) throw new StillUnreadable(told.read.reason)
    await this.#parts.updates.apply(unit, told.account, told.read.update)
    return this.#over(unit, found, { state: 'REPLAYED', action: 'channel.update-replayed' })
  }

  async accountOf(unit: Unit, id: string): Promise<string> {
    return (await find(unit, id)).channelAccountId
  }

  async dismiss(unit: Unit, id: string): Promise<string> {
    return this.#over(unit, await find(unit, id), { state: 'DISMISSED', action: 'channel.update-dismissed' })
  }

  async #over(unit: Unit, { id, channelAccountId, reason }: QuarantinedRow, { state, action }: { state: string; action: string }): Promise<string> {
    await unit.sql('quarantined-over', 'update quarantined_update set state = $3 where tenant_id = $1 and id = $2', [unit.tenantId, id, state])
    const [left] = await unit.sql<{ count: number }>('quarantined-left', `select count(*)::integer as count from quarantined_update
      where tenant_id = $1 and channel_account_id = $2 and state = 'WAITING'`, [unit.tenantId, channelAccountId])
    if (left!.count === 0) await clearAlarm(unit, channelAccountId, 'QUARANTINE')
    unit.audit({ action, targetType: 'channel_account', targetId: channelAccountId, detail: { reason } })
    return channelAccountId
  }
}

/** It was looked at again, and is as before. */
export class StillUnreadable extends Error {}

async function find(unit: Unit, id: string): Promise<QuarantinedRow> {
  if (!mayConfigureChannels(unit.actor)) throw new Forbidden()
  const found = await lockQuarantined(unit, id)
  if (!found) throw new NotFound('The update')
  return found
}
