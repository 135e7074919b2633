import type { EntityFigures } from './slot-metrics.ts'
import type { Language } from '../../language/index.ts'
import type { CalibrationBin, IntentFigures } from './metrics.ts'

/** How well a model understands, measured on what it had not seen. Shares are 0–1. */
export interface EvaluationReport {
  folds: number
  examples: number
  accuracy: number
  macroF1: number
  /** The confidence from which on a text counts as understood: the mean of the models that were measured. */
  threshold: number
  calibrationError: number
  /** Share of the examples below the threshold. */
  outOfScopeRate: number
  /** Share of sentences that are nobody's intent below the threshold. */
  strangersRefused: number
  intents: IntentFigures[]
  /** The fullest first. */
  confusions: Confusion[]
  calibration: CalibrationBin[]
  /** By rising threshold. */
  thresholds: ThresholdPoint[]
  languages: LanguageFigures[]
  entities: EntityFigures[]
  /** The most useful first. */
  advice: Advice[]
}

export interface Confusion {
  intent: string
  takenFor: string
  count: number
  /** The surest mistakes, with the phrase of the other intent that each resembles most. */
  collisions: { text: string, resembles: string | null, confidence: number }[]
}

export interface ThresholdPoint { threshold: number, understood: number, right: number, strangersRefused: number }

export interface LanguageFigures { language: Language, examples: number, accuracy: number, macroF1: number }

export type AdviceKind = 'TELL_APART' | 'ADD_PHRASES' | 'ADD_IN_LANGUAGE' | 'CHECK_PHRASES' | 'TOO_LARGE'

/** What to do next, as data that a screen puts into words. */
export interface Advice {
  kind: AdviceKind
  intent: string
  otherIntent: string | null
  language: Language | null
  count: number
  phrases: string[]
}
