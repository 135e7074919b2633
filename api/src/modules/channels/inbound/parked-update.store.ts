import { newId } from '../../../platform/ids.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { ChannelUpdate } from '../adapters/update.ts'
import { revived } from './missed-update.ts'

const PARK = `
  insert into parked_update (tenant_id, channel_account_id, external_id, id, update, at) values ($1, $2, $3, $4, $5, $6)`

/** Of a message that is not here yet: it is told again when it comes. */
export async function parkUpdate(unit: Unit, channelAccountId: string, externalId: string, update: ChannelUpdate): Promise<void> {
  await unit.sql('parked-park', PARK, [unit.tenantId, channelAccountId, externalId, newId(unit.now), JSON.stringify(update), unit.now])
}

const TAKE = `
  delete from parked_update where tenant_id = $1 and channel_account_id = $2 and external_id = any ($3)
  returning id, update`

/** What was told before the message came, in the order in which it was; it is parked no longer. */
export async function takeParked(unit: Unit, channelAccountId: string, externalIds: readonly string[]): Promise<ChannelUpdate[]> {
  const rows = await unit.sql<{ id: string; update: ChannelUpdate }>('parked-take', TAKE, [unit.tenantId, channelAccountId, externalIds])
  return rows.toSorted((a, b) => a.id.localeCompare(b.id)).map(({ update }) => revived(update))
}
