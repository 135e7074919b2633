import type { WordingsGained } from '../src/modules/elena/index.ts'
import type { BotAnswer, BotAnswers, BotQuestion, Ground, Grounds } from '../src/modules/knowledge/index.ts'
import { FaqIndex, type FaqPair } from '../src/modules/knowledge/retrieval/faq-index.ts'
import { newId } from '../src/platform/ids.ts'
import type { ReadUnit, Unit } from '../src/platform/unit.ts'
import type { TestDatabase } from './harness.ts'

const SURE = 0.6

/** Answers from a handful of questions, and notes what it was asked. */
export class SmallAnswers implements BotAnswers, Grounds {
  readonly asked: BotQuestion[] = []
  readonly warmed: string[] = []
  readonly #pairs = new Map<string, FaqPair[]>()

  teach(tenantId: string, ...pairs: FaqPair[]) {
    this.#pairs.set(tenantId, pairs)
  }

  async hasAny({ tenantId }: ReadUnit) {
    return this.#pairs.has(tenantId)
  }

  async forBot({ tenantId }: ReadUnit, question: BotQuestion): Promise<BotAnswer | null> {
    this.asked.push(question)
    const index = new FaqIndex({ language: 'es' })
    for (const pair of this.#pairs.get(tenantId) ?? []) index.add(pair)
    const [best] = index.search(question.text, { top: 1 })
    if (!best || best.strength < SURE) return null
    return { text: best.pair.answer, confidence: best.strength, isExact: best.strength === 1, faqId: best.pair.id, source: null }
  }

  async forModel({ tenantId }: ReadUnit, { text, language }: BotQuestion, most: number): Promise<Ground[]> {
    const index = new FaqIndex({ language: 'es' })
    for (const pair of this.#pairs.get(tenantId) ?? []) index.add(pair)
    return index.search(text, { top: most }).map(({ pair }, at) => ({
      number: at + 1, title: pair.question, text: pair.answer, language, faqId: pair.id, passageId: null, said: { text: pair.answer, source: null },
    }))
  }

  warm(tenantId: string) {
    this.warmed.push(tenantId)
  }
}

/** A question of the tenant's. */
export async function writeFaq({ owner }: TestDatabase, tenantId: string, { question, wordings = [] }: { question: string; wordings?: string[] }): Promise<string> {
  const id = newId()
  await owner.query(`insert into faq (tenant_id, id, question, wordings, language, answer, plain, created_at, changed_at)
    values ($1, $2, $3, $4, 'ES', 'Respuesta.', '', now(), now())`, [tenantId, id, question, wordings])
  return id
}

const same = (one: string, other: string) => one.localeCompare(other, 'es', { sensitivity: 'base', ignorePunctuation: true }) === 0

/** Keeps wordings where Q&A has them. */
export const wordingsOnly = {
  async addWordings(unit: Unit, faqId: string, wordings: readonly string[]): Promise<WordingsGained | null> {
    const [faq] = await unit.sql<{ question: string; wordings: string[] }>('test-faq', 'select question, wordings from faq where tenant_id = $1 and id = $2', [unit.tenantId, faqId])
    if (!faq) return null
    const known = [faq.question, ...faq.wordings]
    for (const wording of wordings) if (!known.some(each => same(each, wording))) known.push(wording)
    const added = known.slice(1 + faq.wordings.length)
    await unit.sql('test-faq-add', 'update faq set wordings = wordings || $3::text[] where tenant_id = $1 and id = $2', [unit.tenantId, faqId, added])
    return { question: faq.question, added }
  },
  async removeWordings(unit: Unit, faqId: string, wordings: readonly string[]) {
    await unit.sql('test-faq-remove', `update faq set wordings = array(select w from unnest(wordings) with ordinality as given (w, n) where w <> all($3::text[]) order by n)
      where tenant_id = $1 and id = $2`, [unit.tenantId, faqId, wordings])
  },
}
