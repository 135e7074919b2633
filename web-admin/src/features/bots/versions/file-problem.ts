import type { FieldWording } from './field-words.ts'
import { pathWords } from './field-words.ts'

type File = unknown
const NAMED = ['name', 'key', 'id']
const fieldOf = (part: unknown, name: string): unknown => (typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[name] : undefined)

/** What the checks of files say, in kinds that have words; the message itself stays for developers. */
const KINDS: [RegExp, string][] = [
  [/received undefined|required/i, 'missing'],
  [/unrecognized key|no such field/i, 'unknown'],
  [/not.*json|json.*parse|unexpected token/i, 'noJson'],
  [/too (big|long)|at most|<=/i, 'tooMuch'],
  [/too (small|short)|at least|>=/i, 'tooLittle'],
  [/invalid option|expected one of/i, 'choice'],
  [/must match|name cannot be used/i, 'form'],
  [/expected \w+, received/i, 'type'],
]
export const problemKind = (message: string): string => KINDS.find(([pattern]) => pattern.test(message))?.[1] ?? 'other'

export function parsed(text: string): File {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The names of the flow, step or test that a path leads through: numbers alone help nobody find it. */
export function placeNames(path: string, file: File): string[] {
  let part: unknown = file
  return path.split('.').flatMap(segment => {
    part = fieldOf(part, segment)
    const name = /^\d+$/.test(segment) ? NAMED.map(field => fieldOf(part, field)).find(found => typeof found === 'string') : undefined
    return typeof name === 'string' ? [name] : []
  })
}

/** “Flow 3 › Step 1 › Text (Claims › Greeting)”. */
export function problemPlace(path: string, file: File, wording: FieldWording): string {
  const names = placeNames(path, file)
  return names.length ? `${pathWords(path, wording)} (${names.join(' › ')})` : pathWords(path, wording)
}
