import { labelOf, roles, type ChainWeights, type LabelledSpan, type Scores } from './label-chain.ts'

/** A way to a piece: the label there, by the compact number of its place and its role, and what led to it. */
interface Ways { score: Float64Array, from: Int32Array }

const never = -1e9

/** The spans of the best labelling of a text with the types given (Viterbi). */
export function bestSpans(scores: Scores, chain: ChainWeights, types: readonly number[]): LabelledSpan[] {
  const places = types.length + 1
  const states = 1 + types.length * 4
  const ways: Ways = { score: new Float64Array(scores.pieces * states).fill(never), from: new Int32Array(scores.pieces * states).fill(-1) }
  const closed = { score: new Float64Array(places), state: new Int32Array(places) }
  const steps = { chain, types, places, states }
  for (let at = 0; at < scores.pieces; at++) {
    enter(at, scores, steps, ways, closed)
    goOn(at, scores, steps, ways)
    close(at, steps, ways, closed)
  }
  return spansOf(lastState(steps, closed), scores.pieces, steps, ways)
}

interface Steps { chain: ChainWeights, types: readonly number[], places: number, states: number }

interface Closed { score: Float64Array, state: Int32Array }

const placeOf = (types: readonly number[], compact: number) => compact === 0 ? 0 : types[compact - 1]! + 1

/** Begins a span of each type, or stands outside, after whatever has ended before. */
function enter(at: number, { rows, stride }: Scores, { chain, types, places, states }: Steps, ways: Ways, closed: Closed): void {
  for (let right = 0; right < places; right++) {
    const place = placeOf(types, right)
    let best = at === 0 ? chain.start[place]! : never
    let from = -1
    for (let left = 0; at > 0 && left < places; left++) {
      const score = closed.score[left]! + chain.between[placeOf(types, left) * chain.places + place]!
      if (score > best) {
        best = score
        from = closed.state[left]!
      }
    }
    const put = (state: number, label: number) => {
      ways.score[at * states + state] = best + rows[at * stride + label]!
      ways.from[at * states + state] = from
    }
    if (right === 0) put(0, 0)
    else for (const role of [roles.first, roles.only]) put(1 + (right - 1) * 4 + role, labelOf(place - 1, role))
  }
}

/** Goes on inside spans that have begun. */
function goOn(at: number, { rows, stride }: Scores, { chain, types, states }: Steps, { score, from }: Ways): void {
  for (let each = 0; at > 0 && each < types.length; each++) {
    const state = 1 + each * 4
    const before = (at - 1) * states + state
    const within = (types[each]! + 1) * 4
    for (const role of [roles.inner, roles.last]) {
      const step = within + (role === roles.inner ? 0 : 2)
      const fromFirst = score[before + roles.first]! + chain.within[step]!
      const fromInner = score[before + roles.inner]! + chain.within[step + 1]!
      score[at * states + state + role] = Math.max(fromFirst, fromInner) + rows[at * stride + labelOf(types[each]!, role)]!
      from[at * states + state + role] = state + (fromFirst >= fromInner ? roles.first : roles.inner)
    }
  }
}

function close(at: number, { places, states }: Steps, { score }: Ways, closed: Closed): void {
  closed.score[0] = score[at * states]!
  closed.state[0] = 0
  for (let place = 1; place < places; place++) {
    const state = 1 + (place - 1) * 4
    const last = score[at * states + state + roles.last]!
    const only = score[at * states + state + roles.only]!
    closed.score[place] = Math.max(last, only)
    closed.state[place] = state + (last >= only ? roles.last : roles.only)
  }
}

function lastState({ chain, types, places }: Steps, closed: Closed): number {
  let best = -Infinity
  let state = 0
  for (let place = 0; place < places; place++) {
    const score = closed.score[place]! + chain.end[placeOf(types, place)]!
    if (score > best) {
      best = score
      state = closed.state[place]!
    }
  }
  return state
}

function spansOf(last: number, pieces: number, { types, states }: Steps, { from }: Ways): LabelledSpan[] {
  const spans: LabelledSpan[] = []
  let state = last
  for (let at = pieces - 1; at >= 0; at--) {
    const role = state === 0 ? -1 : (state - 1) % 4
    if (role === roles.last || role === roles.only) spans.push({ first: at, last: at, type: types[(state - 1) >> 2]! })
    else if (role >= 0) spans[spans.length - 1]!.first = at
    state = from[at * states + state]!
  }
  return spans.reverse()
}
