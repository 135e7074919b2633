import { fold, type Language, stem, type Token, tokensOf } from '../../language/index.ts'
import { senseAt, senseLexicon, superlativeSense, type SenseLexicon } from './lexicon.ts'
import { deadline, picturesOf, shoutingOf, waited } from './patterns.ts'
import { asksAgain, courtesy, danger, irony, supposes } from './situations.ts'

/** A span of a message (UTF-16, end exclusive) and what it says: how it feels (about -6 to 6), how pressing it is. */
export interface TellingSpan { start: number, end: number, valence: number, urgency: number }

export interface Signals {
  spans: TellingSpan[]
  /** What is told to the models, each about -1 to 1. */
  features: Float32Array
}

export const signalCount = 28

// A negation reaches so many words, or to the next mark of punctuation.
const negationReach = 4
const negatedPraise = -0.7
const negatedBlame = -0.5
const beforeTurn = 0.5
/** Of a message, in UTF-16 code units. */
export const longestRead = 2000

interface Reading { spans: TellingSpan[], asks: number, negations: number, turned: boolean }

const always = () => true

/**
 * What the words, marks and pictures of a message say by themselves. Of a long message its first 2,000 characters count.
 * `heard` may leave words out, as if the lexicon did not have them.
 */
export function signalsOf(whole: string, language: Language, heard: () => boolean = always): Signals {
  const text = whole.slice(0, longestRead)
  const folded = fold(text)
  const reading = readWords(text, tokensOf(folded), language)
  const pictures = picturesOf(text)
  for (const { start, end, valence } of pictures.spans) reading.spans.push({ start, end, valence, urgency: 0 })
  reading.spans = reading.spans.filter(heard)
  const meant = supposes[language].test(folded) ? 0 : 1
  const ironic = means(reading, folded, language)
  for (const span of reading.spans) if (meant === 0 && span.urgency > 0) [span.valence, span.urgency] = [span.valence / 2, 0]
  const told = meant ? spanOf(danger[language], folded, -2, 3).filter(heard) : []
  const again = spanOf(asksAgain[language], folded, -2, 0).filter(heard)
  const wait = spanOf(waited[language], folded, -1.5, 0.5)
  const limit = spanOf(deadline[language], folded, 0, 2)
  reading.spans.push(...wait, ...limit, ...told, ...again, ...ironic)
  const counts = { waits: wait.length, limits: limit.length, again: again.length, ironies: ironic.length }
  return { spans: reading.spans, features: featuresOf(text, reading, { ...pictures, ...counts }) }
}

function spanOf(pattern: RegExp, folded: string, valence: number, urgency: number): TellingSpan[] {
  const found = pattern.exec(folded)
  return found ? [{ start: found.index, end: found.index + found[0].length, valence, urgency }] : []
}

/** Praise within courtesies is none, and within irony its opposite. Returns the ironies. */
function means({ spans }: Reading, folded: string, language: Language): TellingSpan[] {
  const [kind] = spanOf(courtesy[language], folded, 0, 0)
  const [ironic] = spanOf(irony[language], folded, -3, 0)
  for (const span of spans) {
    if (span.valence <= 0) continue
    if (ironic && within(span, ironic)) span.valence *= negatedPraise
    else if (kind && within(span, kind)) span.valence = 0
  }
  return ironic ? [ironic] : []
}

const within = (span: TellingSpan, whole: TellingSpan) => span.start >= whole.start && span.start < whole.end

function readWords(text: string, tokens: readonly Token[], language: Language): Reading {
  const lexicon = senseLexicon(language)
  const words = tokens.map(({ word }) => word)
  const stems = words.map(word => stem(word, language))
  const reading: Reading = { spans: [], asks: 0, negations: 0, turned: false }
  let factor = 1
  let negatedUntil = -1
  for (let at = 0; at < tokens.length;) {
    if (at > 0 && /[.,;:!?\n]/.test(text.slice(tokens[at - 1]!.end, tokens[at]!.start))) negatedUntil = -1
    const { sense = superlativeSense(lexicon, tokens[at]!.word) ?? {}, length } = senseAt(lexicon, words, stems, at) ?? { length: 1 }
    if (sense.valence || sense.urgency) {
      reading.spans.push(spanFor(sense, { start: tokens[at]!.start, end: tokens[at + length - 1]!.end }, factor, at <= negatedUntil && !ownNegation(lexicon, words, stems, at)))
    }
    if (sense.turns) turn(reading)
    if (sense.asks) reading.asks++
    if (sense.negates && !(at === 0 && text[tokens[0]!.end] === ',')) {
      reading.negations++
      negatedUntil = at + negationReach
    }
    factor = sense.factor ?? 1
    at += length
  }
  return reading
}

/** Of two negations in a row the second says no more than the first: "no tengo ninguna queja". */
const ownNegation = (lexicon: SenseLexicon, words: readonly string[], stems: readonly string[], at: number) =>
  (lexicon.get(`=${words[at]}`) ?? lexicon.get(stems[at]!))?.sense?.negates === true

function spanFor({ valence = 0, urgency = 0 }: { valence?: number, urgency?: number }, span: { start: number, end: number }, factor: number, negated: boolean): TellingSpan {
  const turned = negated ? valence > 0 ? negatedPraise : negatedBlame : 1
  return { ...span, valence: valence * factor * turned, urgency: negated && urgency > 1 ? urgency / 2 : urgency }
}

function turn(reading: Reading): void {
  for (const span of reading.spans) span.valence *= beforeTurn
  reading.turned = true
}

const bounded = (sum: number, half: number) => sum / (Math.abs(sum) + half)

interface Told { pleased: number, displeased: number, waits: number, limits: number, again: number, ironies: number }

function featuresOf(text: string, { spans, asks, negations, turned }: Reading, told: Told): Float32Array {
  let [praise, blame, urgency, calm, strongest] = [0, 0, 0, 0, 0]
  for (const span of spans) {
    if (span.valence > 0) praise += span.valence
    else blame -= span.valence
    if (span.urgency > 0) urgency += span.urgency
    else calm -= span.urgency
    strongest = Math.max(strongest, span.urgency)
  }
  const last = spans.findLast(span => span.valence !== 0)?.valence ?? 0
  const exclaims = text.match(/[!¡]/g)?.length ?? 0
  const shouting = shoutingOf(text)
  const asking = /[?¿]/.test(text)
  return Float32Array.of(
    bounded(praise, 2), bounded(blame, 2), bounded(praise - blame, 2), praise > 0 && blame > 0 ? 1 : 0, praise === 0 && blame === 0 ? 1 : 0,
    bounded(told.pleased, 1), bounded(told.displeased, 1), bounded(exclaims, 2), shouting > 0.6 ? 1 : 0, asking ? 1 : 0, bounded(asks, 1),
    bounded(negations, 1), told.waits, told.limits, bounded(urgency, 3), strongest >= 3 ? 1 : 0, strongest >= 2 ? 1 : 0, bounded(calm, 1),
    bounded(last, 2), turned ? 1 : 0, told.waits > 0 && praise > 0 ? 1 : 0,
    blame > 0 && (asking || asks > 0) ? bounded(blame, 2) : 0, praise > 0 && (asking || asks > 0) ? bounded(praise, 2) : 0,
    asks > 0 && praise === 0 && blame === 0 ? 1 : 0, urgency > 0 && blame > 0 ? 1 : 0, urgency > 0 && blame === 0 ? 1 : 0, told.again, told.ironies,
  )
}
