import { DateTime } from 'luxon'
import type { ReadUnit } from '../../platform/unit.ts'
import { assertMayReadReports } from './report.policy.ts'

export interface HourFigures {
  hour: number
  received: number
  byBot: number
  byAgents: number
}

export interface AgentFigures {
  memberId: string
  openConversations: number
  closedToday: number
  repliesToday: number
}

export interface TodayFigures {
  date: string
  conversationsOpened: number
  conversationsClosed: number
  resolvedByBot: number
  waiting: number
  longestWaitSeconds: number | null
  messagesReceived: number
  messagesSent: number
  medianFirstAnswerSeconds: number | null
  byHour: HourFigures[]
  agents: AgentFigures[]
}

interface Day {
  timeZone: string
  from: Date
  until: Date
}

/** The day so far in the tenant's zone: it has 23 or 25 hours when the clocks change. */
function dayOf(now: Date, timeZone: string): Day & { date: string } {
  const day = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day')
  return { timeZone, date: day.toISODate()!, from: day.toJSDate(), until: day.plus({ days: 1 }).toJSDate() }
}

// The bot's again at its end, but not all along: only the notices tell that an agent had it in between.
const HAD_BY_A_PERSON = `exists (
      select from message m
      where m.tenant_id = c.tenant_id and m.conversation_id = c.id and m.notice in ('CLAIMED', 'ASSIGNED', 'REOPENED')
    )`

const CONVERSATIONS = `
  select
    (select count(*)::int from conversation where tenant_id = $1 and opened_at >= $2 and opened_at < $3) as "conversationsOpened",
    closed.total as "conversationsClosed", closed.by_bot as "resolvedByBot",
    queue.waiting, queue.longest as "longestWaitSeconds", answers.median as "medianFirstAnswerSeconds"
  from (
    select count(*)::int as total, count(*) filter (where c.owner = 'BOT' and c.first_queued_at is null and not ${HAD_BY_A_PERSON})::int as by_bot
    from conversation c where c.tenant_id = $1 and c.closed_at >= $2 and c.closed_at < $3
  ) closed, (
    select count(*)::int as waiting, max(extract(epoch from $4::timestamptz - queued_at))::int as longest
    from conversation where tenant_id = $1 and status = 'OPEN' and owner = 'QUEUE'
  ) queue, (
    select percentile_cont(0.5) within group (order by extract(epoch from first_answered_at - first_queued_at))::int as median
    from conversation
    where tenant_id = $1 and opened_at >= $2::timestamptz - interval '7 days' and first_answered_at >= $2
      and first_answered_at < $3 and first_queued_at <= first_answered_at
  ) answers`

const HOURS = `
  select extract(hour from sent_at at time zone $4)::int as hour,
    count(*) filter (where author = 'CONTACT')::int as received,
    count(*) filter (where author = 'BOT')::int as "byBot",
    count(*) filter (where author = 'AGENT' and visibility = 'PUBLIC')::int as "byAgents"
  from message where tenant_id = $1 and sent_at >= $2 and sent_at < $3
  group by 1`

const AGENTS = `
  with open as (
    select assignee_id as member_id, count(*)::int as open
    from conversation where tenant_id = $1 and status = 'OPEN' and assignee_id is not null group by 1
  ), closed as (
    select assignee_id as member_id, count(*)::int as closed
    from conversation where tenant_id = $1 and closed_at >= $2 and closed_at < $3 and assignee_id is not null group by 1
  ), replies as (
    select member_id, count(*)::int as replies
    from message where tenant_id = $1 and sent_at >= $2 and sent_at < $3 and author = 'AGENT' and visibility = 'PUBLIC' group by 1
  )
  select member_id as "memberId", coalesce(open, 0) as "openConversations", coalesce(closed, 0) as "closedToday",
    coalesce(replies, 0) as "repliesToday"
  from open full join closed using (member_id) full join replies using (member_id)
  order by 4 desc, 2 desc, 1`

/** Today, from what is stored. */
export async function todayFigures(unit: ReadUnit, timeZone: string): Promise<TodayFigures> {
  assertMayReadReports(unit)
  const { date, from, until } = dayOf(unit.now, timeZone)
  const day = [unit.tenantId, from, until]
  const [[conversations], hours, agents] = await Promise.all([
    unit.sql<Omit<TodayFigures, 'date' | 'byHour' | 'agents' | 'messagesReceived' | 'messagesSent'>>('today-conversations', CONVERSATIONS, [...day, unit.now]),
    unit.sql<HourFigures>('today-hours', HOURS, [...day, timeZone]),
    unit.sql<AgentFigures>('today-agents', AGENTS, day),
  ])
  const sum = (count: (hour: HourFigures) => number) => hours.reduce((total, hour) => total + count(hour), 0)
  return {
    ...conversations!, date, agents, byHour: everyHour(hours),
    messagesReceived: sum(hour => hour.received), messagesSent: sum(hour => hour.byBot + hour.byAgents),
  }
}

function everyHour(hours: HourFigures[]): HourFigures[] {
  const known = new Map(hours.map(hour => [hour.hour, hour]))
  return Array.from({ length: 24 }, (_, hour) => known.get(hour) ?? { hour, received: 0, byBot: 0, byAgents: 0 })
}
