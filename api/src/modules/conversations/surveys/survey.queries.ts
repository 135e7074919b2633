import { DateTime } from 'luxon'
import { hasScope, isOneOf, type Actor } from '../../../platform/actor.ts'
import { isDay } from '../../../platform/day.ts'
import { BadInput, Forbidden } from '../../../platform/errors.ts'
import { pageOf, rowsFor, timeKeyOf, type Page, type PageArgs } from '../../../platform/paging.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import { isSupervising } from '../conversation.policy.ts'
import { figuresOf, questionFigures, type SurveyTally } from './survey-figures.ts'
import type { SurveyQuestionType } from './survey-answer.ts'

export interface SurveyPeriod {
  from: string
  until: string
  timeZone: string
}

export interface SurveyAnswerRow {
  id: string
  survey: string
  question: string
  type: SurveyQuestionType
  score: number | null
  text: string | null
  at: Date
  conversationId: string
  agentId: string | null
}

const MOST_DAYS = 366

export const mayReadFigures = (actor: Actor) =>
  isSupervising(actor) || isOneOf(actor, 'ANALYST') || actor.kind === 'SUPPORT' || hasScope(actor, 'REPORTS_READ')

const mayReadAnswers = (actor: Actor) => isSupervising(actor) || actor.kind === 'SUPPORT' || hasScope(actor, 'CONVERSATIONS_READ')

const TALLIES = `
  select survey, question, type, to_char(date_trunc('week', at at time zone $4), 'YYYY-MM-DD') as monday, score,
    case type when 'CHOICE' then text end as choice, count(*)::int as answers
  from survey_answer where tenant_id = $1 and at >= $2 and at < $3 and ($5::text is null or survey = $5)
  group by 1, 2, 3, 4, 5, 6`

export async function surveyReport(unit: ReadUnit, { survey, ...period }: SurveyPeriod & { survey?: string | null }) {
  if (!mayReadFigures(unit.actor)) throw new Forbidden()
  const tallies = await unit.sql<SurveyTally>('survey-tallies', TALLIES, [unit.tenantId, ...instantsOf(period), period.timeZone, survey || null])
  return { from: period.from, until: period.until, total: figuresOf(tallies), questions: questionFigures(tallies) }
}

const ANSWERS = `
  select id, survey, question, type, score, text, at, conversation_id as "conversationId", agent_id as "agentId"
  from survey_answer
  where tenant_id = $1 and (at, id) < ($2, $3) and at >= $5 and at < $6 and ($7::text is null or survey = $7)
    and ($8::text is null or question = $8) and ($9::text is null or type = $9)
  order by at desc, id desc limit $4`

export interface SurveyAnswersArgs extends PageArgs, SurveyPeriod {
  survey?: string | null
  question?: string | null
  type?: SurveyQuestionType | null
}

export async function surveyAnswers(unit: ReadUnit, { survey, question, type, ...args }: SurveyAnswersArgs): Promise<Page<SurveyAnswerRow>> {
  if (!mayReadAnswers(unit.actor)) throw new Forbidden()
  const values = [unit.tenantId, ...timeKeyOf(args), rowsFor(args), ...instantsOf(args), survey || null, question || null, type ?? null]
  return pageOf(await unit.sql<SurveyAnswerRow>('survey-answers', ANSWERS, values), args, row => [row.at.toISOString(), row.id])
}

/** From the beginning of the first day to the end of the last. */
function instantsOf({ from, until, timeZone }: SurveyPeriod): [Date, Date] {
  if (!isDay(from)) throw new BadInput('from')
  if (!isDay(until)) throw new BadInput('until')
  const [first, last] = [from, until].map(day => DateTime.fromISO(day, { zone: timeZone })) as [DateTime, DateTime]
  const end = last.plus({ days: 1 })
  if (end <= first || end.diff(first, 'days').days > MOST_DAYS) throw new BadInput('until', `From 1 to ${MOST_DAYS} days.`)
  return [first.toJSDate(), end.toJSDate()]
}
