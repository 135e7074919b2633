import { noteSurveyAnswer } from '../modules/conversations/index.ts'
import type { Unit } from '../platform/unit.ts'
import { Random } from './random.ts'
import type { DemoScope } from './appointments.ts'

interface Closed {
  id: string
  at: Date
  sentiment: number | null
}

const ANSWERS = 0.4
const CLOSED = `
  select id, closed_at as at, (select avg(s) from unnest(sentiments) s)::float8 as sentiment from conversation
  where tenant_id = $1 and status = 'CLOSED' order by closed_at, id`

/** Some of those who were served said how it was, by the survey with which the flows of every sector end. */
export async function answerSurveys({ units, tenantId, actor, now }: DemoScope): Promise<void> {
  const random = new Random(`surveys:${tenantId}`)
  const closed = await units.tenant({ tenantId, actor, now }, unit => unit.sql<Closed>('demo-closed', CLOSED, [tenantId]))
  for (const conversation of closed.filter(() => random.chance(ANSWERS)))
    await units.tenant({ tenantId, actor, now: conversation.at }, unit => answer(unit, conversation, random))
}

async function answer(unit: Unit, { id, sentiment }: Closed, random: Random): Promise<void> {
  const mood = Math.round(2 * (sentiment ?? 0))
  const score = Math.min(5, Math.max(1, 4 + mood + random.between(-1, 1)))
  await noteSurveyAnswer(unit, { survey: 'service', question: 'satisfaction', type: 'CSAT', value: score, conversationId: id })
  if (!random.chance(0.3)) return
  await noteSurveyAnswer(unit, { survey: 'service', question: 'comment', type: 'TEXT', value: random.pick(COMMENTS[score >= 4 ? 'good' : 'poor']), conversationId: id })
}

const COMMENTS = {
  good: ['Todo bien, gracias.', 'Rápido y claro.', 'Me resolvieron en un minuto.', 'Muy amable la atención.', 'Que siga así.'],
  poor: ['Tardaron en contestar.', 'Tuve que repetir mis datos.', 'No encontré lo que buscaba en el menú.', 'Quería hablar con una persona antes.'],
}
