import { isOptionalExit, type Json, type Step } from '@botpro/graphql/flows'
import type { Moving } from './moving.ts'
import type { Request } from './request.ts'
import type { Frame, Waiting } from './run-state.ts'
import type { Move } from './step-handler.ts'
import { handlerOf } from './steps/handlers.ts'
import { Trouble } from './trouble.ts'
import { isOfType } from './variable-type.ts'

/** How many steps a run may do in one turn, and how deep flows may call each other: whatever is drawn, a turn ends. */
export const STEP_BUDGET = 200
export const MOST_FRAMES = 10

/** Where a run came to rest. */
export interface Rest {
  waiting: Waiting | null
  request: Request | null
  ended: { outcome: string | null; failed: boolean } | null
  misunderstood: boolean
  unused: boolean
}

const REST: Rest = { waiting: null, request: null, ended: null, misunderstood: false, unused: false }

/** Follows moves until the run waits for somebody, needs something, or is over. */
export function drive(moving: Moving, first: Move): Rest {
  let move = first
  for (let budget = STEP_BUDGET; budget > 0; budget--) {
    const next = follow(moving, move)
    if (isRest(next)) return next
    move = next
  }
  throw new Trouble('BUDGET')
}

const isRest = (at: Move | Rest): at is Rest => 'ended' in at

/**
 * Begins a flow in place of everything else. `known` is what her first words said: variables of the flow's own take what is of
 * their type. What she identified herself by before is not hers to change in passing.
 */
export function begin(moving: Moving, flow: string, parameters: Record<string, Json> = {}, known: Record<string, Json> = {}): Move {
  moving.state.frames = [newFrame(moving, flow, parameters)]
  for (const [name, value] of Object.entries(known)) {
    const variable = moving.flow.variables.get(name)
    if (variable?.scope === 'FLOW' && !(name in moving.frame.vars) && isOfType(value, variable.type)) moving.set(name, value)
  }
  return enter(moving, moving.frame.step)
}

function follow(moving: Moving, move: Move): Move | Rest {
  switch (move.to) {
    case 'EXIT': return leave(moving, move)
    case 'STEP': return passTo(moving, move.step)
    case 'SUB_FLOW': return descend(moving, move)
    case 'FLOW': return replace(moving, move)
    case 'END':
      visited(moving, 'end')
      return endFlow(moving, move)
    case 'WAIT': return { ...REST, waiting: move.waiting, misunderstood: move.misunderstood ?? false }
    case 'REQUEST': {
      const request = { id: `r${moving.state.requests++}`, ...move.request }
      return { ...REST, waiting: { kind: 'REQUEST', requestId: request.id }, request }
    }
    case 'UNUSED': return { ...REST, waiting: moving.state.waiting, unused: true }
  }
}

/** Leaves the step by one of its exits: to the step behind it, or out of the flow. */
function leave(moving: Moving, { exit, failure }: Extract<Move, { to: 'EXIT' }>): Move | Rest {
  const step = stepOf(moving)
  visited(moving, exit, failure ?? null)
  const next = step.next[exit]
  if (next !== undefined) return enter(moving, next)
  const isFailed = exit === 'failed' && !isOptionalExit(step, exit)
  if (isFailed && moving.state.frames.length === 1) throw new Trouble(failure ?? 'FAILED')
  return endFlow(moving, { outcome: null, failed: isFailed })
}

function passTo(moving: Moving, step: string): Move {
  visited(moving, 'jump')
  return enter(moving, step)
}

function enter(moving: Moving, id: string): Move {
  const { frame } = moving
  frame.step = id
  frame.progress = {}
  const step = stepOf(moving)
  const move = handlerOf(step.kind).enter(moving, step)
  if (move.to === 'WAIT' || move.to === 'REQUEST' || move.to === 'SUB_FLOW') arrived(moving)
  return move
}

function descend(moving: Moving, { flow, parameters }: Extract<Move, { to: 'SUB_FLOW' }>): Move {
  if (moving.state.frames.length >= MOST_FRAMES) throw new Trouble('TOO_DEEP')
  moving.state.frames.push(newFrame(moving, flow, parameters))
  return enter(moving, moving.frame.step)
}

/** Whoever called the flow that ends gets the results of the one that took its place. */
function replace(moving: Moving, { flow, parameters }: Extract<Move, { to: 'FLOW' }>): Move {
  visited(moving, 'jump')
  moving.state.frames[moving.state.frames.length - 1] = newFrame(moving, flow, parameters)
  return enter(moving, moving.frame.step)
}

function endFlow(moving: Moving, { outcome, failed }: { outcome: string | null; failed: boolean }): Move | Rest {
  const { frames } = moving.state
  // Whoever is with people, or whose conversation is closed, goes on in no flow.
  const isOver = moving.effects.some(({ kind }) => kind === 'CLOSE' || kind === 'HAND_OFF')
  if (frames.length === 1 || isOver) {
    moving.state.frames = []
    return { ...REST, ended: { outcome, failed } }
  }
  const results = moving.scope()
  frames.pop()
  const caller = stepOf(moving)
  if (caller.kind === 'SUB_FLOW') for (const { from, to } of caller.results) moving.set(to, (results[from] ?? null) as Json)
  return { to: 'EXIT', exit: failed ? 'failed' : 'done' }
}

function newFrame(moving: Moving, key: string, parameters: Record<string, Json>): Frame {
  const compiled = moving.bot.flows.get(key)
  if (!compiled) throw new Trouble('NO_FLOW')
  const vars: Record<string, Json> = {}
  for (const { name, scope, passed } of compiled.variables.values()) {
    if (!(name in parameters) || (passed !== 'IN' && passed !== 'IN_OUT')) continue
    if (scope === 'CONVERSATION') moving.state.shared[name] = parameters[name]!
    else vars[name] = parameters[name]!
  }
  return { flow: key, step: compiled.flow.start, vars, progress: {} }
}

export function stepOf(moving: Moving): Step {
  const step = moving.flow.steps.get(moving.frame.step)
  if (!step) throw new Trouble('NO_STEP')
  return step
}

function arrived({ frame, visits }: Moving): void {
  visits.push({ flow: frame.flow, step: frame.step, arrived: true, exit: null, failure: null })
}

/** A step at which the run waited, or from which it went into another flow, was reached in an earlier row. */
function visited(moving: Moving, exit: string, failure: string | null = null): void {
  const { flow, step } = moving.frame
  const wasThere = moving.waitedHere || stepOf(moving).kind === 'SUB_FLOW'
  moving.waitedHere = false
  moving.visits.push({ flow, step, arrived: !wasThere, exit, failure })
}
