import type { Variable } from '@botpro/graphql/flows'
import { fixedNames } from '../../engine/facts.ts'
import { pathsIn } from '../../conditions/paths-in.ts'
import { rootOf } from '../../text/variables-in.ts'
import type { BotMap, FlowRule } from '../bot-map.ts'
import type { Report } from '../finding.ts'
import type { FlowMap } from '../flow-map.ts'
import { hasInitial, isParameter, isRequired } from '../flow-promises.ts'
import { type Read, readsOf } from '../step-reads.ts'
import { writesOf } from '../step-writes.ts'
import { isFixed, isMaybe } from '../fixed-paths.ts'

const fixed: ReadonlySet<string> = new Set(fixedNames)

/** Whether what a flow keeps is declared, and has a name of its own. */
export const declarations: FlowRule = (map, _, report) => {
  const flow = map.flow.key
  const seen = new Set<string>()
  map.flow.variables.forEach(({ name }, index) => {
    const place = { flow, field: `variables.${index}.name`, facts: { name } }
    if (fixed.has(name)) report('NAME_TAKEN', place)
    if (seen.has(name)) report('DUPLICATE_VARIABLE', place)
    seen.add(name)
  })
  for (const step of map.steps) {
    for (const { name, field } of writesOf(step)) {
      if (!map.variables.has(name)) report('NOT_DECLARED', { flow, step: step.id, field, facts: { name } })
    }
  }
}

/** Whether what a flow names is there, and was set by the time it is needed. */
export const reads: FlowRule = (map, bot, report) => {
  const written = writtenIn(map, bot)
  const paths = bot.promises.paths(map, variable => hasInitial(variable) || (isRequired(variable) && !bot.beginsItself(map)))
  map.steps.forEach((step, index) => {
    const told = new Set<string>()
    for (const read of readsOf(step, bot)) {
      const code = problemOf(read, { map, written, isSet: name => !map.isReached[index] || paths.has(index, name) })
      const name = code === 'UNKNOWN_NAME' || code === null || !map.variables.has(rootOf(read.path)) ? read.path : rootOf(read.path)
      if (code === null || told.has(`${code} ${read.field} ${name}`)) continue
      told.add(`${code} ${read.field} ${name}`)
      report(code, { flow: map.flow.key, step: step.id, field: read.field, facts: { name } })
    }
  })
  conditionsOfTriggers(map, report)
}

interface Knowing { map: FlowMap; written: ReadonlySet<string>; isSet: (name: string) => boolean }

function problemOf({ path, isNeeded, more }: Read, { map, written, isSet }: Knowing) {
  const root = rootOf(path)
  if (more.includes(root)) return null
  if (!map.variables.has(root)) return !isFixed(path) ? 'UNKNOWN_NAME' : isNeeded && isMaybe(path) ? 'MAYBE_NOT_SET' : null
  if (isSet(root)) return null
  if (!written.has(root)) return 'NEVER_SET'
  return isNeeded ? 'MAYBE_NOT_SET' : null
}

const DURING_A_RUN = new Set(['error', 'trigger', 'message', 'today'])

/** They are asked before the flow has begun, so they know no variables. */
function conditionsOfTriggers(map: FlowMap, report: Report): void {
  map.flow.triggers.forEach(({ when }, index) => {
    for (const path of when ? pathsIn(when) : []) {
      if (!isFixed(path) || DURING_A_RUN.has(rootOf(path))) report('UNKNOWN_NAME', { flow: map.flow.key, field: `triggers.${index}.when`, facts: { name: path } })
    }
  })
}

/** Before anything is done: what has a first value, or was handed over. */
const isGiven = (variable: Variable) => hasInitial(variable) || isParameter(variable)

/** Set anywhere: in the flow, for a whole conversation by another flow, or by what the first words said. */
function writtenIn(map: FlowMap, { all }: BotMap): Set<string> {
  const written = new Set(namesWrittenIn(map))
  const byWords = map.flow.triggers.some(({ kind }) => kind === 'INTENT' || kind === 'EVENT')
  for (const variable of map.variables.values()) {
    const { name, scope } = variable
    if (byWords || isGiven(variable)) written.add(name)
    if (scope === 'CONVERSATION' && all.some(other => sharesValue(other, name))) written.add(name)
  }
  return written
}

const sharesValue = (other: FlowMap, name: string): boolean => {
  const variable = other.variables.get(name)
  return variable?.scope === 'CONVERSATION' && (isGiven(variable) || namesWrittenIn(other).has(name))
}

const writes = new WeakMap<FlowMap, Set<string>>()

function namesWrittenIn(map: FlowMap): Set<string> {
  let names = writes.get(map)
  if (!names) writes.set(map, (names = new Set(map.steps.flatMap(step => writesOf(step).map(({ name }) => name)))))
  return names
}
