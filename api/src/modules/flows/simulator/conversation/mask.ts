import type { Json } from '@botpro/graphql/flows'
import { recognise } from '../../../elena/index.ts'
import { madeUpDigits, restyled, wordFor } from './made-up.ts'

/** What is known to be of a person, besides what can be recognised. */
export interface Known {
  name: string | null
  /** What flows mark as personal. */
  values: string[]
  /** Others, as systems and the bot name them. */
  names?: string[]
  /** Whether a word stands in what is drawn: alone it is nobody’s, unless it has a capital. */
  isOfFlows?: (word: string) => boolean
}

// Whatever people put between the digits of one number; never a comma, which stands in amounts.
const DIGITS = /\d(?:[\s().·_\-–—]{0,3}\d){6,29}/g
const DATE = /^\d{4}-\d{2}-\d{2}(?!\d)/
const EMAIL = /[^\s@<>()"',;:]+@[^\s@<>()"',;:]+\.[^\s@<>()"',;:]+/g
const CALLED = /(?:\bme llamo|\bmi nombre es|\bsoy|\bmy name is|\bi am|\bi'm)\s+((?:\p{Lu}[\p{L}'’-]+)(?:\s+\p{Lu}[\p{L}'’-]+){0,4})/giu
const AMOUNT = /^-?\d+\.\d{1,4}$/
const SHORTEST = 3
const PARTICLES = new Set(['de', 'del', 'la', 'las', 'los', 'y', 'e', 'van', 'von'])

/** Puts made-up values in the place of a person's, the same for the same, in all the texts that it was made for. */
export class Mask {
  readonly #digits = new Map<string, string>()
  readonly #emails = new Map<string, string>()
  /** What was made up stays as it is, so that masking twice is masking once. */
  readonly #made = new Set<string>()
  /** The longest first, so that a whole name goes before its parts. */
  readonly #words: [RegExp, string][]

  constructor(texts: readonly string[], known: Known) {
    this.#learnNumbers([...texts, ...known.values, ...known.names ?? []])
    for (const text of texts) for (const [email] of text.matchAll(EMAIL)) this.#email(email)
    this.#words = [...wordsOf(texts, known)].toSorted(([one], [other]) => other.length - one.length).map(([word, made]) => [wholeWord(word, known.isOfFlows), made])
  }

  /** How many different values were made up. */
  get count(): number {
    return this.#digits.size + this.#emails.size + this.#words.length
  }

  text(text: string): string {
    return this.#words.reduce((masked, [word, made]) => masked.replace(word, () => made), this.#unnumbered(text))
  }

  #unnumbered(text: string): string {
    return text.replace(EMAIL, email => this.#email(email)).replace(DIGITS, row => (DATE.test(row) ? row : restyled(row, this.#digitsFor(onlyDigits(row)))))
  }

  /** Of an answer: names of fields stay but for numbers and addresses by which people are listed, true and false and amounts too; a number that is somebody’s elsewhere is nobody’s here. */
  json(value: Json): Json {
    if (typeof value === 'string') return AMOUNT.test(value) ? value : this.text(value)
    if (typeof value === 'number') return this.#digits.has(String(value)) ? Number(this.#digits.get(String(value))) : value
    if (Array.isArray(value)) return value.map(item => this.json(item))
    if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, inner]) => [this.#unnumbered(name), this.json(inner as Json)]))
    return value
  }

  /** All originals first: nothing that is made up may be somebody's in the same conversation. */
  #learnNumbers(texts: readonly string[]) {
    const originals = new Set(texts.flatMap(text => [...text.matchAll(DIGITS)].map(([row]) => row).filter(row => !DATE.test(row)).map(onlyDigits)))
    let number = 0
    for (const original of originals) {
      let made = madeUpDigits(original, ++number)
      for (let tries = 0; tries < 200 && [...originals].some(one => made.includes(one) || one.includes(made)); tries++) made = madeUpDigits(original, ++number)
      this.#digits.set(original, made)
      this.#made.add(made)
    }
  }

  #digitsFor(digits: string): string {
    return this.#digits.get(digits) ?? (this.#made.has(digits) ? digits : '9'.repeat(digits.length))
  }

  #email(email: string): string {
    const known = email.toLowerCase()
    if (known.endsWith('@prueba.example')) return email
    if (!this.#emails.has(known)) this.#emails.set(known, `persona.${wordFor(this.#emails.size + 1).toLowerCase()}@prueba.example`)
    return this.#emails.get(known)!
  }
}

const onlyDigits = (row: string) => row.replace(/\D/g, '')

function wordsOf(texts: readonly string[], { name, values, names = [] }: Known): Map<string, string> {
  const words = new Map<string, string>()
  const add = (word: string, made: string) => word.trim().length >= SHORTEST && !words.has(fold(word)) && words.set(fold(word), made)
  const called = texts.flatMap(text => [...text.matchAll(CALLED)].map(match => match[1]!)).filter(one => /^\p{Lu}/u.test(one))
  for (const [word, made] of madeUpNames(name, [...called, ...names])) add(word, made)
  for (const text of texts) for (const { text: place } of recognise(text, { language: 'es', now: new Date(0), zone: 'America/Santo_Domingo', kinds: ['address', 'passport'] })) add(place, 'Calle Prueba')
  for (const [index, value] of values.filter(value => onlyDigits(value).length < 7).entries()) add(value, /^\d+$/.test(value.trim()) ? '9'.repeat(value.trim().length) : `Dato ${wordFor(index + 1)}`)
  return words
}

/** The parts of a name are always the same, so that whoever is called by one of them is still the same; her own name is “Prueba”. */
function madeUpNames(own: string | null, others: readonly string[]): Map<string, string> {
  const made = new Map<string, string>()
  let count = 0
  const whole = (name: string, family: () => string) => {
    const parts = name.split(/\s+/).filter(Boolean)
    return parts.map((part, at) => {
      if (PARTICLES.has(part.toLowerCase())) return ''
      const word = made.get(fold(part)) ?? (at === 0 && parts.length > 1 ? 'Persona' : family())
      made.set(fold(part), word)
      return word
    }).filter(Boolean).join(' ')
  }
  const byLength = others.toSorted((one, other) => other.split(/\s+/).length - one.split(/\s+/).length)
  const all = [...own ? [[own, 'Prueba'] as const] : [], ...byLength.map(name => [name, ''] as const)]
  const names = all.map(([name, family]) => [name, whole(name, () => family || wordFor(++count))] as const)
  return new Map([...names, ...names.flatMap(([name]) => name.split(/\s+/).filter(part => made.has(fold(part))).map(part => [part, made.get(fold(part))!] as const))])
}

const fold = (word: string) => word.trim().toLowerCase()

/** A word that flows say too is meant only where it is written as a name. */
function wholeWord(word: string, isOfFlows: Known['isOfFlows']): RegExp {
  const forms = isOfFlows?.(word) ? [word[0]!.toUpperCase() + word.slice(1), word.toUpperCase()] : [word]
  const written = forms.map(form => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')).join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${written})(?![\\p{L}\\p{N}])`, isOfFlows?.(word) ? 'gu' : 'giu')
}
