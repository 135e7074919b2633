import type { LocalText } from '@botpro/graphql/flows'
import { newId } from '../../../platform/ids.ts'
import type { CompiledBot } from '../engine/compiled.ts'
import { advance, freshState } from '../engine/engine.ts'
import { afterEffects, type Facts } from '../engine/facts.ts'
import type { Heard, RunInput } from '../engine/input.ts'
import { isInside, type InsideRequest, type OutsideRequest, type RequestResult } from '../engine/request.ts'
import { Moving } from '../engine/moving.ts'
import type { RunState } from '../engine/run-state.ts'
import type { RunEffect, RunSpeech, RunTurn } from '../engine/turn.ts'
import type { Asking } from './inside-requests.ts'
import { Memory } from './memory.ts'
import { answeredOf, type Remembered } from './recordings.ts'
import { triggersOf } from './triggers.ts'
import type { Run, RunChanges, RunWhere } from './run.store.ts'

export interface RunTalkOptions {
  where: Pick<RunWhere, 'contactId' | 'conversationId'>
  /** A version, ready; nothing where there is none. */
  compiled(versionId: string): Promise<CompiledBot | undefined>
  /** Answers at once what a run needs. */
  inside(request: { id: string } & InsideRequest, asking: Asking): Promise<RequestResult>
  /** As the moment begins. */
  facts: Facts
  runs: Run[]
  /** The version in which new runs begin. */
  versionId: string
}

const MINUTE = 60_000
const MOST_SHOWN = 20

/** What the bot says and leaves behind in one moment of a conversation: runs that move, begin, wait, end. Nothing is written yet. */
export class RunTalk {
  readonly says: RunSpeech[] = []
  /** What was to be said quietly, by whoever did it last. */
  quiet: RunSpeech[] = []
  readonly effects: RunEffect[] = []
  readonly memory: Memory
  /** Of runs that are over. */
  readonly endings: { flow: string; outcome: string | null; failed: boolean }[] = []
  readonly #options: RunTalkOptions
  readonly #runs: Map<string, Run>
  readonly #changes: RunChanges = { kept: [], gone: [], visits: [], requests: [] }
  readonly #touched = new Set<string>()
  readonly #stored: ReadonlySet<string>
  #facts: Facts

  constructor(options: RunTalkOptions) {
    this.#options = options
    this.#facts = options.facts
    this.#runs = new Map(options.runs.map(run => [run.id, run]))
    this.#stored = new Set(this.#runs.keys())
    this.memory = new Memory(this.foreground)
  }

  /** What of the moment is kept for tests. */
  memories(): Promise<Remembered[]> {
    return this.memory.kept(this.#options.compiled)
  }

  /** With what was learnt in this very moment. */
  get facts(): Facts {
    return this.#facts
  }

  /** The run that hears what she says. */
  get foreground(): Run | undefined {
    return [...this.#runs.values()].find(({ place }) => place === 'FOREGROUND')
  }

  get all(): Run[] {
    return [...this.#runs.values()]
  }

  run(id: string): Run | undefined {
    return this.#runs.get(id)
  }

  /** What would come of an input; nothing is done before it is `taken`. */
  async turn(run: Run | undefined, input: RunInput): Promise<RunTurn> {
    return advance(await this.#bot(run), run?.state ?? null, input, this.facts)
  }

  /** Keeps a turn, and all that follows of it at once. Returns the run that it is of. */
  async take(run: Run | undefined, turn: RunTurn, { quietly = false } = {}): Promise<Run> {
    const own = run ?? this.#newRun()
    if (quietly) this.quiet = []
    await this.#settle(own, turn, quietly)
    for (let now = turn; now.request && isInside(now.request);) {
      const { id: requestId } = now.request
      const { conversationId, contactId } = this.#options.where
      const result = await this.#options.inside(now.request, { runId: own.id, requestId, conversationId, contactId })
      this.memory.note(answeredOf(now.request, result))
      now = await this.turn(own, { kind: 'RESULT', requestId, result })
      await this.#settle(own, now, quietly)
    }
    return own
  }

  /** Begins a flow; what is under way waits for it to be over, or goes on by itself. */
  async begin(input: Extract<RunInput, { kind: 'START' }>, { quietly = false } = {}): Promise<Run> {
    const before = this.foreground
    const fresh = this.#newRun()
    if (before) fresh.state.shared = before.state.shared
    if (before) this.#setAside(before)
    return this.take(fresh, await this.turn(fresh, input), { quietly })
  }

  /** A text of the bot's own, outside of any flow. */
  async sayText(text: LocalText): Promise<void> {
    const words = new Moving(await this.#bot(undefined), this.facts, freshState()).textOutside(text)
    if (words) this.says.push({ text: words, menu: null, from: null })
  }

  /** She has not answered for as long as a flow of the bot's wants to know: it is asked once, and the question stands. */
  async nudge(run: Run): Promise<void> {
    const due = triggersOf(await this.#bot(run), 'INACTIVITY')[0]
    run.nudgeAt = null
    this.#touched.add(run.id)
    if (!due) return
    await this.begin({ kind: 'START', flow: due.flow.key, trigger: { kind: 'INACTIVITY', id: due.trigger.id, data: null } })
    await this.resume({ quietly: true })
  }

  /** It is heard once the answer that the run waits for is there. */
  defer(run: Run, heard: Heard): void {
    run.pending = [...run.pending, heard]
    this.#touched.add(run.id)
  }

  /** What she said while the run waited, oldest first. */
  undefer(run: Run): Heard | undefined {
    const [next, ...pending] = run.pending
    run.pending = pending
    this.#touched.add(run.id)
    return next
  }

  /** The question that something else came between, once more; `quietly`: it still stands, and is not asked again. */
  async resume({ quietly = false } = {}): Promise<void> {
    const parked = [...this.#runs.values()].find(({ place }) => place === 'PARKED')
    if (!parked || this.foreground?.state.waiting || this.hasLeft) return
    const idle = this.foreground
    if (idle) this.drop(idle)
    parked.place = 'FOREGROUND'
    if (idle) parked.state.shared = idle.state.shared
    await this.take(parked, await this.turn(parked, { kind: 'AGAIN' }), { quietly })
    if (quietly) parked.nudgeAt = null
  }

  /** She goes back to a question that something else came between, which waits instead; whether she is there is asked no more. */
  bringBack(parked: Run): void {
    const between = this.foreground
    if (between) parked.state.shared = between.state.shared
    if (between?.state.trigger.kind === 'INACTIVITY') this.drop(between)
    else if (between) this.#setAside(between)
    parked.place = 'FOREGROUND'
    this.#touched.add(parked.id)
  }

  /** People have it now, or it is closed: nobody is asked anything any more. */
  get hasLeft(): boolean {
    return this.effects.some(({ kind }) => kind === 'HAND_OFF' || kind === 'CLOSE')
  }

  /**
   * Its bot does not answer here now, so what it asked is hers to answer no more. What waits for time, or for others, goes on beside;
   * of a bot that is gone nothing does. True where she was being asked, or was to be answered.
   */
  leave(run: Run, { isGone }: { isGone: boolean }): boolean {
    const { waiting } = run.state
    const isAsked = waiting?.kind === 'CONTACT' || (run.place === 'FOREGROUND' && waiting?.kind === 'REQUEST')
    if (isGone || waiting?.kind === 'CONTACT') this.drop(run)
    else if (run.place === 'FOREGROUND') this.#setAside(run)
    return isAsked
  }

  /** Its time has come while its bot does not answer: it is looked at again later. */
  postpone(run: Run, until: Date): void {
    if (run.wakeAt) run.wakeAt = until.toISOString()
    run.nudgeAt = null
    this.#touched.add(run.id)
  }

  /** People go on with it. */
  handOver(text: string): void {
    if (text) this.says.push({ text, menu: null, from: null })
    this.effects.push({ kind: 'HAND_OFF', queue: null, priority: 'NORMAL', summary: null })
  }

  drop(run: Run): void {
    this.#runs.delete(run.id)
    this.#touched.delete(run.id)
    if (this.#stored.has(run.id)) this.#changes.gone.push(run.id)
  }

  /** She left it: no question of before is asked again, and no word of before heard. */
  forget(): void {
    for (const run of this.all) {
      if (run.place === 'PARKED') this.drop(run)
      else if (run.pending.length > 0) {
        run.pending = []
        this.#touched.add(run.id)
      }
    }
  }

  /** Everything that is to be written, in the unit that says it. */
  get changes(): RunChanges {
    return { ...this.#changes, kept: [...this.#touched].flatMap(id => this.#runs.get(id) ?? []) }
  }

  async #bot(run: Run | undefined): Promise<CompiledBot> {
    const { compiled, versionId } = this.#options
    const bot = await compiled(run?.botVersionId ?? versionId)
    if (!bot) throw new Error('A version of a bot is missing.')
    return bot
  }

  #newRun(): Run {
    const { facts: { now }, versionId } = this.#options
    const run: Run = {
      id: newId(now), botVersionId: versionId, place: 'FOREGROUND', pending: [], wakeAt: null, nudgeAt: null, event: null,
      restedAt: now.toISOString(), startedAt: now.toISOString(),
      state: freshState(),
    }
    return run
  }

  /** One that waits for time goes on beside; one that waits for her is asked again later; one that waits for nothing is over. */
  #setAside(run: Run): void {
    const { waiting } = run.state
    if (!waiting || run.state.frames.length === 0 || waiting.kind === 'AGENT') return this.drop(run)
    run.place = waiting.kind === 'TIME' || waiting.kind === 'REQUEST' ? 'BACKGROUND' : 'PARKED'
    run.nudgeAt = null
    this.#touched.add(run.id)
  }

  async #settle(run: Run, turn: RunTurn, quietly: boolean): Promise<void> {
    const heard = quietly ? this.quiet : this.says
    heard.push(...turn.says)
    this.effects.push(...turn.effects)
    this.#noteVisits(run, turn)
    if (turn.ended) this.endings.push({ flow: run.state.frames[0]?.flow ?? '', ...turn.ended })
    run.state = { ...turn.state, ...this.#shownBy(turn, run.state) }
    this.#facts = afterEffects(this.#facts, turn.effects)
    if (turn.request && !isInside(turn.request)) {
      this.#changes.requests.push({ runId: run.id, id: turn.request.id, request: turn.request as { id: string } & OutsideRequest })
    }
    this.#runs.set(run.id, run)
    this.#place(run)
    run.nudgeAt = await this.#nudge(run)
    this.#touched.add(run.id)
    if (turn.ended && (run.place !== 'FOREGROUND' || Object.keys(run.state.shared).length === 0)) this.drop(run)
  }

  /** Where its question stands; asked once more, it stands where it stood before, too. */
  #shownBy(turn: RunTurn, before: RunState): Pick<RunState, 'shown'> {
    const menus = turn.says.filter(({ menu }) => menu !== null)
    for (const speech of menus) speech.id = newId(this.facts.now)
    if (turn.state.waiting?.kind !== 'CONTACT') return { shown: [] }
    return { shown: [...(isSameQuestion(turn, before) ? before.shown ?? [] : []), ...menus.map(({ id }) => id!)].slice(-MOST_SHOWN) }
  }

  /** A run that has to hear something from her comes to the front. */
  #place(run: Run): void {
    const { waiting } = run.state
    run.wakeAt = waiting?.kind === 'TIME' ? waiting.until : null
    run.event = waiting?.kind === 'TIME' ? waiting.event : null
    const inFront = this.foreground
    if (run.place !== 'FOREGROUND' && waiting?.kind === 'CONTACT') {
      if (inFront && inFront !== run) this.#setAside(inFront)
      run.place = 'FOREGROUND'
    } else if (inFront && inFront !== run && run.place === 'FOREGROUND') this.#setAside(inFront)
  }

  /** When she is asked whether she is still there: once a question. */
  async #nudge(run: Run): Promise<string | null> {
    if (run.state.waiting?.kind !== 'CONTACT' || run.state.trigger.kind === 'INACTIVITY') return null
    const minutes = triggersOf(await this.#bot(run), 'INACTIVITY').map(({ trigger }) => trigger.minutes)
    return minutes.length > 0 ? new Date(this.facts.now.getTime() + Math.min(...minutes) * MINUTE).toISOString() : null
  }

  #noteVisits(run: Run, { visits, state }: RunTurn): void {
    const { now } = this.facts
    const rested = (now.getTime() - Date.parse(run.restedAt)) / 1000
    for (const visit of visits) {
      this.#changes.visits.push({ ...visit, id: newId(now), botVersionId: run.botVersionId, runId: run.id, seconds: visit.arrived ? null : rested })
    }
    if (visits.length > 0 && state.waiting) run.restedAt = now.toISOString()
  }
}

/** The run rests where it rested, at the same question of a survey. */
const isSameQuestion = ({ state, visits }: RunTurn, before: RunState): boolean =>
  before.waiting?.kind === 'CONTACT' && !visits.some(({ arrived, exit }) => arrived && exit === null) && nextOf(before) === nextOf(state)

const nextOf = ({ frames }: RunState) => frames.at(-1)?.progress.next
