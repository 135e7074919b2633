import { DateTime } from 'luxon'
import type { BusinessCalendar } from '../modules/tenancy/index.ts'
import type { Language } from '../platform/language.ts'
import type { Company } from './company.ts'
import type { DemoContact } from './contacts.ts'
import type { Random } from './random.ts'
import type { Script } from './script.ts'

export interface WordsOptions {
  company: Company
  contact: DemoContact
  script: Script
  calendar: BusinessCalendar
  random: Random
}

const TITLES = { ES: ['Sr.', 'Sra.'], EN: ['Mr.', 'Ms.'] } as const
const GREETINGS = {
  ES: ['Buenos días', 'Buenas tardes', 'Buenas noches'],
  EN: ['Good morning', 'Good afternoon', 'Good evening'],
} as const
const TIMES = {
  ES: ['8:30 a. m.', '9:15 a. m.', '10:00 a. m.', '11:30 a. m.', '2:15 p. m.', '3:00 p. m.'],
  EN: ['8:30 am', '9:15 am', '10:00 am', '11:30 am', '2:15 pm', '3:00 pm'],
} as const
const DAYS = { ES: "cccc d 'de' LLLL", EN: 'cccc, LLLL d' } as const
const DAY = 86_400_000

/** Fills the gaps of a script's lines: `{a|b}` by chance, `{name}` and its like the same way all through. */
export class Words {
  readonly #options: WordsOptions
  readonly #language: Language
  readonly #known = new Map<string, string>()

  constructor(options: WordsOptions) {
    this.#options = options
    this.#language = options.script.language ?? 'ES'
  }

  fill(line: string, { at, agent }: { at: Date; agent?: string }): string {
    const { random } = this.#options
    // A choice may hold a slot, so slots are marked before choices are made.
    const kept = line.replace(/\{([a-z]+(?::[\d-]+)?)\}/g, '<$1>')
    const chosen = kept.replace(/\{([^{}]*)\}/g, (_, choices: string) => random.pick(choices.split('|')))
    const filled = chosen.replace(/<([^<>]+)>/g, (_, name: string) => this.#slot(name, at, agent))
    // A time ends with a point of its own (“3:00 p. m.”), which ends the sentence too.
    return filled.replaceAll('m..', 'm.')
  }

  #slot(name: string, at: Date, agent = ''): string {
    if (name === 'agent') return agent.replace(/^Dra?\. /, '').split(' ')[0]!
    if (name === 'greet') return GREETINGS[this.#language][partOfDay(this.#local(at).hour)]!
    const known = this.#known.get(name) ?? this.#value(name, at)
    this.#known.set(name, known)
    return known
  }

  #value(name: string, at: Date): string {
    const { company, contact, random, script } = this.#options
    const language = this.#language
    if (name.startsWith('amount')) return this.#amount(name)
    switch (name) {
      case 'name': return contact.name ?? ''
      case 'title': return `${TITLES[language][contact.isWoman ? 1 : 0]} ${contact.surname}`
      case 'email': return contact.email
      case 'phone': return contact.phone
      case 'ref': return `${company.prefix}-${random.between(104_000, 989_999)}`
      case 'place': return random.pick(company.places[language])
      case 'time': return random.pick(TIMES[language])
      case 'date': return this.#date(at)
      default: throw new Error(`The script “${script.about}” asks for {${name}}.`)
    }
  }

  #amount(name: string): string {
    const { random, script } = this.#options
    const range = name === 'amount' ? script.amount : name.slice(7).split('-').map(Number)
    const [from, to, step] = range as [number, number, number]
    const amount = from + random.between(0, Math.floor((to - from) / step)) * step
    return `RD$ ${amount.toLocaleString('en-US', { minimumFractionDigits: 2 })}`
  }

  /** A day on which they work, in two days or a few more. */
  #date(at: Date): string {
    const { calendar, random } = this.#options
    const from = new Date(at.getTime() + random.between(2, 5) * DAY)
    const opening = calendar.openings(from, new Date(at.getTime() + 15 * DAY)).next().value
    return this.#local(opening?.from ?? at).setLocale(this.#language.toLowerCase()).toFormat(DAYS[this.#language])
  }

  #local(at: Date): DateTime {
    return DateTime.fromJSDate(at, { zone: this.#options.calendar.timeZone })
  }
}

const partOfDay = (hour: number) => (hour < 12 ? 0 : hour < 19 ? 1 : 2)
