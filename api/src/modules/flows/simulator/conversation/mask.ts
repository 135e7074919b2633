import { recognise } from '../../../elena/index.ts'
import { madeUpDigits, restyled, wordFor } from './made-up.ts'

/** What is known to be of a person, besides what can be recognised. */
export interface Known {
  name: string | null
  /** What flows mark as personal. */
  values: string[]
}

// Whatever people put between the digits of one number; never a comma, which stands in amounts.
const DIGITS = /\d(?:[\s().·_\-–—]{0,3}\d){6,29}/g
const DATE = /^\d{4}-\d{2}-\d{2}(?!\d)/
const EMAIL = /[^\s@<>()"',;:]+@[^\s@<>()"',;:]+\.[^\s@<>()"',;:]+/g
const CALLED = /(?:\bme llamo|\bmi nombre es|\bsoy|\bmy name is|\bi am|\bi'm)\s+((?:\p{Lu}[\p{L}'’-]+)(?:\s+\p{Lu}[\p{L}'’-]+){0,4})/giu
const SHORTEST = 3

/** Puts made-up values in the place of a person's, the same for the same, in all the texts that it was made for. */
export class Mask {
  readonly #digits = new Map<string, string>()
  readonly #emails = new Map<string, string>()
  /** The longest first, so that a whole name goes before its parts. */
  readonly #words: [RegExp, string][]

  constructor(texts: readonly string[], known: Known) {
    this.#learnNumbers([...texts, ...known.values])
    for (const text of texts) for (const [email] of text.matchAll(EMAIL)) this.#email(email)
    this.#words = [...wordsOf(texts, known)].toSorted(([one], [other]) => other.length - one.length).map(([word, made]) => [wholeWord(word), made])
  }

  /** How many different values were made up. */
  get count(): number {
    return this.#digits.size + this.#emails.size + this.#words.length
  }

  text(text: string): string {
    const unnumbered = text.replace(EMAIL, email => this.#email(email)).replace(DIGITS, row => (DATE.test(row) ? row : restyled(row, this.#digits.get(onlyDigits(row)) ?? '9'.repeat(row.length))))
    return this.#words.reduce((masked, [word, made]) => masked.replace(word, () => made), unnumbered)
  }

  /** All originals first: nothing that is made up may be somebody's in the same conversation. */
  #learnNumbers(texts: readonly string[]) {
    const originals = new Set(texts.flatMap(text => [...text.matchAll(DIGITS)].map(([row]) => row).filter(row => !DATE.test(row)).map(onlyDigits)))
    let number = 0
    for (const original of originals) {
      let made = madeUpDigits(original, ++number)
      for (let tries = 0; tries < 200 && [...originals].some(one => made.includes(one) || one.includes(made)); tries++) made = madeUpDigits(original, ++number)
      this.#digits.set(original, made)
    }
  }

  #email(email: string): string {
    const known = email.toLowerCase()
    if (known.endsWith('@prueba.example')) return email
    if (!this.#emails.has(known)) this.#emails.set(known, `persona.${wordFor(this.#emails.size + 1).toLowerCase()}@prueba.example`)
    return this.#emails.get(known)!
  }
}

const onlyDigits = (row: string) => row.replace(/\D/g, '')

function wordsOf(texts: readonly string[], { name, values }: Known): Map<string, string> {
  const words = new Map<string, string>()
  const add = (word: string, made: string) => word.trim().length >= SHORTEST && !words.has(fold(word)) && words.set(fold(word), made)
  const addName = (whole: string, number: number) => {
    add(whole, number ? `Persona ${wordFor(number)}` : 'Persona Prueba')
    for (const [at, part] of whole.split(/\s+/).entries()) add(part, at === 0 ? 'Persona' : number ? wordFor(number) : 'Prueba')
  }
  if (name) addName(name, 0)
  const called = texts.flatMap(text => [...text.matchAll(CALLED)].map(match => match[1]!)).filter(one => /^\p{Lu}/u.test(one))
  for (const [index, one] of called.entries()) addName(one, index + 1)
  for (const text of texts) for (const { text: place } of recognise(text, { language: 'es', now: new Date(0), zone: 'America/Santo_Domingo', kinds: ['address', 'passport'] })) add(place, 'Calle Prueba')
  for (const [index, value] of values.filter(value => onlyDigits(value).length < 7).entries()) add(value, /^\d+$/.test(value.trim()) ? '9'.repeat(value.trim().length) : `Dato ${wordFor(index + 1)}`)
  return words
}

const fold = (word: string) => word.trim().toLowerCase()

const wholeWord = (word: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}])`, 'giu')
