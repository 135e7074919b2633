import type { BotContent, Flow, Json } from '@botpro/graphql/flows'
import { valueAt } from '../../conditions/value-at.ts'
import type { Remembered } from '../../run/recordings.ts'

/** What of a conversation is of a person, besides what can be recognised. */
export interface Personal {
  names: string[]
  values: string[]
}

const PERSONS_NAME = /nombre|apellido|titular|beneficiari|cliente|paciente|afiliad|holder|surname|(first|last|full|customer|patient|owner|member|person|contact|client)_?name|customer|patient/i
const OF_A_PERSON = /direcci|address|correo|e_?mail|nacimiento|birth|dob$|pasaporte|passport|diagn|c[eé]dula|document|tel[eé]?fono|phone|celular|mobile/i
/** Two words or more, each with a capital, or all of them in capitals: how systems write people. */
const LIKE_A_NAME = /^\p{Lu}[\p{L}'’.-]*(?:\s+(?:(?:de|del|la|las|los|y|e|van|von)\s+)*\p{Lu}[\p{L}'’.-]*){1,5}$/u

/** Whether a variable or a field with such a name holds who somebody is, though nobody marked it. */
export const isPersonalName = (name: string): boolean => PERSONS_NAME.test(name) || OF_A_PERSON.test(name)

/**
 * What systems told of people. A text that the flows themselves know (such as a state that they compare with) is of nobody;
 * one too many that is taken for a name does no harm, since it is made up the same everywhere.
 */
export function personalIn(remembered: readonly Remembered[], { flows }: Pick<BotContent, 'flows'>): Personal {
  const found: Personal = { names: [], values: [] }
  const known = new Set(flows.flatMap(flow => textsIn(flow as unknown as Json)).map(text => text.trim().toLowerCase()))
  for (const one of remembered) {
    if (one.kind === 'HEARD') collect(one.contact?.attributes as Json ?? null, '', found, known)
    else if ('data' in one.answer && one.connector !== 'knowledge') {
      collect(one.answer.data, '', found, known)
      for (const text of markedIn(one.answer.data, one, flows)) found.values.push(text)
    }
  }
  return found
}

function collect(value: Json, field: string, found: Personal, known: ReadonlySet<string>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, field, found, known)
  else if (value && typeof value === 'object') for (const [name, inner] of Object.entries(value)) collect(inner as Json, name, found, known)
  else if (typeof value === 'number' && OF_A_PERSON.test(field)) found.values.push(String(value))
  else if (typeof value === 'string' && value.trim() && !known.has(value.trim().toLowerCase())) {
    const isName = /^[^\d@]+$/.test(value) && (PERSONS_NAME.test(field) || LIKE_A_NAME.test(value.trim()))
    if (isName) found.names.push(value.trim())
    else if (OF_A_PERSON.test(field)) found.values.push(value.trim())
  }
}

/** Of an answer, what a step that asks for it keeps in variables marked as personal. */
function markedIn(data: Json, { connector, operation }: { connector: string; operation: string }, flows: readonly Flow[]): string[] {
  return flows.flatMap(flow => {
    const personal = new Set(flow.variables.filter(variable => variable.personal).map(({ name }) => name))
    return flow.steps.flatMap(step => {
      if (step.kind !== 'CALL' || step.connector !== connector || step.operation !== operation) return []
      const saved = (step.save ?? []).filter(({ to }) => personal.has(to)).map(({ from }) => valueAt(data, from) as Json ?? null)
      return [...saved, ...step.saveAs && personal.has(step.saveAs) ? [data] : []].flatMap(leaves)
    })
  })
}

/** Names that the bot said and no text of its flows has: systems told them, whether that was kept or not. */
export function namesSaid(texts: readonly string[], isOfFlows: (word: string) => boolean): string[] {
  return texts.flatMap(text => [...text.matchAll(SAID)].flatMap(match => nameIn(match[0], isOfFlows, isSentenceBegun(text, match.index))))
}

const SAID = /\p{Lu}[\p{L}'’-]+(?:[ \t]+(?:(?:de|del|la|las|los|y)[ \t]+)*\p{Lu}[\p{L}'’-]+){0,5}/gu

function nameIn(said: string, isOfFlows: (word: string) => boolean, isFirst: boolean): string[] {
  const words = said.split(/\s+/)
  while (words.length > 0 && isOfFlows(words[0]!)) words.shift()
  while (words.length > 0 && isOfFlows(words.at(-1)!)) words.pop()
  const name = words.join(' ')
  if (name === '' || /^\p{Lu}{1,4}$/u.test(name)) return []
  // A word alone that begins a sentence has its capital from that, unless somebody is called by it.
  return words.length === 1 && isFirst && said === name ? [] : [name]
}

const isSentenceBegun = (text: string, at: number): boolean => /(^|[.!?¿¡:\n])[\s*_"“«•–—-]*$/u.test(text.slice(0, at))

/** Every word of what is drawn. */
export function wordsOfFlows({ flows, settings }: Pick<BotContent, 'flows' | 'settings'>): (word: string) => boolean {
  const words = new Set([...flows, settings].flatMap(part => textsIn(part as unknown as Json)).flatMap(text => text.toLowerCase().match(/\p{L}[\p{L}'’-]*/gu) ?? []))
  return word => words.has(word.toLowerCase())
}

const scalarsIn = (value: Json): (string | number)[] =>
  (typeof value === 'string' || typeof value === 'number' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(inner => scalarsIn(inner as Json)) : [])

const textsIn = (value: Json): string[] => scalarsIn(value).filter(one => typeof one === 'string')

/** Texts and numbers, as texts. */
export const leaves = (value: Json): string[] => scalarsIn(value).map(String)

/** Names of fields that are no words of anybody's making: a number or an address by which a system lists people. */
export const keysIn = (value: Json): string[] =>
  (value && typeof value === 'object' ? Object.entries(value).flatMap(([key, inner]) => [...(/\d|@/.test(key) && !Array.isArray(value) ? [key] : []), ...keysIn(inner as Json)]) : [])
