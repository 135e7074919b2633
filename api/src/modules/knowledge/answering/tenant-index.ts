import { detectLanguage, languages, type Language } from '../../language/index.ts'
import { confidencesOf, usualConfidence, usualPassageConfidence, type ConfidenceModel } from '../retrieval/answer-confidence.ts'
import { FaqIndex, type FaqPair, type PairJudge } from '../retrieval/faq-index.ts'
import { highlight } from '../retrieval/highlight.ts'
import { judgeOf } from '../retrieval/pair-classifier.ts'
import { PassageIndex } from '../retrieval/passage-index.ts'
import type { Validity } from '../validity.ts'
import type { Answered, Asked, Clash, FaqContent, FoundFaq, FoundInPassage, FoundItem, PassageContent, WordingsToCheck } from './content.ts'
import type { Learnt } from './learnt.ts'
import { likeness } from './likeness.ts'
import { spoken } from './spoken.ts'
import { answerThreshold } from './threshold.ts'

// What is less sure than this is not worth showing.
const leastShown = 0.02
const leastLikeness = 0.65
const nearestChecked = 5
const mostClashes = 20

type Held<Content> = FaqPair & { content: Content }

/** Everything that a tenant's bot can answer from, in memory, ready to be asked. */
export class TenantIndex {
  private readonly halves = Object.fromEntries(languages.map(language => [language, new LanguageIndex(language)])) as Record<Language, LanguageIndex>

  /** What was learnt from the wordings counts from now on. */
  learn(learnt: Learnt): void {
    for (const language of languages) this.halves[language].learn(learnt[language])
  }

  /** The same content gives the same answers, in whatever order it comes. Steps to be taken one after the other, each of about a millisecond. */
  *build(faqs: readonly FaqContent[], passages: readonly PassageContent[]): Generator<void> {
    const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)
    for (const faq of faqs.toSorted(byId)) yield this.halves[faq.language].addFaq(faq)
    for (const passage of passages.toSorted(byId)) yield this.halves[passage.language].addPassage(passage)
    for (const language of languages) yield* this.halves[language].settle()
  }

  /** In the question's language first; what is written in another counts only where nothing fits. */
  ask(asked: Asked): Answered {
    const language = asked.language ?? detectLanguage(asked.text)
    const own = this.halves[language]
    const found = own.ask(asked)
    const isAnswered = (found[0]?.confidence ?? 0) >= answerThreshold
    const others = isAnswered ? [] : languages.filter(other => other !== language).flatMap(other => this.halves[other].ask(asked))
    const all = [...found, ...others].sort(byWorth).slice(0, asked.most)
    return { language, found: all, repairs: own.repairs(asked.text, all[0]) }
  }

  /** The wordings that other questions have, or nearly; the most alike first. */
  check({ faqId, wordings, language }: WordingsToCheck): Clash[] {
    const clashes = wordings.flatMap(text => this.halves[language ?? detectLanguage(text)].alike(text, faqId))
    return clashes.sort((one, other) => other.likeness - one.likeness).slice(0, mostClashes)
  }
}

/** What there is in one language. */
class LanguageIndex {
  private readonly language: Language
  private readonly pairs: Held<FaqContent>[] = []
  private readonly faqs: FaqIndex
  private readonly passages: PassageIndex
  private readonly passageContents = new Map<string, PassageContent>()
  /** Whether some passage counts on some days alone. */
  private hasDays = false
  private judge: PairJudge = () => undefined
  private confidence: ConfidenceModel = usualConfidence

  constructor(language: Language) {
    this.language = language
    this.faqs = new FaqIndex({ language, judge: (question, asked) => this.judge(question, asked) })
    this.passages = new PassageIndex(language)
  }

  addFaq(content: FaqContent): void {
    const { id, question, wordings, answer } = content
    const pair = { id, question, wordings, answer, content }
    this.pairs.push(pair)
    this.faqs.add(pair)
  }

  addPassage(content: PassageContent): void {
    const { id, text, title, headings } = content
    this.passageContents.set(id, content)
    this.hasDays ||= content.validFrom !== null || content.validUntil !== null
    this.passages.add({ id, text, title: [title, ...headings].join('\n') })
  }

  *settle(): Generator<void> {
    yield this.faqs.settle()
    yield this.passages.settle()
  }

  learn(learnt: Learnt[Language]): void {
    this.judge = judgeOf(this.pairs, learnt?.classifier)
    this.confidence = learnt?.confidence ?? usualConfidence
  }

  ask(asked: Asked): FoundItem[] {
    const all: FoundItem[] = [...this.askFaqs(asked), ...this.askPassages(asked)]
    return all.filter(({ confidence }) => confidence >= leastShown).sort(byWorth)
  }

  private askFaqs({ text, channel, today, most }: Asked): FoundFaq[] {
    const isOpen = (pair: FaqPair) => isValid((pair as Held<FaqContent>).content, today)
    const found = this.faqs.search(text, { top: most + 1, language: this.language, isOpen })
    const confidences = confidencesOf(found, this.confidence)
    return found.slice(0, most).map(({ pair, strength, coverage, isExact, words }, at) => {
      const { id, answer, variants } = (pair as Held<FaqContent>).content
      const variant = variants.find(each => each.channel === channel)
      return { kind: 'FAQ', id, confidence: isExact ? 1 : confidences[at]!, strength, coverage, isExact, words, text: variant?.text ?? answer }
    })
  }

  private askPassages({ text, today, most }: Asked): FoundInPassage[] {
    const contentOf = ({ id }: { id: string }) => this.passageContents.get(id)!
    // Most tenants' sources have no days, and looking at each passage would take as long as searching.
    const isOpen = this.hasDays && { isOpen: (passage: { id: string }) => isValid(contentOf(passage), today) }
    const found = this.passages.search(text, { top: most + 1, language: this.language, ...isOpen })
    const confidences = confidencesOf(found, usualPassageConfidence)
    return found.slice(0, most).map(({ passage, strength, coverage, words }, at) => {
      const { id, title, url } = contentOf(passage)
      const { sentence, words: spans } = highlight(passage.text, telling(words), { language: this.language, rarity: word => this.passages.rarity(word) })
      return {
        kind: 'PASSAGE', id, confidence: confidences[at]!, strength, coverage, isExact: false, words, sentence, spans,
        text: spoken(passage.text, sentence), source: { title, url },
      }
    })
  }

  /** Of the vocabulary that found what was found. */
  repairs(text: string, best: FoundItem | undefined) {
    return best?.kind === 'PASSAGE' || this.pairs.length === 0 ? this.passages.repairs(text) : this.faqs.repairs(text)
  }

  alike(text: string, faqId: string | null): Clash[] {
    const near = this.faqs.search(text, { top: nearestChecked, isOpen: ({ id }) => id !== faqId })
    return near.flatMap(({ pair: { id, question, wordings } }) => {
      const [best] = [question, ...wordings].map(wording => ({ text, wording, faqId: id, likeness: likeness(text, wording) }))
        .sort((one, other) => other.likeness - one.likeness)
      return best && best.likeness >= leastLikeness ? [best] : []
    })
  }
}

// Somebody wrote a question's answer as an answer, which counts for something where a passage is about as sure.
const written = 0.1

const worth = ({ kind, confidence }: FoundItem) => confidence + (kind === 'FAQ' && confidence >= answerThreshold ? written : 0)

const byWorth = (one: FoundItem, other: FoundItem) => worth(other) - worth(one)

/** Without the small words, which stand everywhere; all of them where there are no others. */
function telling(words: readonly string[]): readonly string[] {
  const long = words.filter(word => word.length > 2 || /\d/.test(word))
  return long.length ? long : words
}

const isValid = ({ validFrom, validUntil }: Validity, today: string) =>
  (validFrom === null || validFrom <= today) && (validUntil === null || today <= validUntil)
