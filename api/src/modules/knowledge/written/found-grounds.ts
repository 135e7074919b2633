import type { Language } from '../../../platform/language.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import type { AnswerService } from '../answer.service.ts'
import type { FoundItem } from '../answering/content.ts'
import type { BotQuestion } from '../bot-answers.ts'
import type { Ground } from './ground.ts'
import type { Grounds } from './written-answers.ts'

interface Row {
  id: string
  title: string
  text: string
  language: Language
}

const QUESTIONS = `select id, question as title, answer as text, language from faq
  where tenant_id = $1 and id = any($2::uuid[]) and deleted_at is null`

const PASSAGES = `
  select p.id, d.title, p.text, p.language, p.headings from knowledge_passage p
    join knowledge_document d on d.tenant_id = p.tenant_id and d.id = p.document_id
    join knowledge_source s on s.tenant_id = d.tenant_id and s.id = d.source_id and s.deleted_at is null
  where p.tenant_id = $1 and p.id = any($2::uuid[])`

/** What Q&A found, with the texts that a model is given. */
export class FoundGrounds implements Grounds {
  readonly #answers: Pick<AnswerService, 'found'>

  constructor(answers: Pick<AnswerService, 'found'>) {
    this.#answers = answers
  }

  async forModel(unit: ReadUnit, question: BotQuestion, most: number): Promise<Ground[]> {
    const found = await this.#answers.found(unit, question, most)
    const idsOf = (kind: FoundItem['kind']) => found.filter(item => item.kind === kind).map(({ id }) => id)
    const [questions, passages] = await Promise.all([
      unit.sql<Row>('ground-questions', QUESTIONS, [unit.tenantId, idsOf('FAQ')]),
      unit.sql<Row & { headings: string[] }>('ground-passages', PASSAGES, [unit.tenantId, idsOf('PASSAGE')]),
    ])
    const byId = new Map([...questions, ...passages.map(passage => ({ ...passage, text: [...passage.headings, passage.text].join('\n') }))].map(row => [row.id, row]))
    // What was deleted a moment ago is found a moment longer.
    return found.flatMap(item => (byId.has(item.id) ? [item] : [])).map((item, at) => groundOf(item, byId.get(item.id)!, at + 1))
  }
}

/** Of a question, what the bot says on the channel is the text: a variant differs from the answer. */
function groundOf(item: FoundItem, { title, text, language }: Row, number: number): Ground {
  if (item.kind === 'FAQ') return { number, title, text: item.text, language, faqId: item.id, passageId: null, said: { text: item.text, source: null } }
  return { number, title, text, language, faqId: null, passageId: item.id, said: { text: item.text, source: item.source } }
}
