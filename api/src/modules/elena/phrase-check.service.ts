import { BadInput, Forbidden } from '../../platform/errors.ts'
import type { Language } from '../../platform/language.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { mayReadMisunderstood } from './elena.policy.ts'
import { loadIntents } from './intent.queries.ts'
import { nearPhrases, samePhrases, type PhraseRow } from './phrase.queries.ts'
import { MAX_PHRASE } from './phrase-text.ts'
import type { Reading, UnderstandingService } from './understanding.service.ts'
import { timeZoneOf } from './time-zone.ts'

export interface PhraseCheck {
  duplicate: PhraseRow | null
  conflicts: PhraseRow[]
  nearest: { phrase: PhraseRow; likeness: number }[]
  understanding: Reading | null
}

/** What is to be known about a phrase while it is typed. */
export class PhraseCheckService {
  readonly #understanding: UnderstandingService

  constructor(understanding: UnderstandingService) {
    this.#understanding = understanding
  }

  async check(unit: ReadUnit, { text, intentId, language }: { text: string; intentId?: string | null; language?: Language | null }): Promise<PhraseCheck> {
    if (!mayReadMisunderstood(unit.actor)) throw new Forbidden()
    if (text.length > MAX_PHRASE) throw new BadInput('text', `At most ${MAX_PHRASE} characters.`)
    // An id of another tenant's, or none, is as if no intent was named.
    const [intent] = intentId ? await loadIntents(unit, [intentId]) : []
    const same = (await samePhrases(unit, text)).filter(phrase => !language || phrase.language === language)
    const near = await nearPhrases(unit, text)
    const understanding = text.trim() ? await this.#understanding.tryOut(unit, { text, language, timeZone: await timeZoneOf(unit) }) : null
    return {
      duplicate: same.find(phrase => phrase.intentId === intent?.id) ?? null,
      conflicts: same.filter(phrase => phrase.intentId !== intent?.id).slice(0, 10),
      nearest: near.map(({ likeness, ...phrase }) => ({ phrase, likeness })), understanding,
    }
  }
}
