import type { App } from '../app.ts'
import { systemActor, type Actor } from '../platform/actor.ts'
import { newId } from '../platform/ids.ts'
import { lock } from '../platform/lock.ts'
import type { Unit } from '../platform/unit.ts'
import type { Units } from '../platform/units.ts'
import { keepAppointments } from './appointments.ts'
import { companies } from './sign-ins.ts'
import { answerSurveys } from './surveys.ts'

export type ReadyBots = App['modules']['readyBots']

const NOTE = 'Primera versión, con los flujos de la plantilla del sector y sistemas de ejemplo'

interface Place {
  tenantId: string
  sector: string
  channelAccountId: string
  memberId: string
  userId: string
  name: string
}

const PLACES = `
  select t.id as "tenantId", t.sector, c.id as "channelAccountId", m.id as "memberId", m.user_id as "userId", m.name
  from tenant t
    join lateral (select id from channel_account a where a.tenant_id = t.id and a.kind = 'WEB' order by a.created_at, a.id limit 1) c on true
    join lateral (select id, user_id, name from member m where m.tenant_id = t.id and m.role = 'OWNER' and m.user_id is not null order by m.id limit 1) m on true
  where t.slug = any($1) and not exists (select from bot b where b.tenant_id = t.id)`

/** Each company's site is answered by the flows of its sector, and has what a week with them leaves. A company that has, or had, a bot is left as it is. */
export async function giveBots({ units, readyBots, now }: { units: Units; readyBots: ReadyBots; now: Date }, say: (line: string) => void): Promise<void> {
  const slugs = companies.map(({ profile }) => profile.slug)
  const places = await units.platform({ actor: systemActor() }, unit => unit.sql<Place>('demo-without-bots', PLACES, [slugs]))
  if (places.length > 0) say('demo: a bot with the flows of its sector for each company')
  for (const place of places) {
    const scope = { tenantId: place.tenantId, actor: ownerOf(place) }
    if (!await units.tenant(scope, unit => giveBot(unit, place, readyBots))) continue
    await keepAppointments({ units, ...scope, now })
    await answerSurveys({ units, ...scope, now })
  }
}

/** False where another process that starts at this moment did it. */
async function giveBot(unit: Unit, { tenantId, sector, channelAccountId }: Place, readyBots: ReadyBots): Promise<boolean> {
  await lock(unit, `demo-bot:${tenantId}`)
  if ((await unit.sql('demo-has-bot', 'select from bot where tenant_id = $1 limit 1', [tenantId])).length > 0) return false
  await readyBots.begin(unit, { sector, channelAccountId, language: 'ES', note: NOTE })
  return true
}

/** The trail says that the owner did it, as she would have. */
const ownerOf = ({ tenantId, memberId, userId, name }: Place): Actor => ({ kind: 'MEMBER', role: 'OWNER', tenantId, memberId, userId, name, sessionId: newId() })
