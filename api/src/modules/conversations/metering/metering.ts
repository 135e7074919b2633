import type { Unit } from '../../../platform/unit.ts'
import type { ThreadPlace } from '../messages/message-store.ts'
import { noted, recounted, type Countable, type SessionBook } from './session.ts'
import { nextCountable, openSessions, standingSessions, withdrawSessions, type CountedSession } from './session.store.ts'

declare module '../../../platform/news.ts' {
  interface NewsItems {
    /** A session counts, in the month that it names. */
    'session.opened': CountedSession
    /** It does not after all: a message came to light that was written before, or the one that opened it never went. */
    'session.withdrawn': CountedSession
  }
}

type Metered = Pick<ThreadPlace, 'identityId' | 'sessionOpenedAt'>

/** Messages that were stored in this unit count. The thread's row must be locked: it keeps two of one identity from counting at once. */
export async function noteMessages(unit: Unit, place: Metered, messages: readonly Countable[]): Promise<void> {
  place.sessionOpenedAt = await noted(bookOf(unit, place.identityId), place.sessionOpenedAt, messages)
}

const OPENER = `
  select t.identity_id as "identityId", t.session_opened_at as "sessionOpenedAt", coalesce(m.told_at, m.sent_at) as at,
    exists (select from metered_session s where s.tenant_id = m.tenant_id and s.message_id = m.id) as opens
  from message m join thread t on t.tenant_id = m.tenant_id and t.identity_id = m.identity_id
  where m.tenant_id = $1 and m.id = $2 for update of t`

/** A message has become FAILED in this unit. Locks its thread. Only one that opened a session changes anything. */
export async function noteFailure(unit: Unit, messageId: string): Promise<void> {
  const [message] = await unit.sql<Metered & { at: Date; opens: boolean }>('metering-opener', OPENER, [unit.tenantId, messageId])
  if (message?.opens) await recounted(bookOf(unit, message.identityId), message.sessionOpenedAt, message.at)
}

const bookOf = (unit: Unit, identityId: string): SessionBook => ({
  standing: from => standingSessions(unit, identityId, from),
  next: from => nextCountable(unit, identityId, from),
  async change({ opened, withdrawn, latest }) {
    for (const session of await withdrawSessions(unit, withdrawn)) await unit.tell('session.withdrawn', session)
    for (const session of await openSessions(unit, { identityId, opened, latest })) await unit.tell('session.opened', session)
  },
})
