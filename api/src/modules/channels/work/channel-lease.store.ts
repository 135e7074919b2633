import type { Unit } from '../../../platform/unit.ts'

const TAKE = `
  insert into channel_lease (tenant_id, channel_account_id, holder, until) values ($1, $2, $3, clock_timestamp() + $4 * interval '1 millisecond')
  on conflict (tenant_id, channel_account_id) do update set holder = excluded.holder, until = excluded.until
  where channel_lease.holder = excluded.holder or channel_lease.until < clock_timestamp()
  returning holder`

/** Whether the account is this process's to work for, for so many milliseconds. The clock is the database's, which all share. */
export async function takeLease(unit: Unit, { channelAccountId, holder, forMs }: { channelAccountId: string; holder: string; forMs: number }): Promise<boolean> {
  return (await unit.sql('lease-take', TAKE, [unit.tenantId, channelAccountId, holder, forMs])).length > 0
}

export async function giveUpLease(unit: Unit, channelAccountId: string, holder: string): Promise<void> {
  await unit.sql('lease-give-up', 'delete from channel_lease where tenant_id = $1 and channel_account_id = $2 and holder = $3',
    [unit.tenantId, channelAccountId, holder])
}
