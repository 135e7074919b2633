import { newId } from '../../../platform/ids.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { ProviderKind } from '../channel-kind.ts'
import type { MissedUpdate } from '../inbound/missed-update.ts'

const HEARD = `
  insert into channel_listening as l (heard_at) values (clock_timestamp())
  on conflict (is_only) do update set heard_at = greatest(l.heard_at, excluded.heard_at)`

const MARK = `
  update provider_channel p set gaps = p.gaps + 1, gap_since = least(p.gap_since, date_trunc('milliseconds', l.heard_at))
  from channel_listening l, channel_account a
  where l.heard_at < clock_timestamp() - $1 * interval '1 millisecond' and p.kind = any ($2)
    and a.tenant_id = p.tenant_id and a.id = p.channel_account_id and a.state in ('LIVE', 'PAUSED')`

/**
 * In a platform unit: somebody listens. Where nobody of the installation did for so long — no process ran, or none reached the
 * database, without which nothing is taken — what was told meanwhile may be lost.
 */
export async function listening(unit: Unit, { deafMs, kinds }: { deafMs: number; kinds: readonly ProviderKind[] }): Promise<void> {
  await unit.sql('listening-lock', 'select from channel_listening for update')
  await unit.sql('listening-mark', MARK, [deafMs, kinds])
  await unit.sql('listening-heard', HEARD)
}

const KNOWN = 'select external_id as "externalId" from channel_message where tenant_id = $1 and channel_account_id = $2 and external_id = any ($3)'

/** Of these names those of messages that are here. */
export async function knownNames(unit: ReadUnit, channelAccountId: string, externalIds: readonly string[]): Promise<Set<string>> {
  const rows = await unit.sql<{ externalId: string }>('gap-known-names', KNOWN, [unit.tenantId, channelAccountId, externalIds])
  return new Set(rows.map(row => row.externalId))
}

const STORE = `
  insert into channel_delivery (tenant_id, id, channel_account_id, received_at, key, headers, body, is_read)
  select $1, id, $2, $3, key, '{}', body, true from unnest($4::uuid[], $5::text[], $6::bytea[]) as missed (id, key, body)
  on conflict (tenant_id, channel_account_id, key) where key is not null do nothing`

/** Kept like what the provider sends, each once. */
export async function storeMissed(unit: Unit, channelAccountId: string, missed: readonly MissedUpdate[]): Promise<void> {
  const { tenantId, now } = unit
  const values = [tenantId, channelAccountId, now, missed.map(() => newId(now)), missed.map(({ key }) => key), missed.map(({ body }) => body)]
  await unit.sql('gap-store', STORE, values)
  unit.wake('channel', `${tenantId} ${channelAccountId}`)
}

/** Everything up to there was fetched, or everything at all. A gap that was found since then stays as it is. */
export async function gapFetched(unit: Unit, { channelAccountId, gaps, upTo }: { channelAccountId: string; gaps: number; upTo: Date | null }): Promise<void> {
  await unit.sql('gap-fetched', 'update provider_channel set gap_since = $4 where tenant_id = $1 and channel_account_id = $2 and gaps = $3',
    [unit.tenantId, channelAccountId, gaps, upTo])
}
