import { labelOf, roles, type ChainWeights, type LabelledSpan, type Scores } from './label-chain.ts'

const negligible = 1e-4

/**
 * All labellings of a text at once: how likely each label is at each piece, and each step (forward and backward sums in
 * linear chains, scaled at each piece). States and places are compact: 0 is outside, then four states and one place for
 * each of the types given. One object serves one text after another.
 */
export class AllPaths {
  types: readonly number[] = []
  places = 0
  states = 0
  pieces = 0
  between = new Float64Array(0)
  within = new Float64Array(0)
  private start = new Float64Array(0)
  private end = new Float64Array(0)
  private raised = new Float64Array(0)
  private ahead = new Float64Array(0)
  private behind = new Float64Array(0)
  private closed = new Float64Array(0)
  private opening = new Float64Array(0)
  private scale = new Float64Array(0)
  private total = new Float64Array(0)

  sum(scores: Scores, chain: ChainWeights, types: readonly number[]): void {
    this.types = types
    this.places = types.length + 1
    this.states = 1 + types.length * 4
    this.pieces = scores.pieces
    this.makeRoom()
    this.readChain(chain)
    for (let at = 0; at < this.pieces; at++) this.raise(at, scores)
    for (let at = 0; at < this.pieces; at++) this.forward(at)
    for (let at = this.pieces - 1; at >= 0; at--) this.backward(at)
  }

  /** The probability of a compact state at a piece. */
  probability(at: number, state: number): number {
    const index = at * this.states + state
    return this.ahead[index]! * this.behind[index]! / this.total[at]!
  }

  /** The probability that at piece `at` something of place `right` begins right after something of place `left` ended. */
  began(at: number, left: number, right: number): number {
    return this.closed[(at - 1) * this.places + left]! * this.between[left * this.places + right]! * this.opening[at * this.places + right]! * this.scale[at]! / this.total[at]!
  }

  /** The probability that something of a place begins at the first piece. */
  started(place: number): number {
    return this.opening[place]! * this.start[place]! * this.scale[0]! / this.total[0]!
  }

  /** The probability that something of a place ends at the last piece. */
  ended(place: number): number {
    const row = (this.pieces - 1) * this.places
    return this.closed[row + place]! * this.end[place]! * this.scale[this.pieces - 1]! / this.total[this.pieces - 1]!
  }

  /** Whether a place can be told from impossible at a piece, from what stands before it. */
  present(at: number, place: number): boolean {
    const state = at * this.states + 4 * place - 3
    if (place === 0) return this.ahead[at * this.states]! > negligible
    return this.ahead[state]! + this.ahead[state + 1]! + this.closed[at * this.places + place]! > negligible
  }

  /** The probability of a step (see `ChainWeights.within`) within a span of a place, into piece `at`. */
  inside(at: number, place: number, step: number): number {
    const state = 1 + (place - 1) * 4
    const from = (at - 1) * this.states + state + (step & 1)
    const to = at * this.states + state + (step < 2 ? roles.inner : roles.last)
    return this.ahead[from]! * this.within[place * 4 + step]! * this.raised[to]! * this.behind[to]! * this.scale[at]! / this.total[at]!
  }

  /** The probability that a labelling has exactly this span. */
  confidence({ first, last, type }: LabelledSpan): number {
    const place = this.types.indexOf(type) + 1
    const state = 1 + (place - 1) * 4
    if (first === last) return this.probability(first, state + roles.only)
    let way = this.ahead[first * this.states + state]!
    for (let at = first + 1; at <= last; at++) {
      const step = (at === first + 1 ? 0 : 1) + (at === last ? 2 : 0)
      way *= this.within[place * 4 + step]! * this.raised[at * this.states + state + (at === last ? roles.last : roles.inner)]! * this.scale[at]!
    }
    return way * this.behind[last * this.states + state + roles.last]! / this.total[last]!
  }

  private makeRoom(): void {
    const { pieces, states, places } = this
    if (this.ahead.length < pieces * states) {
      for (const name of ['raised', 'ahead', 'behind'] as const) this[name] = new Float64Array(pieces * states * 2)
    }
    if (this.closed.length < pieces * places) {
      for (const name of ['closed', 'opening'] as const) this[name] = new Float64Array(pieces * places * 2)
    }
    if (this.scale.length < pieces) {
      for (const name of ['scale', 'total'] as const) this[name] = new Float64Array(pieces * 2)
    }
    if (this.between.length < places * places) this.between = new Float64Array(places * places)
    if (this.within.length < places * 4) {
      this.within = new Float64Array(places * 4)
      for (const name of ['start', 'end'] as const) this[name] = new Float64Array(places)
    }
  }

  private readChain(chain: ChainWeights): void {
    const { places, types } = this
    for (let left = 0; left < places; left++) {
      const from = left === 0 ? 0 : types[left - 1]! + 1
      this.start[left] = Math.exp(chain.start[from]!)
      this.end[left] = Math.exp(chain.end[from]!)
      for (let step = 0; step < 4; step++) this.within[left * 4 + step] = Math.exp(chain.within[from * 4 + step]!)
      for (let right = 0; right < places; right++) {
        this.between[left * places + right] = Math.exp(chain.between[from * chain.places + (right === 0 ? 0 : types[right - 1]! + 1)]!)
      }
    }
  }

  private raise(at: number, { rows, stride }: Scores): void {
    const { states, types, raised } = this
    const row = at * stride
    const to = at * states
    let best = raised[to] = rows[row]!
    for (let each = 0; each < types.length; each++) {
      for (let role = 0; role < 4; role++) {
        const score = raised[to + 1 + each * 4 + role] = rows[row + labelOf(types[each]!, role)]!
        if (score > best) best = score
      }
    }
    for (let state = 0; state < states; state++) raised[to + state] = Math.exp(raised[to + state]! - best)
  }

  private forward(at: number): void {
    const { ahead, raised, within, states, places, closed } = this
    const row = at * states
    const before = row - states
    let sum = ahead[row] = this.entry(at, 0) * raised[row]!
    for (let place = 1; place < places; place++) {
      const state = row + 1 + (place - 1) * 4
      const from = before + 1 + (place - 1) * 4
      const entry = this.entry(at, place)
      ahead[state] = entry * raised[state]!
      ahead[state + 3] = entry * raised[state + 3]!
      ahead[state + 1] = at === 0 ? 0 : (ahead[from]! * within[place * 4]! + ahead[from + 1]! * within[place * 4 + 1]!) * raised[state + 1]!
      ahead[state + 2] = at === 0 ? 0 : (ahead[from]! * within[place * 4 + 2]! + ahead[from + 1]! * within[place * 4 + 3]!) * raised[state + 2]!
      sum += ahead[state]! + ahead[state + 1]! + ahead[state + 2]! + ahead[state + 3]!
    }
    const scale = this.scale[at] = 1 / sum
    for (let state = row; state < row + states; state++) ahead[state]! *= scale
    closed[at * places] = ahead[row]!
    for (let place = 1; place < places; place++) closed[at * places + place] = ahead[row + 4 * place - 1]! + ahead[row + 4 * place]!
  }

  private entry(at: number, right: number): number {
    if (at === 0) return this.start[right]!
    const { closed, between, places } = this
    const row = (at - 1) * places
    let sum = 0
    for (let left = 0; left < places; left++) sum += closed[row + left]! * between[left * places + right]!
    return sum
  }

  private backward(at: number): void {
    const { behind, raised, within, states, places, opening } = this
    const row = at * states
    const isLast = at === this.pieces - 1
    behind[row] = this.exit(at, 0)
    for (let place = 1; place < places; place++) {
      const state = row + 1 + (place - 1) * 4
      const next = state + states
      behind[state + 2] = behind[state + 3] = this.exit(at, place)
      const inner = isLast ? 0 : raised[next + 1]! * behind[next + 1]!
      const last = isLast ? 0 : raised[next + 2]! * behind[next + 2]!
      behind[state] = inner * within[place * 4]! + last * within[place * 4 + 2]!
      behind[state + 1] = inner * within[place * 4 + 1]! + last * within[place * 4 + 3]!
    }
    let total = 0
    for (let state = row; state < row + states; state++) {
      behind[state]! *= this.scale[at]!
      total += this.ahead[state]! * behind[state]!
    }
    this.total[at] = total
    opening[at * places] = raised[row]! * behind[row]!
    for (let place = 1; place < places; place++) {
      const state = row + 1 + (place - 1) * 4
      opening[at * places + place] = raised[state]! * behind[state]! + raised[state + 3]! * behind[state + 3]!
    }
  }

  private exit(at: number, left: number): number {
    if (at === this.pieces - 1) return this.end[left]!
    const { opening, between, places } = this
    const row = (at + 1) * places
    let sum = 0
    for (let right = 0; right < places; right++) sum += between[left * places + right]! * opening[row + right]!
    return sum
  }
}
