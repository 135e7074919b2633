import type { StepOf } from '@botpro/graphql/flows'
import { Forbidden } from '../../../platform/errors.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import { mayReadFigures } from '../../conversations/index.ts'

export interface LocalName {
  es: string | null
  en: string | null
}

export interface SurveyQuestionRow {
  survey: string
  surveyName: string
  question: string
  type: string
  text: LocalName
  options: { id: string; title: LocalName }[]
}

interface Asked {
  flow: string
  step: StepOf<'SURVEY'>
}

// What serves customers is what they were asked; a draft only tells what nothing else does.
const SURVEYS = `
  with flows as (
    select b.created_at, b.id, 1 as place, f.at, f.flow from bot b
      join bot_version v on v.tenant_id = b.tenant_id and v.id = b.live_version_id, jsonb_array_elements(v.content::jsonb -> 'flows') with ordinality f (flow, at)
      where b.tenant_id = $1
    union all
    select b.created_at, b.id, 2, f.at, f.flow from bot b
      join bot_version v on v.tenant_id = b.tenant_id and v.id = b.latest_version_id, jsonb_array_elements(v.content::jsonb -> 'flows') with ordinality f (flow, at)
      where b.tenant_id = $1 and b.latest_version_id is distinct from b.live_version_id
    union all
    select b.created_at, b.id, 3, f.position, f.document from bot b
      join bot_flow f on f.tenant_id = b.tenant_id and f.bot_id = b.id and f.deleted_at is null where b.tenant_id = $1
  )
  select flow ->> 'name' as flow, step from flows, jsonb_path_query(flow, '$.steps[*] ? (@.kind == "SURVEY")') step
  order by place, created_at, id, at`

export async function surveyQuestions(unit: ReadUnit): Promise<SurveyQuestionRow[]> {
  if (!mayReadFigures(unit.actor)) throw new Forbidden()
  const found = new Map<string, SurveyQuestionRow>()
  for (const asked of await unit.sql<Asked>('survey-questions', SURVEYS, [unit.tenantId]))
    for (const row of questionsOf(asked)) {
      const key = JSON.stringify([row.survey, row.question])
      if (!found.has(key)) found.set(key, row)
    }
  return [...found.values()]
}

const questionsOf = ({ flow, step }: Asked): SurveyQuestionRow[] => step.questions.map(({ id, type, text, options = [] }) => ({
  survey: step.survey, surveyName: step.name ?? flow, question: id, type, text: wordsOf(text), options: options.map(option => ({ id: option.id, title: wordsOf(option.title) })),
}))

const wordsOf = ({ ES, EN }: { ES?: string; EN?: string }): LocalName => ({ es: plain(ES), en: plain(EN) })

/** Without what Liquid would put in: there is nobody here to speak to. */
const plain = (text?: string): string | null => text?.replace(/\{\{.*?\}\}|\{%.*?%\}/gs, '…').trim() || null
