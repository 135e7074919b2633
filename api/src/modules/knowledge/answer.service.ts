import type { ChannelKind } from '../contacts/index.ts'
import { systemActor } from '../../platform/actor.ts'
import { BadInput, Forbidden } from '../../platform/errors.ts'
import type { Language } from '../../platform/language.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import type { Units } from '../../platform/units.ts'
import { codeOf, detectLanguage, languageOfCode } from '../language/index.ts'
import type { Answers } from './answers.ts'
import type { Answered, Clash, FoundItem } from './answering/content.ts'
import { answerThreshold } from './answering/threshold.ts'
import type { BotAnswer, BotAnswers, BotQuestion } from './bot-answers.ts'
import { mayAsk, mayReadFaqs } from './faqs/faq.policy.ts'
import { NoAnswer } from './knowledge-thread.ts'
import { knowledgeNow, type KnowledgeNow, type LiveKnowledge } from './live-knowledge.ts'
import { dayIn } from './tenant-day.ts'

const MAX_TEXT = 4096
const MAX_WORDINGS_CHECKED = 101
const MOST_FOUND = 20
const PATIENCE_MS = 8000
/** A customer's message is not kept waiting for more; what is not in memory by then answers the next one. */
const BOT_PATIENCE_MS = 1500

export interface AnswerServiceOptions {
  units: Pick<Units, 'read'>
  live: LiveKnowledge
  answers: Answers
  onError(error: unknown): void
}

export interface TextToAnswer {
  text: string
  language?: Language | null
  channel: ChannelKind
  first: number
}

export interface FullAnswer {
  language: Language
  /** Best first. */
  found: FoundItem[]
  threshold: number
  repairs: Answered['repairs']
  isLearning: boolean
}

export interface KnowledgeSummary {
  faqCount: number
  sourceCount: number
  passageCount: number
  isLearning: boolean
}

const SUMMARY = `
  select
    (select count(*) from faq where tenant_id = $1 and deleted_at is null
      and coalesce(valid_from <= $2::date, true) and coalesce(valid_until >= $2::date, true))::int as "faqCount",
    (select count(*) from knowledge_source where tenant_id = $1 and deleted_at is null)::int as "sourceCount",
    (select coalesce(sum(d.passage_count), 0) from knowledge_document d join knowledge_source s on s.tenant_id = d.tenant_id and s.id = d.source_id
      where d.tenant_id = $1 and s.deleted_at is null)::int as "passageCount"`

/** Answers questions from the tenant's own questions and sources: for the bot, and for whoever tries it out. */
export class AnswerService implements BotAnswers {
  readonly #options: AnswerServiceOptions

  constructor(options: AnswerServiceOptions) {
    this.#options = options
  }

  /** As the bot would; what was changed a moment ago is taken in first, where that takes no longer than one likes to wait. */
  async answer(unit: ReadUnit, { text, language, channel, first }: TextToAnswer): Promise<FullAnswer> {
    if (!mayAsk(unit.actor)) throw new Forbidden()
    if (text.length > MAX_TEXT) throw new BadInput('text', `At most ${MAX_TEXT} characters.`)
    if (!Number.isInteger(first) || first < 1 || first > MOST_FOUND) throw new BadInput('first', `Ask for 1 to ${MOST_FOUND}.`)
    const now = await knowledgeNow(unit)
    const question = { text, channel, most: first, today: dayIn(now?.timeZone ?? 'UTC', unit.now), ...language && { language: codeOf(language) } }
    const answered = now?.hasAny && text.trim()
      ? await this.#options.answers.askUpToDate(unit.tenantId, now, { question, patienceMs: PATIENCE_MS }) : null
    return {
      language: language ?? languageOfCode(answered?.language ?? detectLanguage(text)), found: answered?.found ?? [], repairs: answered?.repairs ?? [],
      threshold: answerThreshold, isLearning: now !== null && this.#isLearning(unit, now),
    }
  }

  async summary(unit: ReadUnit): Promise<KnowledgeSummary> {
    if (!mayReadFaqs(unit.actor)) throw new Forbidden()
    const now = await knowledgeNow(unit)
    if (!now) return { faqCount: 0, sourceCount: 0, passageCount: 0, isLearning: false }
    const [counts] = await unit.sql<Omit<KnowledgeSummary, 'isLearning'>>('knowledge-summary', SUMMARY, [unit.tenantId, dayIn(now.timeZone, unit.now)])
    return { ...counts!, isLearning: now.learntAt !== now.revision }
  }

  /** The wordings of other questions that these could not be told from; the most alike first, at most 20. */
  async check(unit: ReadUnit, { wordings, faqId, language }: { wordings: string[]; faqId?: string | null; language?: Language | null }): Promise<Clash[]> {
    if (!mayReadFaqs(unit.actor)) throw new Forbidden()
    if (wordings.length > MAX_WORDINGS_CHECKED) throw new BadInput('wordings', `At most ${MAX_WORDINGS_CHECKED}.`)
    const asked = wordings.filter(wording => wording.trim()).map(wording => wording.slice(0, 500))
    const now = await knowledgeNow(unit)
    if (!now?.hasAny || !asked.length) return []
    const toCheck = { faqId: faqId ?? null, wordings: asked, ...language && { language: codeOf(language) } }
    return await this.#options.answers.check(unit.tenantId, now, { wordings: toCheck, patienceMs: PATIENCE_MS }) ?? []
  }

  async hasAny(unit: ReadUnit): Promise<boolean> {
    return (await this.#options.live.of(unit))?.hasAny ?? false
  }

  async forBot(unit: ReadUnit, asked: BotQuestion): Promise<BotAnswer | null> {
    const [best] = await this.found(unit, asked, 1)
    return best && best.confidence >= answerThreshold ? botAnswerOf(best) : null
  }

  /** Best first, also what is not sure enough to be said. */
  async found(unit: ReadUnit, { text, language, channel }: BotQuestion, most: number): Promise<FoundItem[]> {
    const now = await this.#options.live.of(unit)
    if (!now?.hasAny || !text.trim()) return []
    const question = { text: text.slice(0, MAX_TEXT), channel, language: codeOf(language), most, today: dayIn(now.timeZone, unit.now) }
    try {
      return (await this.#options.answers.ask(unit.tenantId, now, { question, patienceMs: BOT_PATIENCE_MS }))?.found ?? []
    } catch (error) {
      // A customer is served all the same.
      if (!(error instanceof NoAnswer)) this.#options.onError(error)
      return []
    }
  }

  warm(tenantId: string): void {
    this.#bring(tenantId).catch(error => { if (!(error instanceof NoAnswer)) this.#options.onError(error) })
  }

  async #bring(tenantId: string) {
    const { units, live, answers } = this.#options
    await using unit = units.read({ tenantId, actor: systemActor(tenantId) })
    const now = await live.of(unit)
    if (now?.hasAny) await answers.bring(tenantId, now)
  }

  #isLearning({ tenantId }: ReadUnit, now: KnowledgeNow): boolean {
    return now.learntAt !== now.revision || (now.hasAny && this.#options.answers.isBehind(tenantId, now))
  }
}

function botAnswerOf(best: FoundItem): BotAnswer {
  const { text, confidence, isExact, id } = best
  return best.kind === 'FAQ' ? { text, confidence, isExact, faqId: id, source: null } : { text, confidence, isExact, faqId: null, source: best.source }
}
