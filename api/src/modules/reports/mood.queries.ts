import { DateTime } from 'luxon'
import { BadInput } from '../../platform/errors.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { mayReadConversations } from '../conversations/index.ts'
import type { SentimentLabel } from '../elena/index.ts'
import { frequentWords, type MoodWord } from './mood-words.ts'
import { assertMayReadReports } from './report.policy.ts'

export interface MoodFigures {
  negative: number
  neutral: number
  positive: number
  urgent: number
}

export interface MoodAttention {
  conversationId: string
  figures: MoodFigures
}

export interface MoodReport {
  from: string
  until: string
  total: MoodFigures
  byDay: { date: string; figures: MoodFigures }[]
  byHour: { hour: number; figures: MoodFigures }[]
  attention: MoodAttention[] | null
  words: MoodWord[]
}

interface Period {
  dates: string[]
  from: Date
  until: Date
}

interface Count {
  date: string
  hour: number
  label: SentimentLabel
  messages: number
  urgent: number
}

const MOST_DAYS = 92
/** Of negative messages, the newest; enough to tell what many speak of. */
const MOST_READ = 2000

const COUNTS = `
  select to_char(sent_at at time zone $4, 'YYYY-MM-DD') as date, extract(hour from sent_at at time zone $4)::int as hour,
    sentiment_label as label, count(*)::int as messages, count(*) filter (where urgent)::int as urgent
  from message where tenant_id = $1 and sent_at >= $2 and sent_at < $3 and sentiment is not null
  group by 1, 2, 3`

const ATTENTION = `
  select m.conversation_id as "conversationId", m.negative, m.neutral, m.positive, m.urgent
  from (
    select conversation_id, count(*) filter (where sentiment_label = 'NEGATIVE')::int as negative,
      count(*) filter (where sentiment_label = 'NEUTRAL')::int as neutral,
      count(*) filter (where sentiment_label = 'POSITIVE')::int as positive,
      count(*) filter (where urgent)::int as urgent, max(sent_at) as latest
    from message where tenant_id = $1 and sent_at >= $2 and sent_at < $3 and sentiment is not null
    group by 1 having bool_or(urgent) or bool_or(sentiment_label = 'NEGATIVE')
  ) m join conversation c on c.tenant_id = $1 and c.id = m.conversation_id
  order by c.urgent_since is null, c.status = 'CLOSED', m.negative + m.urgent desc, m.latest desc, c.id desc limit 10`

const NEGATIVE = `
  select conversation_id as "conversationId", text from message
  where tenant_id = $1 and sent_at >= $2 and sent_at < $3 and sentiment is not null and sentiment_label = 'NEGATIVE'
  order by sent_at desc limit ${MOST_READ}`

/** The last days in the tenant's zone, today among them. */
export async function moodReport(unit: ReadUnit, { days, timeZone }: { days: number; timeZone: string }): Promise<MoodReport> {
  assertMayReadReports(unit)
  if (days < 1 || days > MOST_DAYS) throw new BadInput('days')
  const { dates, from, until } = periodOf(unit.now, days, timeZone)
  const period = [unit.tenantId, from, until]
  const [counts, attention, negative] = await Promise.all([
    unit.sql<Count>('mood-counts', COUNTS, [...period, timeZone]),
    mayReadConversations(unit.actor) ? unit.sql<MoodFigures & { conversationId: string }>('mood-attention', ATTENTION, period) : null,
    unit.sql<{ conversationId: string; text: string }>('mood-negative', NEGATIVE, period),
  ])
  const [byDate, byHour] = [Map.groupBy(counts, count => count.date), Map.groupBy(counts, count => count.hour)]
  return {
    from: dates[0]!, until: dates.at(-1)!, total: sumOf(counts), words: frequentWords(negative),
    byDay: dates.map(date => ({ date, figures: sumOf(byDate.get(date)) })),
    byHour: Array.from({ length: 24 }, (_, hour) => ({ hour, figures: sumOf(byHour.get(hour)) })),
    attention: attention?.map(({ conversationId, ...figures }) => ({ conversationId, figures })) ?? null,
  }
}

function periodOf(now: Date, days: number, timeZone: string): Period {
  const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day')
  const all = Array.from({ length: days }, (_, at) => today.minus({ days: days - 1 - at }))
  return { dates: all.map(day => day.toISODate()!), from: all[0]!.toJSDate(), until: today.plus({ days: 1 }).toJSDate() }
}

const KEYS = { NEGATIVE: 'negative', NEUTRAL: 'neutral', POSITIVE: 'positive' } as const

function sumOf(counts: readonly Count[] = []): MoodFigures {
  const sum = { negative: 0, neutral: 0, positive: 0, urgent: 0 }
  for (const { label, messages, urgent } of counts) {
    sum[KEYS[label]] += messages
    sum.urgent += urgent
  }
  return sum
}
