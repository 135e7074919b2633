import type { Language } from '../../language/index.ts'
import type { TrainingSet } from '../model.ts'

/**
 * The formats that training sets come and go in. `CSV`: text, intent, language, entities. `JSON`: our own, which says
 * everything. `JSONL`: an example a line. `RASA`: NLU YAML 3.1. `DIALOGFLOW`: an ES agent as a zip, or one of its
 * usersays files. `LUIS`: an exported app. `CLU`: a project of its successor.
 */
export type ExchangeFormat = 'CSV' | 'JSON' | 'JSONL' | 'RASA' | 'DIALOGFLOW' | 'LUIS' | 'CLU'

export const exchangeFormats: readonly ExchangeFormat[] = ['CSV', 'JSON', 'JSONL', 'RASA', 'DIALOGFLOW', 'LUIS', 'CLU']

/** What can be wrong with a file, or not be said in it; the screens have a sentence for each. */
export type ExchangeProblemKey =
  // The whole file
  | 'fileTooLarge' | 'formatUnknown' | 'fileEmpty' | 'jsonBroken' | 'tooDeep' | 'yamlBroken' | 'zipBroken' | 'zipTooLarge'
  | 'nothingFound' | 'shapeUnexpected' | 'tooManyExamples' | 'tooManyProblems' | 'decodedAsWindows1252'
  // One line or item, which is left out
  | 'lineBroken' | 'itemBroken' | 'textMissing' | 'textTooLong' | 'intentMissing' | 'intentTooLong' | 'languageUnknown'
  | 'templateIgnored' | 'aliasRefused' | 'columnMissing'
  // Parts of an item, which stays without them
  | 'markBroken' | 'marksOverlap' | 'marksDisagree' | 'valueBroken' | 'tooManyValues'
  // What the file says and a training set does not
  | 'sectionIgnored' | 'roleIgnored' | 'synonymWithoutEntity' | 'intentWithoutExamples' | 'systemEntity' | 'regexIgnored'
  // What a training set says and the format does not
  | 'valuesLost' | 'markValueLost' | 'languageLost' | 'entityLost' | 'exampleLost' | 'synonymsShared' | 'nameLost'

/** Where something stands: a line (from 1) of a text file, a path in a structured one. */
export interface Place { line?: number, path?: string }

export interface ExchangeProblem extends Place {
  key: ExchangeProblemKey
  params: Readonly<Record<string, string | number>>
}

export interface ExchangeCounts {
  examples: number
  intents: number
  entityTypes: number
  /** Marked entities over all examples. */
  marks: number
  /** Examples that the file has and that were left out for a problem. */
  skipped: number
  byLanguage: Record<Language, number>
}

export interface ParsedExchange {
  /** Missing where it was neither given nor recognised. */
  format?: ExchangeFormat
  /** What could be read; empty where nothing could. */
  set: TrainingSet
  /** Where each example of the set stands in the file. */
  places: readonly Place[]
  /** At most `limits.problems`. */
  problems: readonly ExchangeProblem[]
  counts: ExchangeCounts
}

export interface WrittenExchange {
  fileName: string
  mediaType: string
  content: string | Uint8Array<ArrayBuffer>
  /** What the format could not say. */
  problems: readonly ExchangeProblem[]
}

export interface ParsingOptions {
  /** Recognised by name and content where left out. */
  format?: ExchangeFormat
  fileName?: string
  /** The language of texts that neither the file nor the text itself tells the language of; most of the file's where left out. */
  language?: Language
}

export const limits = {
  /** Bytes of a file, as it comes. */
  fileBytes: 25 * 1024 * 1024,
  examples: 100_000,
  /** UTF-16 code units. */
  textLength: 5_000,
  nameLength: 200,
  valuesOfType: 50_000,
  synonymsOfValue: 1_000,
  problems: 1_000,
  /** Of a JSON file. */
  depth: 64,
  zipEntries: 10_000,
  zipEntryBytes: 50 * 1024 * 1024,
  zipBytes: 100 * 1024 * 1024,
  /** Bytes unpacked for one packed, where that is more than a megabyte. */
  zipRatio: 200,
} as const
