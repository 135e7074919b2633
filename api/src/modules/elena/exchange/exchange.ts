import type { Language } from '../language/language.ts'
import type { EntityType, MarkedEntity } from '../model.ts'
import { readJsonl, writeJsonl } from './jsonl.ts'

/** Training sets in files: what every format is read into and written from. No database, no GraphQL. */

export type ExchangeFormat = 'JSONL' | 'CSV' | 'JSON' | 'RASA_YAML' | 'DIALOGFLOW' | 'LUIS'

/** A phrase as a file has it: names are those of the file, offsets UTF-16 with the end exclusive. */
export interface ExchangedPhrase {
  text: string
  intent: string
  /** Where the file says it. */
  language?: Language
  entities: MarkedEntity[]
  /** Where in the file it begins, from 1; nothing where the format has no lines. */
  line?: number
}

export interface ExchangedSet {
  phrases: ExchangedPhrase[]
  entityTypes: EntityType[]
}

export type ExchangeProblemCode =
  'UNREADABLE' | 'NO_TEXT' | 'NO_INTENT' | 'BAD_NAME' | 'BAD_MARK' | 'TOO_LONG' | 'TOO_MANY' | 'CONFLICT' | 'UNSUPPORTED'

export interface ExchangeProblem {
  line?: number
  code: ExchangeProblemCode
  /** English, for developers. */
  message: string
  text?: string
}

/** Reads a file. Never throws: what cannot be read is a problem, and all else is in the set. */
export type ExchangeReader = (content: string) => { set: ExchangedSet; problems: ExchangeProblem[] }

export type ExchangeWriter = (set: ExchangedSet) => string

interface Format {
  read: ExchangeReader
  write: ExchangeWriter
  extension: string
  mediaType: string
}

/** A format is a line here, and its file beside this one. */
const FORMATS: Partial<Record<ExchangeFormat, Format>> = {
  JSONL: { read: readJsonl, write: writeJsonl, extension: 'jsonl', mediaType: 'application/x-ndjson' },
}

export function parseExchange(format: ExchangeFormat, content: string): ReturnType<ExchangeReader> {
  const reader = FORMATS[format]?.read
  const problem: ExchangeProblem = { code: 'UNSUPPORTED', message: `${format} is not read yet.` }
  return reader ? reader(content) : { set: { phrases: [], entityTypes: [] }, problems: [problem] }
}

/** The file's words, what its name ends in, and its media type; nothing where the format is not written. */
export function writeExchange(format: ExchangeFormat, set: ExchangedSet): { content: string; extension: string; mediaType: string } | undefined {
  const known = FORMATS[format]
  return known && { content: known.write(set), extension: known.extension, mediaType: known.mediaType }
}
