import type { ChannelKind, FlowTest, Json, Language } from '@botpro/graphql/flows'
import type { CompiledBot } from '../engine/compiled.ts'
import type { Facts } from '../engine/facts.ts'
import type { Heard } from '../engine/input.ts'
import { isProven } from '../engine/proofs.ts'
import type { InsideRequest, OutsideRequest, RequestResult } from '../engine/request.ts'
import type { RunEffect, RunSpeech, Visit } from '../engine/turn.ts'
import { hearWords, showMenu } from '../run/hearing.ts'
import { RunTalk } from '../run/run-talk.ts'
import type { Run } from '../run/run.store.ts'
import { isAllowed, triggersOf } from '../run/triggers.ts'
import { isObject } from '../values/json-object.ts'

/** Who answers what runs ask for, inside and outside alike. */
export type PlayedAnswers = (request: { id: string } & (InsideRequest | OutsideRequest), moment: { now: Date; contactId: string }) => Promise<RequestResult>

/** A conversation as far as it was played: JSON, so that it can be kept by whoever plays. */
export interface PlayedState {
  now: string
  channel: ChannelKind
  language: Language
  timeZone: string
  hoursOpen: boolean
  contact: Facts['contact']
  tags: string[]
  link: string | null
  runs: Run[]
  isOpened: boolean
  /** People have it. */
  isHandedOff: boolean
  isClosed: boolean
}

/** What came of one thing that happened. */
export interface Played {
  says: RunSpeech[]
  effects: RunEffect[]
  visits: Visit[]
  asked: { request: { id: string } & (InsideRequest | OutsideRequest); result: RequestResult }[]
  endings: RunTalk['endings']
  /** Nothing is under way any more. */
  isOver: boolean
}

/** What is played is of no version. */
export const PLAYED_VERSION = 'played'
const MINUTE = 60_000
/** A played conversation ends what a real one would end by its own bounds; this one is for whoever plays. */
const MOST_ROUNDS = 300

export interface PlayerOptions {
  bot: CompiledBot
  answers: PlayedAnswers
}

/**
 * Plays a conversation in memory, by the very code that has real ones: the engine, what hears words, what waits. Only who
 * answers requests, and the clock, are the player's own.
 */
export class Player {
  readonly state: PlayedState
  readonly #options: PlayerOptions

  constructor(options: PlayerOptions, state: PlayedState) {
    this.#options = options
    this.state = structuredClone(state)
  }

  begin(flow: string): Promise<Played> {
    return this.#play(talk => talk.begin({ kind: 'START', flow, trigger: { kind: 'TEST', id: null, data: null } }))
  }

  /** What people have, or what is closed, no bot hears. */
  hear(heard: Heard, { isAnswerSurer = false }: { isAnswerSurer?: boolean } = {}): Promise<Played> {
    if (this.state.isHandedOff || this.state.isClosed) return this.#play(async () => {})
    const isFirst = !this.state.isOpened
    this.state.isOpened = true
    return this.#play(async talk => {
      const isGreeting = /^\W*(hola|buenas|buen[oa]s (d[ií]as|tardes|noches)|hi|hello|hey)\W*$/i.test(heard.text)
      const result = await hearWords(talk, this.#options.bot, { heard, isFirst, isMenuShown: false, isGreeting, isAnswerSurer })
      if (result === 'ANSWER') talk.says.push({ text: heard.aside!, menu: null, from: null })
    })
  }

  event(event: string, data: Json): Promise<Played> {
    return this.#play(async talk => {
      const waiting = this.state.runs.filter(run => run.event !== null && (run.event === event || run.event.startsWith(`${event}:`)))
      for (const run of waiting) await this.#move(talk, run.id, { kind: 'EVENT', event: run.event!, data })
      if (waiting.length > 0) return
      const begins = triggersOf(this.#options.bot, 'EVENT').find(({ trigger }) => trigger.event === event && isAllowed(trigger, talk.facts))
      if (!begins) return
      await talk.begin({ kind: 'START', flow: begins.flow.key, trigger: { kind: 'EVENT', id: begins.trigger.id, data } })
      await talk.resume()
    })
  }

  /** Moments come in their order: what waits for one goes on at that moment. */
  async pass(minutes: number): Promise<Played> {
    const until = Date.parse(this.state.now) + minutes * MINUTE
    const all = nothingPlayed()
    for (let next = this.#nextMoment(until); next; next = this.#nextMoment(until)) {
      this.state.now = new Date(Math.max(Date.parse(this.state.now), Date.parse(next.at))).toISOString()
      add(all, await (next.isNudge ? this.#nudge(next.runId) : this.#play(talk => this.#move(talk, next.runId, { kind: 'TIME' }))))
    }
    this.state.now = new Date(until).toISOString()
    return all
  }

  /** An agent gives the conversation back. */
  returned(): Promise<Played> {
    this.state.isHandedOff = false
    return this.#play(async talk => {
      const run = talk.foreground
      const turn = run && await talk.turn(run, { kind: 'RETURNED' })
      if (turn && !turn.unused) await talk.take(run, turn)
      else await showMenu(talk, this.#options.bot)
    })
  }

  /** By its path in the run that is heard, or else in any that is there. */
  variable(path: string): Json {
    const [name, ...parts] = path.split('.')
    const found = this.state.runs.map(({ state }) => state.frames.at(-1)?.vars[name!] ?? state.shared[name!]).find(value => value !== undefined) ?? this.#fixed(name!)
    return parts.reduce<Json>((value, part) => (isObject(value) && Object.hasOwn(value, part) ? value[part]! : null), found ?? null)
  }

  #fixed(name: string): Json {
    return name === 'contact' ? this.state.contact as unknown as Json : name === 'language' ? this.state.language : null
  }

  #nextMoment(until: number): { runId: string; at: string; isNudge: boolean } | undefined {
    return this.state.runs
      .flatMap(run => [...(run.wakeAt ? [{ runId: run.id, at: run.wakeAt, isNudge: false }] : []), ...(run.nudgeAt ? [{ runId: run.id, at: run.nudgeAt, isNudge: true }] : [])])
      .filter(({ at }) => Date.parse(at) <= until).toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))[0]
  }

  #nudge(runId: string): Promise<Played> {
    return this.#play(async talk => {
      const run = talk.run(runId)
      if (run) await talk.nudge(run)
    })
  }

  async #move(talk: RunTalk, runId: string, input: Parameters<RunTalk['turn']>[1]): Promise<void> {
    const run = talk.run(runId)
    const turn = run && await talk.turn(run, input)
    if (!turn || turn.unused) return
    await talk.take(run, turn)
    await talk.resume()
  }

  /** One thing that happens, and the answers to all that it asks of others, one after the other. */
  async #play(work: (talk: RunTalk) => Promise<unknown>): Promise<Played> {
    const played = nothingPlayed()
    let requests = await this.#talk(played, work)
    for (let round = 0; requests.length > 0 && round < MOST_ROUNDS; round++) {
      const [{ runId, request }, ...others] = requests as [typeof requests[number], ...typeof requests]
      const result = await this.#answer(played, request)
      requests = [...others, ...await this.#talk(played, async talk => {
        await this.#move(talk, runId, { kind: 'RESULT', requestId: request.id, result })
        await this.#hearPending(talk, runId)
      })]
    }
    return played
  }

  async #hearPending(talk: RunTalk, runId: string): Promise<void> {
    const run = talk.run(runId)
    while (run && run.pending.length > 0 && !talk.hasLeft && talk.foreground?.state.waiting?.kind !== 'REQUEST') {
      await hearWords(talk, this.#options.bot, { heard: talk.undefer(run)!, isFirst: false, isMenuShown: false, isGreeting: false, isAnswerSurer: false })
    }
  }

  async #talk(played: Played, work: (talk: RunTalk) => Promise<unknown>) {
    const talk = new RunTalk({
      where: { contactId: this.state.contact.id, conversationId: PLAYED_VERSION }, facts: this.#facts(), runs: this.state.runs, versionId: PLAYED_VERSION,
      compiled: async () => this.#options.bot, inside: request => this.#answer(played, request),
    })
    await work(talk)
    this.state.runs = talk.all
    this.#follow(talk.effects)
    add(played, { says: talk.says, effects: talk.effects, visits: talk.changes.visits, asked: [], endings: talk.endings, isOver: this.state.runs.every(({ state }) => state.frames.length === 0) })
    return talk.changes.requests
  }

  async #answer(played: Played, request: { id: string } & (InsideRequest | OutsideRequest)): Promise<RequestResult> {
    const result = await this.#options.answers(request, { now: new Date(this.state.now), contactId: this.state.contact.id })
    played.asked.push({ request, result })
    return result
  }

  #follow(effects: RunEffect[]): void {
    const { state } = this
    for (const effect of effects) {
      if (effect.kind === 'HAND_OFF') state.isHandedOff = true
      if (effect.kind === 'CLOSE') state.isClosed = true
      if (effect.kind === 'TAG') state.tags = [...new Set([...state.tags, ...effect.add])].filter(tag => !effect.remove.includes(tag))
      if (effect.kind === 'CONTACT') state.contact = remembered(state.contact, effect.set)
    }
  }

  #facts(): Facts {
    const { now, channel, language, timeZone, hoursOpen, contact, tags, link, runs } = this.state
    return {
      now: new Date(now), timeZone, language, channel: { kind: channel, name: channel }, company: { name: 'BotPro' }, hours: { open: hoursOpen },
      conversation: { id: PLAYED_VERSION, tags, link }, contact: { ...contact, verified: contact.verified || runs.some(({ state }) => isProven(state, new Date(now))) },
    }
  }
}

const nothingPlayed = (): Played => ({ says: [], effects: [], visits: [], asked: [], endings: [], isOver: false })

function add(all: Played, more: Played): void {
  all.says.push(...more.says)
  all.effects.push(...more.effects)
  all.visits.push(...more.visits)
  all.asked.push(...more.asked)
  all.endings.push(...more.endings)
  all.isOver = more.isOver
}

function remembered(contact: Facts['contact'], set: Record<string, Json>): Facts['contact'] {
  const { name = contact.name, email = contact.email, phone = contact.phone, ...attributes } = set
  return { ...contact, name: name as string | null, email: email as string | null, phone: phone as string | null, attributes: { ...contact.attributes, ...attributes } }
}

/** A conversation that has not begun. */
export function newPlay({ channel, language, at, contact, hours = 'OPEN', timeZone = 'America/Santo_Domingo' }: Pick<FlowTest, 'channel' | 'language' | 'at' | 'contact' | 'hours'> & { timeZone?: string }): PlayedState {
  return {
    now: at ?? '2026-01-07T14:00:00.000Z', channel, language, timeZone, hoursOpen: hours === 'OPEN', tags: [], link: null, runs: [], isOpened: false, isHandedOff: false, isClosed: false,
    contact: { id: 'contact', name: contact?.name ?? null, phone: contact?.phone ?? null, email: contact?.email ?? null, verified: false, attributes: contact?.attributes ?? {} },
  }
}
