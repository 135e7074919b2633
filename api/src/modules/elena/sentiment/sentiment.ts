import type { Language } from '../../language/index.ts'
import { FeelingModel, feelingExamples, sentimentLabels, type SentimentLabel } from './feeling-model.ts'
import type { TellingSpan } from './signals.ts'

export type { SentimentLabel } from './feeling-model.ts'
export type { TellingSpan } from './signals.ts'

export interface MessageFeeling {
  /** -1 (as bad as can be) to 1: the probability that the message is positive less that it is negative. */
  sentiment: number
  label: SentimentLabel
  /** 0–1: the probability that the customer needs it now. */
  urgency: number
  urgent: boolean
  /** The words, marks and pictures that decided, in the order of the text; none where the model alone did. */
  words: readonly TellingSpan[]
}

/** From this urgency on a message is urgent: to miss an emergency costs half as much again as a needless look does. */
export const urgentFrom = 0.4

const models: Partial<Record<Language, FeelingModel>> = {}

/**
 * How a customer feels in a message, and how pressing it is; some hundredths of a millisecond. The model of a language
 * is learnt from the examples beside this file when first asked for, which takes a quarter of a second: ask once at the
 * start of a process that serves people. None is stored, so none can fall behind its examples. An empty message is neutral.
 */
export function readSentiment(text: string, language: Language): MessageFeeling {
  const model = models[language] ??= new FeelingModel(feelingExamples(`examples.${language}.txt`), language)
  const { probabilities, urgency, spans } = model.read(text)
  const sentiment = probabilities[2]! - probabilities[0]!
  const label = sentimentLabels[probabilities.indexOf(Math.max(...probabilities))]!
  const urgent = urgency >= urgentFrom
  return { sentiment, label, urgency, urgent, words: deciding(spans, label, urgent) }
}

/** Those spans that speak for what was decided. */
function deciding(spans: readonly TellingSpan[], label: SentimentLabel, urgent: boolean): TellingSpan[] {
  const sides = { NEGATIVE: -1, NEUTRAL: 0, POSITIVE: 1 }
  return spans.filter(({ valence, urgency }) => Math.sign(valence) * sides[label] > 0 || urgent && urgency > 0)
    .sort((one, other) => one.start - other.start || one.end - other.end)
}
