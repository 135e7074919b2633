import { DateTime } from 'luxon'
import type { BusinessCalendar, Opening } from '../modules/tenancy/index.ts'
import type { Act } from './performance.ts'
import { Deck, type Random } from './random.ts'
import { hasAgent, stepsOf, type Script, type Step } from './script.ts'

/** How a conversation stands now. */
export type Standing = 'CLOSED' | 'WAITING' | 'ACTIVE' | 'WITH_BOT'

/** One conversation of the week, before anybody plays it. */
export interface Scene {
  script: Script
  standing: Standing
  acts: Act[]
}

interface WeekOptions {
  scripts: readonly Script[]
  calendar: BusinessCalendar
  random: Random
  now: Date
}

const MINUTE = 60_000
/** Minutes since the last word, of those that go on now. */
const WAITING = [3, 8, 14, 23]
const ACTIVE = [1, 4, 9, 16, 28, 41]
const WITH_BOT = [2, 12]
const A_WHILE = 20 * MINUTE
const LONGEST = 30 * MINUTE

/** What happened in the last seven days, and what is going on now. */
export class Week {
  readonly #options: WeekOptions
  readonly #withAgent: Deck<Script>
  readonly #byBot: Deck<Script>
  readonly #english: Deck<Script>

  constructor(options: WeekOptions) {
    const { scripts, random } = options
    const spanish = scripts.filter(script => script.language !== 'EN')
    this.#options = options
    this.#withAgent = new Deck(spanish.filter(hasAgent), random)
    this.#byBot = new Deck(spanish.filter(script => !hasAgent(script)), random)
    this.#english = new Deck(scripts.filter(script => script.language === 'EN'), random)
  }

  /** By the time they began. */
  scenes(): Scene[] {
    // Those that go on are dealt first, so that no two of them are alike.
    const scenes = [...this.#goingOn(), ...this.#today(), ...[1, 2, 3, 4, 5, 6].flatMap(day => this.#pastDay(day))]
    return scenes.sort((a, b) => a.acts[0]!.at.getTime() - b.acts[0]!.at.getTime())
  }

  #goingOn(): Scene[] {
    return [
      ...WAITING.map(minutes => this.#endingAgo(this.#withAgent.deal(explainsItself), 'WAITING', minutes)),
      ...ACTIVE.map((minutes, index) =>
        this.#endingAgo(index === 3 ? this.#english.deal() : this.#withAgent.deal(), 'ACTIVE', minutes)),
      ...WITH_BOT.map(minutes => this.#endingAgo(this.#byBot.deal(), 'WITH_BOT', minutes)),
    ]
  }

  #today(): Scene[] {
    const { now } = this.#options
    const midnight = this.#midnight(0)
    const end = new Date(now.getTime() - LONGEST)
    const since = (minutes: number) => span(new Date(Math.max(midnight.getTime(), end.getTime() - minutes * MINUTE)), end)
    const worked = this.#openings(0, end.getTime())
    // In the night and on days off somebody is on call, so that the figures of the day are not empty.
    const spans = lengthOf(worked) >= A_WHILE ? worked : since(90)
    const count = spans.length ? Math.min(9, Math.max(5, Math.round(lengthOf(spans) / (15 * MINUTE)))) : 0
    return [
      ...Array.from({ length: count }, () => this.#closed(this.#withAgent.deal(), spans)),
      ...Array.from({ length: count ? 3 : 0 }, () => this.#closed(this.#byBot.deal(), since(240))),
    ]
  }

  /** When a conversation of a day may begin and still end before they close. */
  #openings(daysAgo: number, until = Infinity): Opening[] {
    const day = this.#options.calendar.openings(this.#midnight(daysAgo), this.#midnight(daysAgo - 1))
    return [...day].flatMap(({ from, to }) => span(from, new Date(Math.min(until, to.getTime() - LONGEST))))
  }

  #pastDay(daysAgo: number): Scene[] {
    const { random } = this.#options
    const hour = (hours: number) => new Date(this.#midnight(daysAgo).getTime() + hours * 60 * MINUTE)
    const open = this.#openings(daysAgo)
    const awake = span(hour(7), hour(22))
    const withAgent = open.length ? random.between(4, 6) : 0
    return [
      ...Array.from({ length: withAgent }, () => this.#closed(this.#withAgent.deal(), open)),
      ...Array.from({ length: 2 }, () => this.#closed(this.#byBot.deal(), awake)),
      ...(open.length && daysAgo % 3 === 1 ? [this.#closed(this.#english.deal(), open)] : []),
    ]
  }

  #closed(script: Script, spans: Opening[]): Scene {
    const { random } = this.#options
    const steps = hasAgent(script) ? stepsOf(script) : [...stepsOf(script), { kind: 'CLOSE' as const }]
    const { from, to } = random.pick(spans)
    const start = from.getTime() + random.next() * (to.getTime() - from.getTime())
    return { script, standing: 'CLOSED', acts: this.#timed(steps, start) }
  }

  #endingAgo(script: Script, standing: Standing, minutes: number): Scene {
    const { random, now } = this.#options
    const acts = this.#timed(stepsUntil(script, standing, random), 0)
    const shift = now.getTime() - minutes * MINUTE - acts.at(-1)!.at.getTime() - random.between(0, 40) * 1000
    return { script, standing, acts: acts.map(({ step, at }) => ({ step, at: new Date(at.getTime() + shift) })) }
  }

  #timed(steps: Step[], start: number): Act[] {
    const first = steps.findIndex(step => step.kind === 'AGENT')
    let time = start
    return steps.map((step, index) => {
      if (index > 0) time += this.#pause(step, { isFirstAnswer: index === first, isByBot: first < 0 }) * 1000
      return { step, at: new Date(time) }
    })
  }

  /** Seconds until a step follows the one before. */
  #pause({ kind }: Step, { isFirstAnswer, isByBot }: { isFirstAnswer: boolean; isByBot: boolean }): number {
    const { random } = this.#options
    switch (kind) {
      case 'PICK': return random.between(6, 22)
      case 'CLIENT': return random.between(14, 70)
      case 'NOTE': return random.between(8, 30)
      case 'ASSIGN': return random.between(15, 60)
      case 'CLOSE': return isByBot ? random.between(600, 1200) : random.between(30, 180)
      case 'AGENT': return isFirstAnswer ? random.between(50, 400) : random.between(30, 110)
    }
  }

  #midnight(daysAgo: number): Date {
    const { now, calendar } = this.#options
    return DateTime.fromJSDate(now, { zone: calendar.timeZone }).startOf('day').minus({ days: daysAgo }).toJSDate()
  }
}

const span = (from: Date, to: Date): Opening[] => (from < to ? [{ from, to }] : [])

const lengthOf = (spans: Opening[]) => spans.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0)

/** Whether the contact says what it is about while waiting. */
function explainsItself(script: Script): boolean {
  const steps = stepsOf(script)
  return steps[steps.findIndex(step => step.kind === 'AGENT') - 1]?.kind === 'CLIENT'
}

/** Those who wait have not heard from an agent; those who are served are in the midst of it, most with a question. */
function stepsUntil(script: Script, standing: Standing, random: Random): Step[] {
  const steps = stepsOf(script)
  const first = steps.findIndex(step => step.kind === 'AGENT')
  if (standing === 'WITH_BOT') return steps
  if (standing === 'WAITING') return steps.slice(0, first)
  const last = random.chance(0.65) ? 'CLIENT' : 'AGENT'
  const ends = [...steps.keys()].filter(index => index > first && steps[index]!.kind === last)
  return steps.slice(0, ends.length ? random.pick(ends) + 1 : first + 1)
}
