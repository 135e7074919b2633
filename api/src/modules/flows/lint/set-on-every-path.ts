import type { Step } from '@botpro/graphql/flows'
import { rootOf } from '../text/variables-in.ts'
import type { FlowMap } from './flow-map.ts'
import { disprovenBy, provenBy } from './relying-paths.ts'
import { writesOf } from './step-writes.ts'

/** Sets of variables as bits, since flows have hundreds of steps and of variables. */
type Bits = Uint32Array

export interface PathsAsked {
  /** Names beside the flow’s own. */
  more?: readonly string[]
  atStart: readonly string[]
  /** What other flows set that are parts of a step. */
  gained: (step: Step, exit: string) => readonly string[]
}

export interface SetBefore {
  has(index: number, name: string): boolean
  /** After a step, left by an exit. */
  after(index: number, exit: string): string[]
}

/**
 * For each step of a flow the variables that are set whichever way a run came there. Starts from everything and takes away
 * along the edges until nothing changes; each edge is looked at again only when a variable was lost before it.
 */
export function setOnEveryPath(map: FlowMap, { more = [], atStart, gained }: PathsAsked): SetBefore {
  const names = [...new Set([...map.variables.keys(), ...more])]
  const numbers = new Map(names.map((name, index) => [name, index]))
  const words = Math.ceil(names.length / 32) || 1
  const gainsOf = (index: number, exit: string) => bitsOf([...gainedBy(map.steps[index]!, exit), ...gained(map.steps[index]!, exit)], numbers, words)
  const before: Bits[] = map.steps.map(() => new Uint32Array(words).fill(0xffffffff))
  if (map.start !== undefined) before[map.start] = bitsOf(atStart, numbers, words)
  settle(map, before, map.edges.map((edges, index) => edges.map(({ exit }) => gainsOf(index, exit))))
  return {
    has: (index, name) => isIn(before[index]!, numbers.get(name)),
    after(index, exit) {
      const gains = gainsOf(index, exit)
      return names.filter((_, bit) => isIn(before[index]!, bit) || isIn(gains, bit))
    },
  }
}

function settle(map: FlowMap, before: readonly Bits[], gains: readonly (readonly Bits[])[]): void {
  const todo = map.start === undefined ? [] : [map.start]
  const isQueued = new Uint8Array(map.steps.length)
  const isSeen = new Uint8Array(map.steps.length)
  for (let at = 0; at < todo.length; at++) {
    const index = todo[at]!
    isQueued[index] = 0
    isSeen[index] = 1
    map.edges[index]!.forEach(({ to }, edge) => {
      const isLess = narrow(before[to]!, before[index]!, gains[index]![edge]!)
      if ((isLess || !isSeen[to]) && !isQueued[to]) isQueued[to] = todo.push(to) && 1
    })
  }
}

const isIn = (bits: Bits, bit: number | undefined): boolean => bit !== undefined && ((bits[bit >> 5]! >>> (bit & 31)) & 1) === 1

/** Leaves in `target` only what is in one of the others; whether that took anything away. */
function narrow(target: Bits, one: Bits, other: Bits): boolean {
  let isLess = false
  for (let word = 0; word < target.length; word++) {
    const left = (target[word]! & (one[word]! | other[word]!)) >>> 0
    if (left !== target[word]) isLess = true
    target[word] = left
  }
  return isLess
}

function bitsOf(names: readonly string[], numbers: ReadonlyMap<string, number>, words: number): Bits {
  const bits = new Uint32Array(words)
  for (const name of names) {
    const bit = numbers.get(name)
    if (bit !== undefined) bits[bit >> 5]! |= 1 << (bit & 31)
  }
  return bits
}

/** What a step sets itself for certain once it was left by an exit. */
function gainedBy(step: Step, exit: string): string[] {
  const written = writesOf(step).filter(({ exits }) => exits === 'ALL' || exits.includes(exit)).map(({ name }) => name)
  if (step.kind !== 'BRANCH') return written
  const at = step.rules.findIndex(({ id }) => id === exit)
  const before = (at === -1 ? step.rules : step.rules.slice(0, at)).flatMap(({ when }) => disprovenBy(when))
  return [...before, ...(at === -1 ? [] : provenBy(step.rules[at]!.when))].map(rootOf)
}
