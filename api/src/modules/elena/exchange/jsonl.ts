import type { MarkedEntity } from '../model.ts'
import type { ExchangedPhrase, ExchangedSet, ExchangeProblem } from './exchange.ts'

interface Line {
  text?: unknown
  intent?: unknown
  language?: unknown
  entities?: unknown
}

/** `{text, intent, language, entities}` on each line; empty lines are skipped. */
export function readJsonl(content: string): { set: ExchangedSet; problems: ExchangeProblem[] } {
  const phrases: ExchangedPhrase[] = []
  const problems: ExchangeProblem[] = []
  content.split('\n').forEach((text, at) => {
    if (!text.trim()) return
    const read = readLine(text, at + 1)
    if ('code' in read) problems.push(read)
    else phrases.push(read)
  })
  return { set: { phrases, entityTypes: [] }, problems }
}

function readLine(written: string, line: number): ExchangedPhrase | ExchangeProblem {
  const problem = (code: ExchangeProblem['code'], message: string): ExchangeProblem => ({ line, code, message, text: written.trim().slice(0, 100) })
  const parsed = parse(written)
  if (!parsed) return problem('UNREADABLE', 'This line is no JSON object.')
  if (typeof parsed.text !== 'string' || !parsed.text.trim()) return problem('NO_TEXT', 'There is no text.')
  if (typeof parsed.intent !== 'string' || !parsed.intent.trim()) return problem('NO_INTENT', 'There is no intent.')
  const entities = marksOf(parsed.entities)
  if (!entities) return problem('BAD_MARK', 'Entities are {start, end, entity}.')
  const language = parsed.language === 'es' || parsed.language === 'en' ? parsed.language : undefined
  return { text: parsed.text, intent: parsed.intent, entities, line, ...(language && { language }) }
}

function parse(written: string): Line | undefined {
  try {
    const value: unknown = JSON.parse(written)
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

function marksOf(given: unknown): MarkedEntity[] | undefined {
  if (given === undefined || given === null) return []
  if (!Array.isArray(given)) return undefined
  const marks = given as Partial<MarkedEntity>[]
  const whole = marks.every(mark => mark && Number.isInteger(mark.start) && Number.isInteger(mark.end) && typeof mark.entity === 'string')
  return whole ? marks.map(({ start, end, entity, value }) =>
    ({ start: start!, end: end!, entity: entity!, ...(typeof value === 'string' && { value }) })) : undefined
}

export const writeJsonl = ({ phrases }: ExchangedSet): string =>
  phrases.map(({ text, intent, language, entities }) => JSON.stringify({ text, intent, language, entities }) + '\n').join('')
