import type { Unit } from '../platform/unit.ts'
import { companies } from './sign-ins.ts'

/** The address itself, and its twin: `localhost` and `127.0.0.1` are two origins to a browser. */
export function originsOf(url: string): string[] {
  const { origin, hostname } = new URL(url)
  const twin = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' }[hostname]
  return twin ? [origin, origin.replace(hostname, twin)] : [origin]
}

// What was opened for former addresses goes in time: a channel keeps the latest of them.
const OPEN = `
  with opened as (
    update web_channel w
    set allowed_origins = ($2::text[] || array(select unnest(w.allowed_origins) except select unnest($2::text[])))[1:20]
    from tenant t, channel_account c
    where t.id = w.tenant_id and t.slug = any($1) and c.tenant_id = w.tenant_id and c.id = w.channel_account_id and c.kind = 'WEB' and not w.allowed_origins @> $2::text[]
    returning w.tenant_id, w.channel_account_id
  )
  update channel_account a set version = version + 1
  from opened o where a.tenant_id = o.tenant_id and a.id = o.channel_account_id`

/** The demo pages work wherever this start listens. */
export async function openOrigins(unit: Unit, origins: string[]): Promise<void> {
  await unit.sql('demo-open-origins', OPEN, [companies.map(({ profile }) => profile.slug), origins])
}
