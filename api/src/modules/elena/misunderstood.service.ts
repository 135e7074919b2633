import { memberIdOf } from '../../platform/actor.ts'
import { Forbidden, NotFound } from '../../platform/errors.ts'
import { lock } from '../../platform/lock.ts'
import type { Language } from '../../platform/language.ts'
import { InvalidInput } from '../../platform/refusal.ts'
import type { Unit } from '../../platform/unit.ts'
import { mayReport, mayReview } from './elena.policy.ts'
import { phraseWords, type TypedPhrase } from './elena-input.ts'
import { detectLanguage } from '../language/index.ts'
import type { FaqWordings } from './faq-wordings.ts'
import { codeOf, languageOfCode } from './languages.ts'
import { likenessOf, MAX_PHRASE, phraseText, plainText } from './phrase-text.ts'
import { insertPhrases, knownPhrases, sameness, sortOut, unknownTypes } from './phrase.store.ts'
import type { PhraseWords } from './phrase.entity.ts'
import type { Guess, MisunderstoodReason } from './misunderstood.queries.ts'
import { earnedWordings, takeBackWordings, wordingsOf } from './misunderstood-wordings.ts'

const MOST_AT_ONCE = 500
const GUESSES_KEPT = 3

/** A contact's message that deserves a look. */
export interface Misunderstood {
  messageId: string
  contactId: string
  conversationId: string
  text: string
  language: Language
  reason: MisunderstoodReason
  /** 0–1; nothing where no model read it. */
  confidence: number | null
  guesses: readonly Guess[]
}

export interface Assignment {
  misunderstoodIds: string[]
  /** Either this or `faqId`. */
  intentId?: string | null
  faqId?: string | null
  phrase?: TypedPhrase | null
}

/** What became of a message: the phrase or the wording that stands for it. */
interface Verdict {
  id: string
  phrase?: string | null
  faq?: string
  wording?: string | null
}

interface Returned {
  id: string
  phraseId: string | null
  faqId: string | null
  wording: string | null
}

interface Judged {
  id: string
  text: string
  language: Language
}

// Whoever then asks for a person says nothing new of a message that waits already.
const NOTE = `
  insert into misunderstood_message (tenant_id, id, contact_id, conversation_id, reason, language, likeness, confidence, guesses, at, state)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'WAITING')
  on conflict (tenant_id, id) do update set
    reason = case when excluded.reason = 'HANDED_OFF' then misunderstood_message.reason else excluded.reason end,
    guesses = case when excluded.guesses = '[]' then misunderstood_message.guesses else excluded.guesses end
  where misunderstood_message.state = 'WAITING'`
const MESSAGE = `
  select m.id as "messageId", m.conversation_id as "conversationId", c.contact_id as "contactId", m.text, c.language
  from message m join conversation c on c.tenant_id = m.tenant_id and c.id = m.conversation_id
  where m.tenant_id = $1 and m.id = $2 and m.author = 'CONTACT' and m.text <> ''`
const WAITING = `
  select u.id, m.text, u.language from misunderstood_message u join message m on m.tenant_id = u.tenant_id and m.id = u.id
  where u.tenant_id = $1 and u.id = any($2::uuid[]) and u.state = 'WAITING' order by u.at, u.id for update of u`
const INTENT = 'select id, name from intent where tenant_id = $1 and id = $2 and deleted_at is null'
const JUDGE = `
  update misunderstood_message u set state = $3, judged_at = $4, judged_by = $5, phrase_id = given.phrase, faq_id = given.faq, wording = given.wording
  from jsonb_to_recordset($2) as given (id uuid, phrase uuid, faq uuid, wording text)
  where u.tenant_id = $1 and u.id = given.id`
const RETURN = `
  update misunderstood_message u set state = 'WAITING', judged_at = null, judged_by = null, phrase_id = null, faq_id = null, wording = null
  from (select id, phrase_id, faq_id, wording from misunderstood_message where tenant_id = $1 and id = any($2::uuid[]) and state <> 'WAITING' for update) as before
  where u.tenant_id = $1 and u.id = before.id
  returning u.id, before.phrase_id as "phraseId", before.faq_id as "faqId", before.wording`
// What the tenant wrote by itself stays, and what other messages led to as well.
const TAKE_BACK = `
  update phrase p set deleted_at = $3 where p.tenant_id = $1 and p.id = any($2::uuid[]) and p.origin = 'REVIEW' and p.deleted_at is null
    and not exists (select from misunderstood_message u where u.tenant_id = p.tenant_id and u.phrase_id = p.id)`

const FORGET = `delete from misunderstood_message where tenant_id = $1 and id = $2 and state = 'WAITING'`

/** Whoever wrote it took it back, and nobody has made anything of it yet. */
export async function forgetMisunderstood(unit: Unit, messageId: string): Promise<void> {
  await unit.sql('misunderstood-forget', FORGET, [unit.tenantId, messageId])
}

/** What the bot did not understand, and what people make of it. */
export class MisunderstoodService {
  readonly #faqs: FaqWordings

  constructor(faqs: FaqWordings) {
    this.#faqs = faqs
  }

  /** In the unit that stores the message, so there is no second moment in which it could be lost. */
  async note(unit: Unit, { messageId, contactId, conversationId, text, language, reason, confidence, guesses }: Misunderstood): Promise<void> {
    const kept = guesses.slice(0, GUESSES_KEPT).map(({ intent, probability }) => ({ intent, probability }))
    await unit.sql('misunderstood-note', NOTE, [
      unit.tenantId, messageId, contactId, conversationId, reason, language, likenessOf(text, codeOf(language)), confidence, JSON.stringify(kept), unit.now,
    ])
  }

  /** Somebody noticed that the bot took a contact's message wrongly, and may know what it meant. */
  async report(unit: Unit, { messageId, intentId }: { messageId: string; intentId?: string | null }) {
    if (!mayReport(unit.actor)) throw new Forbidden()
    const [message] = await unit.sql<Pick<Misunderstood, 'messageId' | 'conversationId' | 'contactId' | 'text' | 'language'>>('misunderstood-message', MESSAGE, [unit.tenantId, messageId])
    if (!message) throw new NotFound('The message')
    const [intent] = intentId ? await unit.sql<{ name: string }>('misunderstood-intent', INTENT, [unit.tenantId, intentId]) : []
    if (intentId && !intent) return new InvalidInput('intentId', 'There is no such intent.')
    const language = languageOfCode(detectLanguage(message.text, codeOf(message.language)))
    await this.note(unit, { ...message, language, reason: 'CORRECTED', confidence: null, guesses: intent ? [{ intent: intent.name, probability: 1 }] : [] })
    return { messageId: message.messageId }
  }

  async assign(unit: Unit, { misunderstoodIds, intentId, faqId, phrase }: Assignment) {
    const problem = await enter(unit, misunderstoodIds)
    if (problem) return problem
    if (intentId && faqId) return new InvalidInput('faqId', 'Either an intent or a question, not both.')
    if (faqId) return this.#toQuestion(unit, { misunderstoodIds, faqId, phrase })
    if (intentId) return this.#toIntent(unit, { misunderstoodIds, intentId, phrase })
    return new InvalidInput('intentId', 'Say what they meant.')
  }

  async #toIntent(unit: Unit, { misunderstoodIds, intentId, phrase }: Assignment & { intentId: string }) {
    const [intent] = await unit.sql<{ id: string; name: string }>('misunderstood-intent', INTENT, [unit.tenantId, intentId])
    if (!intent) return new InvalidInput('intentId', 'There is no such intent.')
    const judged = await unit.sql<Judged>('misunderstood-waiting', WAITING, [unit.tenantId, misunderstoodIds])
    const words = phrase ? await typedWords(unit, phrase) : judged.flatMap(wordsOf)
    if (words instanceof InvalidInput) return words
    const { added } = await sortOut(unit, words.map(each => ({ ...each, intentId, origin: 'REVIEW' as const })), { despiteConflicts: true })
    if (judged.length) await insertPhrases(unit, added)
    await this.#judge(unit, 'ASSIGNED', await phrasesFor(unit, { judged, intentId, words: phrase ? words : null }))
    if (judged.length) unit.audit({ action: 'misunderstood.assigned', targetType: 'intent', targetId: intentId, detail: { intent: intent.name, count: judged.length } })
    return { misunderstoodIds: judged.map(({ id }) => id), phrases: judged.length ? added.map(({ id }) => id) : [], wordings: [] }
  }

  async #toQuestion(unit: Unit, { misunderstoodIds, faqId, phrase }: Assignment & { faqId: string }) {
    const judged = await unit.sql<Judged>('misunderstood-waiting', WAITING, [unit.tenantId, misunderstoodIds])
    const typed = phrase?.text
    const wordings = wordingsOf(judged, typed)
    if (wordings instanceof InvalidInput) return wordings
    const gained = await this.#faqs.addWordings(unit, faqId, judged.length ? wordings : [])
    if (!gained) return new InvalidInput('faqId', 'There is no such question.')
    if (gained instanceof InvalidInput) return new InvalidInput('faqId', gained.message)
    const { question, added } = gained
    await this.#judge(unit, 'ASSIGNED', await earnedWordings(unit, { judged, faqId, added, typed }))
    if (judged.length) unit.audit({ action: 'misunderstood.assigned', targetType: 'faq', targetId: faqId, detail: { question, count: judged.length } })
    return { misunderstoodIds: judged.map(({ id }) => id), phrases: [], wordings: added }
  }

  async dismiss(unit: Unit, misunderstoodIds: string[]) {
    const problem = await enter(unit, misunderstoodIds)
    if (problem) return problem
    const judged = await unit.sql<Judged>('misunderstood-waiting', WAITING, [unit.tenantId, misunderstoodIds])
    await this.#judge(unit, 'DISMISSED', judged.map(({ id }) => ({ id })))
    if (judged.length) unit.audit({ action: 'misunderstood.dismissed', targetType: 'misunderstood', detail: { count: judged.length } })
    return { misunderstoodIds: judged.map(({ id }) => id) }
  }

  /** They wait again; phrases and wordings that came of them alone are gone. */
  async return(unit: Unit, misunderstoodIds: string[]) {
    const problem = await enter(unit, misunderstoodIds)
    if (problem) return problem
    const returned = await unit.sql<Returned>('misunderstood-return', RETURN, [unit.tenantId, misunderstoodIds])
    const phrases = [...new Set(returned.flatMap(({ phraseId }) => phraseId ?? []))]
    if (phrases.length) await unit.sql('misunderstood-take-back', TAKE_BACK, [unit.tenantId, phrases, unit.now])
    await takeBackWordings(unit, this.#faqs, returned)
    if (returned.length) unit.audit({ action: 'misunderstood.returned', targetType: 'misunderstood', detail: { count: returned.length } })
    return { misunderstoodIds: returned.map(({ id }) => id) }
  }

  #judge(unit: Unit, state: 'ASSIGNED' | 'DISMISSED', judged: Verdict[]) {
    return unit.sql('misunderstood-judge', JUDGE, [unit.tenantId, JSON.stringify(judged), state, unit.now, memberIdOf(unit.actor)])
  }
}

/** Judging teaches, so it takes its turn with all other teaching. */
async function enter(unit: Unit, ids: string[]): Promise<InvalidInput | undefined> {
  if (!mayReview(unit.actor)) throw new Forbidden()
  if (ids.length > MOST_AT_ONCE) return new InvalidInput('misunderstoodIds', `At most ${MOST_AT_ONCE}.`)
  await lock(unit, `elena:${unit.tenantId}`)
  return undefined
}

async function typedWords(unit: Unit, phrase: TypedPhrase): Promise<PhraseWords[] | InvalidInput> {
  const words = phraseWords(phrase, 'phrase.')
  if (words instanceof InvalidInput) return words
  const [unknown] = await unknownTypes(unit, words.entities.map(({ entity }) => entity))
  return unknown ? new InvalidInput('phrase.entities', `There is no entity type ${unknown}.`) : [words]
}

/** A message as a phrase; one that is too long to be one teaches nothing by itself. */
function wordsOf({ text, language }: Judged): PhraseWords[] {
  const line = phraseText(text)
  return line && line.length <= MAX_PHRASE ? [{ text: line, language, entities: [] }] : []
}

/** The phrase that stands for each message now, one that was there before too. */
async function phrasesFor(unit: Unit, { judged, intentId, words }: { judged: readonly Judged[]; intentId: string; words: PhraseWords[] | null }) {
  const keyOf = (one: { text: string; language: Language }) => sameness({ plain: plainText(phraseText(one.text)), language: one.language })
  const wanted = words ?? judged
  const known = await knownPhrases(unit, wanted.map(({ text }) => plainText(phraseText(text))))
  const byKey = new Map(known.filter(each => each.intentId === intentId).map(each => [sameness(each), each.id]))
  return judged.map(one => ({ id: one.id, phrase: byKey.get(keyOf(words?.[0] ?? one)) ?? null }))
}
