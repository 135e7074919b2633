import { newId } from '../../../platform/ids.ts'
import type { Unit } from '../../../platform/unit.ts'

export type SurveyQuestionType = 'CSAT' | 'NPS' | 'CHOICE' | 'TEXT'

export interface NewSurveyAnswer {
  /** By their keys. */
  survey: string
  question: string
  type: SurveyQuestionType | string
  /** A number for CSAT and NPS; else a text: the id of the option, or her words. */
  value: unknown
  conversationId: string
}

const RANGES: Record<string, readonly [least: number, most: number]> = { CSAT: [1, 5], NPS: [0, 10] }
const MOST_TEXT = 4096
const MOST_KEY = 60

// Who had the conversation: whoever has it, or else wrote last in it. Nobody where the bot did all of it.
const NOTE = `
  insert into survey_answer (tenant_id, id, conversation_id, survey, question, type, score, text, agent_id, at)
  select c.tenant_id, $2, c.id, $4, $5, $6, $7, $8, coalesce(c.assignee_id, (
    select m.member_id from message m
    where m.tenant_id = c.tenant_id and m.conversation_id = c.id and m.author = 'AGENT' and m.visibility = 'PUBLIC' order by m.position desc limit 1)), $9
  from conversation c where c.tenant_id = $1 and c.id = $3
  on conflict do nothing returning id`

/** Kept once for each question of a survey in a conversation; false where it was there already, or is no answer to such a question. */
export async function noteSurveyAnswer(unit: Unit, { survey, question, type, value, conversationId }: NewSurveyAnswer): Promise<boolean> {
  const said = answerOf(type, value)
  if (!said || !isKey(survey) || !isKey(question)) return false
  const rows = await unit.sql('survey-answer', NOTE, [
    unit.tenantId, newId(unit.now), conversationId, survey, question, type, said.score, said.text, unit.now,
  ])
  return rows.length > 0
}

const isKey = (key: string) => key.length >= 1 && key.length <= MOST_KEY

function answerOf(type: string, value: unknown): { score: number | null; text: string | null } | null {
  const range = RANGES[type]
  if (range) {
    const score = typeof value === 'string' && value.trim() ? Number(value) : value
    return typeof score === 'number' && Number.isInteger(score) && score >= range[0] && score <= range[1] ? { score, text: null } : null
  }
  const text = typeof value === 'string' ? value.trim().slice(0, MOST_TEXT) : ''
  return (type === 'CHOICE' || type === 'TEXT') && text ? { score: null, text } : null
}
