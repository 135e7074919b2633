import { LockMode } from '@mikro-orm/core'
import { NotFound } from '../../platform/errors.ts'
import type { Language } from '../../platform/language.ts'
import { ChangedMeanwhile, InvalidInput } from '../../platform/refusal.ts'
import type { Unit } from '../../platform/unit.ts'
import { ConflictingPhrase, DuplicatePhrase } from './elena.errors.ts'
import { phraseWords, type TypedPhrase } from './elena-input.ts'
import { lockedIntent } from './intent.service.ts'
import { Phrase, type PhraseOrigin, type PhraseWords } from './phrase.entity.ts'
import { plainText } from './phrase-text.ts'
import { insertPhrases, knownPhrases, lockTeaching, MOST_PHRASES, phraseCount, sortOut, unknownTypes } from './phrase.store.ts'

const MOST_AT_ONCE = 500

export interface Clash {
  text: string
  phraseId: string
}

export interface PhrasesAdded {
  added: string[]
  duplicates: Clash[]
  conflicts: Clash[]
}

export interface AddedPhrases {
  intentId: string
  phrases: TypedPhrase[]
  despiteConflicts?: boolean
  origin?: PhraseOrigin
}

export interface ChangedPhrase {
  phraseId: string
  version: number
  text: string
  language: Language
  entities: TypedPhrase['entities']
  despiteConflicts?: boolean
}

/** The words that intents are learnt from. */
export class PhraseService {
  async add(unit: Unit, { intentId, phrases, despiteConflicts, origin = 'WRITTEN' }: AddedPhrases): Promise<PhrasesAdded | InvalidInput> {
    await lockTeaching(unit)
    const intent = await lockedIntent(unit, intentId)
    const words = await checkedWords(unit, phrases)
    if (words instanceof InvalidInput) return words
    if (await phraseCount(unit) + words.length > MOST_PHRASES) return new InvalidInput('phrases', `A tenant has at most ${MOST_PHRASES} phrases.`)
    const { added, duplicates, conflicts } = await sortOut(unit, words.map(each => ({ ...each, intentId, origin })), { despiteConflicts })
    await insertPhrases(unit, added)
    if (added.length) unit.audit({ action: 'phrases.added', targetType: 'intent', targetId: intentId, detail: { intent: intent.name, count: added.length } })
    return { added: added.map(({ id }) => id), duplicates, conflicts }
  }

  async change(unit: Unit, { phraseId, version, despiteConflicts = false, ...typed }: ChangedPhrase) {
    await lockTeaching(unit)
    const [phrase] = await lockedPhrases(unit, [phraseId])
    if (!phrase) throw new NotFound('The phrase')
    if (phrase.version !== version) return new ChangedMeanwhile()
    const words = await checkedWords(unit, [typed], '')
    if (words instanceof InvalidInput) return words
    const clash = await clashOf(unit, phrase, words[0]!)
    if (clash instanceof DuplicatePhrase || (clash && !despiteConflicts)) return clash
    phrase.say(words[0]!)
    await unit.em.flush()
    return phrase.id
  }

  /** To another intent; what that one has already stays where it is. */
  async move(unit: Unit, { phraseIds, intentId }: { phraseIds: string[]; intentId: string }) {
    await lockTeaching(unit)
    const intent = await lockedIntent(unit, intentId)
    const problem = tooMany(phraseIds)
    if (problem) return problem
    const phrases = await lockedPhrases(unit, phraseIds)
    const { moved, duplicates } = await this.#place(unit, phrases.map(phrase => ({ phrase, intentId })))
    unit.audit({ action: 'phrases.moved', targetType: 'intent', targetId: intentId, detail: { intent: intent.name, count: moved.length } })
    return { moved, duplicates }
  }

  async delete(unit: Unit, phraseIds: string[]) {
    await lockTeaching(unit)
    const problem = tooMany(phraseIds)
    if (problem) return problem
    const phrases = await lockedPhrases(unit, phraseIds)
    for (const phrase of phrases) phrase.deletedAt = unit.now
    await unit.em.flush()
    if (phrases.length) unit.audit({ action: 'phrases.deleted', targetType: 'intent', targetId: phrases[0]!.intentId, detail: { count: phrases.length } })
    return { phraseIds: phrases.map(({ id }) => id) }
  }

  async restore(unit: Unit, phraseIds: string[]) {
    await lockTeaching(unit)
    const problem = tooMany(phraseIds)
    if (problem) return problem
    const phrases = await lockedPhrases(unit, phraseIds, { deleted: true })
    const { moved, duplicates } = await this.#place(unit, phrases.map(phrase => ({ phrase, intentId: phrase.intentId })))
    if (moved.length) unit.audit({ action: 'phrases.restored', targetType: 'intent', targetId: phrases[0]!.intentId, detail: { count: moved.length } })
    return { restored: moved, duplicates }
  }

  /** Puts each into an intent, unless that has the same one. */
  async #place(unit: Unit, wanted: { phrase: Phrase; intentId: string }[]) {
    const known = await knownPhrases(unit, wanted.map(({ phrase }) => phrase.plain))
    const [moved, duplicates]: [string[], Clash[]] = [[], []]
    for (const { phrase, intentId } of wanted) {
      const { plain, language } = phrase
      const there = known.find(each => each.plain === plain && each.language === language && each.intentId === intentId && each.id !== phrase.id)
      if (there) {
        duplicates.push({ text: phrase.text, phraseId: there.id })
        continue
      }
      phrase.intentId = intentId
      phrase.deletedAt = null
      known.push({ id: phrase.id, intentId, plain, language })
      moved.push(phrase.id)
    }
    await unit.em.flush()
    return { moved, duplicates }
  }
}

const tooMany = (ids: string[]) => (ids.length > MOST_AT_ONCE ? new InvalidInput('phraseIds', `At most ${MOST_AT_ONCE}.`) : undefined)

async function checkedWords(unit: Unit, phrases: TypedPhrase[], at?: string): Promise<PhraseWords[] | InvalidInput> {
  if (phrases.length > MOST_AT_ONCE) return new InvalidInput('phrases', `At most ${MOST_AT_ONCE}.`)
  const words: PhraseWords[] = []
  for (const [index, phrase] of phrases.entries()) {
    const checked = phraseWords(phrase, at ?? `phrases.${index}.`)
    if (checked instanceof InvalidInput) return checked
    words.push(checked)
  }
  const [unknown] = await unknownTypes(unit, words.flatMap(({ entities }) => entities.map(({ entity }) => entity)))
  return unknown ? new InvalidInput('entities', `There is no entity type ${unknown}.`) : words
}

async function clashOf(unit: Unit, phrase: Phrase, { text, language }: PhraseWords) {
  const others = (await knownPhrases(unit, [plainText(text)])).filter(each => each.id !== phrase.id && each.language === language)
  const own = others.find(({ intentId }) => intentId === phrase.intentId)
  if (own) return new DuplicatePhrase(own.id)
  return others[0] && new ConflictingPhrase(others[0].id)
}

const LIVING = `select p.id from phrase p join intent i on i.tenant_id = p.tenant_id and i.id = p.intent_id and i.deleted_at is null
  where p.tenant_id = $1 and p.id = any($2::uuid[]) and (p.deleted_at is not null) = $3`

/** In the order asked for, each once; those of deleted intents are not there. */
export async function lockedPhrases(unit: Unit, ids: string[], { deleted = false } = {}): Promise<Phrase[]> {
  const living = await unit.sql<{ id: string }>('phrases-living', LIVING, [unit.tenantId, ids, deleted])
  const found = await unit.em.find(Phrase, { tenantId: unit.tenantId, id: living.map(({ id }) => id) }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  const byId = new Map(found.map(phrase => [phrase.id, phrase]))
  return [...new Set(ids)].flatMap(id => byId.get(id) ?? [])
}
