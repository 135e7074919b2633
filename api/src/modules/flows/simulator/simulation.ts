import type { BotContent, Json, Recording } from '@botpro/graphql/flows'
import { compileBot, type CompiledBot } from '../engine/compiled.ts'
import type { Played, PlayedState } from '../testing/player.ts'
import { Player } from '../testing/player.ts'
import { heardIn } from '../testing/run-test.ts'
import { SimulatedAnswers, type SimulatedAnswersParts, type SimulatedAsking } from './simulated-answers.ts'
import type { SimulatedHearing, SimulatedReading } from './simulated-hearing.ts'
import type { PlayedLine } from './simulation-lines.ts'
import { fits } from './played-state.ts'

/** All that is needed to play on; the unit in which it was read is over by then. */
export interface PreparedSimulation {
  tenantId: string
  botId: string
  content: BotContent
  state: PlayedState
  /** Begins before the first line. */
  flow: string | null
  lines: PlayedLine[]
  recordings: Recording[]
  isLive: boolean
}

export interface Simulation {
  played: Played
  state: PlayedState
  asked: SimulatedAsking[]
  heard: SimulatedReading[]
  variables: SimulatedVariable[]
  problem: 'DRAFT_CHANGED' | 'BROKEN' | null
}

export interface SimulatedVariable {
  name: string
  value: Json
  flow: string | null
  isPersonal: boolean
}

interface Parts extends SimulatedAnswersParts {
  hearing: SimulatedHearing
  onError: (error: unknown) => void
}

/** Plays conversations that nobody has, by the code that has real ones. */
export class Simulator {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Never inside a unit. */
  async play(prepared: PreparedSimulation): Promise<Simulation> {
    const bot = compileBot(prepared.content)
    if (!fits(prepared.state, bot)) return nothing(prepared.state, bot, 'DRAFT_CHANGED')
    try {
      return await this.#play(prepared, bot)
    } catch (error) {
      this.#parts.onError(error)
      return nothing(prepared.state, bot, 'BROKEN')
    }
  }

  async #play({ tenantId, state, flow, lines, recordings, isLive }: PreparedSimulation, bot: CompiledBot): Promise<Simulation> {
    const answers = new SimulatedAnswers(this.#parts, { tenantId, isLive, recordings, speaking: state })
    const player = new Player({ bot, answers: (request, { now }) => answers.answer(request, now) }, state)
    const heard: SimulatedReading[] = []
    const all = flow ? [await player.begin(flow)] : []
    for (const line of lines) all.push(await this.#happen(player, line, { tenantId, heard }))
    return { played: together(all), state: player.state, asked: answers.asked, heard, variables: variablesOf(player.state, bot), problem: null }
  }

  async #happen(player: Player, line: PlayedLine, { tenantId, heard }: { tenantId: string; heard: SimulatedReading[] }): Promise<Played> {
    switch (line.kind) {
      case 'EVENT': return player.event(line.event, line.data ?? null)
      case 'TIME_PASSES': return player.pass(line.minutes)
      case 'AGENT_RETURNS': return player.returned()
      case 'CONTACT': {
        const said = heardIn(line, line.option === undefined ? null : { id: line.option, title: line.text ?? line.option, description: null })
        const isRead = line.text && line.option === undefined && !line.understood && line.answer === undefined
        const words = isRead ? await this.#parts.hearing.understand(tenantId, said.text, player.state) : null
        if (words) heard.push(words.reading)
        return player.hear({ ...said, ...words?.heard }, { isAnswerSurer: words?.isAnswerSurer })
      }
    }
  }
}

const nothing = (state: PlayedState, bot: CompiledBot, problem: NonNullable<Simulation['problem']>): Simulation =>
  ({ played: together([]), state, asked: [], heard: [], variables: variablesOf(state, bot), problem })

const together = (all: Played[]): Played => ({
  says: all.flatMap(({ says }) => says), effects: all.flatMap(({ effects }) => effects), visits: all.flatMap(({ visits }) => visits),
  asked: all.flatMap(({ asked }) => asked), endings: all.flatMap(({ endings }) => endings), isOver: all.at(-1)?.isOver ?? true,
})

/** Of all runs, the one that is heard first; names that begin with `__` are the engine’s own. */
function variablesOf({ runs }: PlayedState, bot: CompiledBot): SimulatedVariable[] {
  const personal = new Set([...bot.flows.values()].flatMap(({ flow }) => flow.variables.filter(variable => variable.personal).map(({ name }) => name)))
  const list = (vars: Record<string, Json>, flow: string | null): SimulatedVariable[] =>
    Object.entries(vars).filter(([name]) => !name.startsWith('__')).map(([name, value]) => ({ name, value, flow, isPersonal: personal.has(name) }))
  const sorted = runs.toSorted((one, other) => Number(other.place === 'FOREGROUND') - Number(one.place === 'FOREGROUND'))
  const shared = Object.assign({}, ...sorted.toReversed().map(({ state }) => state.shared)) as Record<string, Json>
  return [...sorted.flatMap(({ state }) => state.frames.toReversed().flatMap(({ flow, vars }) => list(vars, flow))), ...list(shared, null)]
}
