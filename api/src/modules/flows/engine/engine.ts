import type { Json } from '@botpro/graphql/flows'
import type { CompiledBot } from './compiled.ts'
import { begin, drive, stepOf, type Rest } from './drive.ts'
import type { Facts } from './facts.ts'
import { again, callPerson, globalTurn, globalWordSaid, isCallingPerson } from './global-turn.ts'
import type { Heard, RunInput } from './input.ts'
import { Moving } from './moving.ts'
import { forgetProofs } from './proofs.ts'
import type { RunState } from './run-state.ts'
import { handlerOf } from './steps/handlers.ts'
import { Trouble } from './trouble.ts'
import type { RunTurn } from './turn.ts'

export const freshState = (): RunState =>
  ({ frames: [], shared: {}, waiting: null, error: null, trigger: { kind: 'NONE', id: null, data: null }, requests: 0, unheard: 0 })

/**
 * Moves a run on by one input. Pure: the same bot, state, input and facts always come to the same turn, whoever asks; nothing
 * is read from anywhere else. `before` is left as it is. It never throws and always ends: what cannot go on as it was drawn
 * calls a person.
 */
export function advance(bot: CompiledBot, before: RunState | null, input: RunInput, facts: Facts): RunTurn {
  const moving = movingOf(bot, before, input, facts)
  try {
    const said = input.kind === 'SAID' ? saidTurn(bot, before, input, facts, moving) : { moving, rest: restOf(moving, input) }
    return turnOf(said.moving, said.rest, before)
  } catch (error) {
    return troubled(moving, before, error)
  }
}

/** With a copy of everything, so that nothing of a turn stays that is not kept. */
function movingOf(bot: CompiledBot, before: RunState | null, input: RunInput, facts: Facts): Moving {
  const moving = new Moving(bot, { ...facts, contact: { ...facts.contact }, conversation: { ...facts.conversation } }, structuredClone(before ?? freshState()))
  forgetProofs(moving.state, facts.now)
  moving.waitedHere = moving.state.waiting !== null
  const heard = input.kind === 'SAID' ? input : input.kind === 'START' ? input.said : undefined
  if (heard) moving.message = messageOf(heard)
  return moving
}

const messageOf = ({ text, optionId, files, location, intent }: Heard): Json =>
  ({ text, option: optionId, files: files as unknown as Json, location: location as Json, intent: intent?.name ?? null })

function restOf(moving: Moving, input: Exclude<RunInput, { kind: 'SAID' }>): Rest {
  const { waiting, frames } = moving.state
  if (input.kind === 'START') return start(moving, input)
  if (frames.length === 0 || !waiting) return unused(moving)
  const step = stepOf(moving)
  const handler = handlerOf(step.kind)
  countUnheard(moving, input)
  switch (input.kind) {
    case 'RESULT':
      if (waiting.kind !== 'REQUEST' || waiting.requestId !== input.requestId || !handler.answered) return unused(moving)
      return drive(moving, handler.answered(moving, step, input.result))
    case 'TIME':
      if (waiting.kind !== 'TIME' || waiting.until === null || Date.parse(waiting.until) > moving.facts.now.getTime()) return unused(moving)
      return drive(moving, handler.elapsed!(moving, step))
    case 'EVENT':
      if (waiting.kind !== 'TIME' || waiting.event !== input.event) return unused(moving)
      return drive(moving, handler.happened!(moving, step, input.data))
    case 'RETURNED':
      return waiting.kind === 'AGENT' ? drive(moving, handler.returned!(moving, step)) : unused(moving)
    case 'AGAIN':
      return waiting.kind === 'CONTACT' ? again(moving) : unused(moving)
  }
}

/** A run may not go on by itself for ever: round after round of requests, or minute after minute. */
const MOST_UNHEARD = 100

function countUnheard({ state }: Moving, { kind }: RunInput): void {
  state.unheard = kind === 'RESULT' || kind === 'TIME' ? state.unheard + 1 : 0
  if (state.unheard > MOST_UNHEARD) throw new Trouble('BUDGET')
}

const unused = ({ state: { waiting } }: Moving): Rest => ({ waiting, request: null, ended: null, misunderstood: false, unused: true })

function start(moving: Moving, { flow, trigger, parameters, said }: Extract<RunInput, { kind: 'START' }>): Rest {
  moving.state.trigger = trigger
  moving.state.error = null
  moving.state.unheard = 0
  moving.waitedHere = false
  return drive(moving, begin(moving, flow, parameters, said?.entities))
}

interface Said {
  moving: Moving
  rest: Rest & { deferred?: boolean; leaves?: boolean }
}

function saidTurn(bot: CompiledBot, before: RunState | null, heard: { kind: 'SAID' } & Heard, facts: Facts, moving: Moving): Said {
  const word = globalWordSaid(moving, heard)
  const { waiting, frames } = moving.state
  if (word && !(word === 'help' && waiting?.kind === 'REQUEST')) return { moving, rest: { ...globalTurn(moving, word), leaves: word !== 'help' } }
  if (frames.length === 0 || !waiting) return { moving, rest: unused(moving) }
  if (waiting.kind === 'REQUEST') return { moving, rest: { ...unused(moving), unused: false, deferred: true } }
  const step = stepOf(moving)
  const handler = handlerOf(step.kind)
  if (!handler.hear || (waiting.kind !== 'CONTACT' && waiting.kind !== 'TIME')) return { moving, rest: unused(moving) }
  moving.state.unheard = 0
  const rest = drive(moving, handler.hear(moving, step, heard))
  if (!rest.misunderstood || !heard.aside || bot.settings.answersInBetween === false) return { moving, rest }
  // A question of hers in between is no try.
  const anew = movingOf(bot, before, heard, facts)
  anew.say(heard.aside)
  return { moving: anew, rest: again(anew) }
}

function turnOf({ state, says, effects, visits }: Moving, { waiting, request, ended, misunderstood, unused, deferred = false, leaves = false }: Said['rest'], before: RunState | null): RunTurn {
  if (unused || deferred) return { state: before ?? freshState(), says: [], request: null, effects: [], visits: [], ended: null, unused, misunderstood: false, deferred, leaves: false }
  state.waiting = ended ? null : waiting
  return { state, says, request, effects, visits, ended, unused, misunderstood, deferred, leaves }
}

/** Nothing of the turn is said; the contact is told that something went wrong, and a person takes over. */
function troubled({ bot, facts, state, visits }: Moving, before: RunState | null, error: unknown): RunTurn {
  const { flow = '', step = '' } = state.frames.at(-1) ?? {}
  const isCalling = isCallingPerson({ state })
  const moving = new Moving(bot, facts, { ...structuredClone(before ?? freshState()), frames: [], requests: state.requests, unheard: 0 })
  const told = moving.textOutside(bot.settings.texts.trouble)
  moving.effects.push({ kind: 'TROUBLE', code: codeOf(error), flow, step })
  moving.visits.push(...visits)
  // Else a flow for people that leads back to what goes round and round would begin it anew for ever.
  if (state.unheard > MOST_UNHEARD) return withoutFlow(moving, told)
  try {
    moving.say(told)
    return turnOf(moving, callPerson(moving, isCalling), before)
  } catch {
    return withoutFlow(moving, told)
  }
}

/** Where even the flow that should call a person is broken. */
function withoutFlow({ state, effects, visits }: Moving, told: string): RunTurn {
  const isTold = effects.some(({ kind }) => kind === 'HAND_OFF')
  return {
    state: { ...state, frames: [], waiting: null }, says: told ? [{ text: told, menu: null, from: null }] : [],
    effects: isTold ? effects : [...effects, { kind: 'HAND_OFF', queue: null, priority: 'NORMAL', summary: null }], visits,
    request: null, ended: { outcome: 'TROUBLE', failed: true }, unused: false, misunderstood: false, deferred: false, leaves: false,
  }
}

const codeOf = (error: unknown) => (error instanceof Trouble ? error.code : error instanceof Error && 'code' in error ? String(error.code) : 'BROKEN')
