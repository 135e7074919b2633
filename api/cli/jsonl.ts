import { readFileSync } from 'node:fs'
import { type Language, languages } from '../src/modules/language/index.ts'

/** What a user did wrong, in words for her: shown without a stack. */
export class Mistake extends Error {}

export type Line = Readonly<Record<string, unknown>>

/** The lines of a JSONL file, each read by `read`; a line that cannot be read is a Mistake that names it. */
export function linesOf<T>(path: string, read: (line: Line) => T): T[] {
  return contentOf(path).split('\n').flatMap((line, at) => {
    if (line.trim() === '') return []
    try {
      return [read(objectOf(line))]
    } catch (error) {
      throw new Mistake(`${path}, line ${at + 1}: ${reasonOf(error)}`)
    }
  })
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    throw new Mistake(`${path} cannot be read: ${reasonOf(error)}`)
  }
}

function objectOf(line: string): Line {
  const value: unknown = JSON.parse(line)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('is no JSON object')
  return value as Line
}

/** A field that should be a text; a number is taken for one. */
export function textIn(line: Line, field: string, otherwise?: string): string {
  const value = line[field] ?? otherwise
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') throw new Error(`"${field}" should be a text`)
  return value
}

export const reasonOf = (error: unknown): string => error instanceof Error ? error.message : String(error)

/** The language that `--lang` names, if it names one. */
export function languageIn(given: string | undefined): Language | undefined {
  if (given === undefined || languages.includes(given as Language)) return given as Language | undefined
  throw new Mistake(`--lang should be one of ${languages.join(', ')}.`)
}

export function required(value: string | undefined, option: string): string {
  if (value) return value
  throw new Mistake(`--${option} is missing.`)
}
