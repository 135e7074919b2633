import { exitsOf, type Step, type StepOf, type Value, type Variable } from '@botpro/graphql/flows'
import { rootOf } from '../text/variables-in.ts'
import type { BotMap } from './bot-map.ts'
import type { FlowMap } from './flow-map.ts'
import { setOnEveryPath, type SetBefore } from './set-on-every-path.ts'
import { provenBy } from './relying-paths.ts'
import { readsOf } from './step-reads.ts'
import { writesOf } from './step-writes.ts'

/** What flows have set once they ended well, and what they need to be given; each flow is looked at once. */
export class FlowPromises {
  readonly #bot: BotMap
  readonly #shared: readonly string[]
  readonly #kept = new Map<FlowMap, ReadonlySet<string>>()
  readonly #needed = new Map<FlowMap, ReadonlySet<string>>()
  readonly #told = new Map<FlowMap, Map<string, ReadonlySet<string>>>()
  readonly #plain = new Map<FlowMap, SetBefore>()

  constructor(bot: BotMap) {
    this.#bot = bot
    this.#shared = [...new Set(bot.all.flatMap(({ variables }) => [...variables.values()].filter(({ scope }) => scope === 'CONVERSATION').map(({ name }) => name)))]
  }

  /** Which variables are set wherever a run comes by in a flow. */
  paths(map: FlowMap, isGiven: (variable: Variable) => boolean): SetBefore {
    return setOnEveryPath(map, {
      more: this.#shared, atStart: namesOf(map, isGiven), gained: (step, exit) => (step.kind === 'BRANCH' ? this.#signs(map, step, exit) : this.#gained(map, step, exit)),
    })
  }

  /** The same as far as it is known without what some variables say of others; each flow is walked through once. */
  #plainPaths(map: FlowMap): SetBefore {
    const known = this.#plain.get(map)
    if (known) return known
    const paths = setOnEveryPath(map, { more: this.#shared, atStart: namesOf(map, hasInitial), gained: (step, exit) => this.#gained(map, step, exit) })
    this.#plain.set(map, paths)
    return paths
  }

  /** Of the parameters those without which something would be said or asked that makes no sense. */
  needs(map: FlowMap): ReadonlySet<string> {
    return once(this.#needed, map, () => {
      const paths = this.paths(map, hasInitial)
      return new Set(map.steps.flatMap((step, index) => (map.isReached[index] ? readsOf(step, this.#bot) : [])
        .filter(({ path, isNeeded }) => isNeeded && isRequired(map.variables.get(rootOf(path))) && !paths.has(index, rootOf(path)))
        .map(({ path }) => rootOf(path))))
    })
  }

  /** Whoever ends badly, calls a person for good or jumps elsewhere does not come back to be relied upon. */
  #keeps(map: FlowMap): ReadonlySet<string> {
    return once(this.#kept, map, () => {
      const paths = this.paths(map, variable => hasInitial(variable) || isRequired(variable))
      const ends = map.steps.flatMap((step, index) => (map.isReached[index] ? endsOf(step).map(exit => paths.after(index, exit)) : []))
      return ends.length > 0 ? inEach(ends) : new Set(map.variables.keys())
    })
  }

  /** What is set wherever a variable is given something: who asks whether she “identified” asks for all that comes with it. */
  #toldBy(map: FlowMap, name: string): ReadonlySet<string> {
    const variable = map.variables.get(name)
    if (!variable || variable.initial || isParameter(variable)) return NONE
    const told = this.#told.get(map) ?? new Map<string, ReadonlySet<string>>()
    this.#told.set(map, told)
    return once(told, name, () => {
      const places = variable.scope === 'FLOW' ? [map] : this.#bot.all.filter(other => other.variables.get(name)?.scope === 'CONVERSATION')
      return inEach(places.flatMap(place => {
        const found = givers(place, name)
        const keeps = (one: string) => place === map || place.variables.get(one)?.scope !== 'FLOW'
        return found.flatMap(({ index, exits }) => exits.map(exit => this.#plainPaths(place).after(index, exit).filter(keeps)))
      }))
    })
  }

  #signs(map: FlowMap, { rules }: StepOf<'BRANCH'>, exit: string): string[] {
    const rule = rules.find(({ id }) => id === exit)
    return rule ? [...new Set(provenBy(rule.when).map(rootOf))].flatMap(name => [...this.#toldBy(map, name)]) : []
  }

  #gained(map: FlowMap, step: Step, exit: string): string[] {
    const target = step.kind === 'SUB_FLOW' && exit === 'done' ? this.#bot.flows.get(step.flow) : undefined
    if (step.kind !== 'SUB_FLOW' || !target) return []
    const kept = this.#keeps(target)
    const shared = [...kept].filter(name => target.variables.get(name)?.scope !== 'FLOW' && map.variables.get(name)?.scope !== 'FLOW')
    return [...shared, ...step.results.filter(({ from }) => kept.has(from)).map(({ to }) => to)]
  }
}

interface Giver { name: string; index: number; exits: readonly string[] }

const known = new WeakMap<FlowMap, Map<string, Giver[]>>()

/** The steps that give a variable something. */
function givers(map: FlowMap, name: string): Giver[] {
  let found = known.get(map)
  if (!found) known.set(map, (found = Map.groupBy(map.steps.flatMap((step, index) => (map.isReached[index] ? givenBy(step, index) : [])), giver => giver.name)))
  return found.get(name) ?? []
}

const givenBy = (step: Step, index: number): Giver[] => writesOf(step)
  .filter(({ name }) => step.kind !== 'SET' || step.assignments.some(({ to, value }) => to === name && !isNothing(value)))
  .map(({ name, exits }) => ({ name, index, exits: exits === 'ALL' ? exitsOf(step) : exits }))

const isNothing = (value: Value) => 'literal' in value && (value.literal === null || value.literal === false)

/** Of flows that are parts of each other nothing is certain, and nothing asked. */
function once<Key>(known: Map<Key, ReadonlySet<string>>, key: Key, make: () => ReadonlySet<string>): ReadonlySet<string> {
  const before = known.get(key)
  if (before) return before
  known.set(key, NONE)
  const made = make()
  known.set(key, made)
  return made
}

const NONE: ReadonlySet<string> = new Set()

function inEach(lists: readonly (readonly string[])[]): ReadonlySet<string> {
  const [first = [], ...others] = lists
  const sets = others.map(other => new Set(other))
  return new Set(first.filter(name => sets.every(set => set.has(name))))
}

const namesOf = ({ variables }: FlowMap, isGiven: (variable: Variable) => boolean) => [...variables.values()].filter(isGiven).map(({ name }) => name)

export const hasInitial = ({ initial }: Variable): boolean => initial !== undefined && initial !== null

/** Given for certain by whoever starts the flow. */
export const isRequired = (variable: Variable | undefined): boolean => isParameter(variable) && variable?.optional !== true

export const isParameter = (variable: Variable | undefined): boolean => variable?.passed === 'IN' || variable?.passed === 'IN_OUT'

/** The exits by which a step ends its flow well. */
function endsOf(step: Step): string[] {
  if (step.kind === 'END') return step.failed ? [] : ['end']
  return exitsOf(step).filter(exit => exit !== 'failed' && !(step.kind === 'HAND_OFF' && exit === 'returned') && !Object.hasOwn(step.next, exit))
}
