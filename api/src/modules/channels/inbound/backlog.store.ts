import type { ReadUnit } from '../../../platform/unit.ts'

export interface Backlog {
  tenantId: string
  channelAccountId: string
  waiting: number
  oldestAt: Date | null
}

// What came for a line that was never started waits for as long as it likes.
const BACKLOGS = `
  with waiting as (
    select d.tenant_id, d.channel_account_id, count(*)::integer as waiting, min(d.received_at) as oldest_at
    from channel_delivery d join channel_account a on a.tenant_id = d.tenant_id and a.id = d.channel_account_id
    where d.processed_at is null and a.state in ('LIVE', 'PAUSED') group by 1, 2),
  told as (select tenant_id, channel_account_id from channel_alarm where kind = 'BACKLOG' and cleared_at is null)
  select tenant_id as "tenantId", channel_account_id as "channelAccountId", coalesce(w.waiting, 0) as waiting, w.oldest_at as "oldestAt"
  from waiting w full join told t using (tenant_id, channel_account_id)
  where t.tenant_id is not null or w.waiting >= $1 or w.oldest_at <= $2`

/** In a platform unit: accounts with more waiting, or for longer, than they should; and those of which that was told. */
export const backlogs = (unit: ReadUnit, { most, since }: { most: number; since: Date }): Promise<Backlog[]> =>
  unit.sql<Backlog>('backlogs', BACKLOGS, [most, since])
