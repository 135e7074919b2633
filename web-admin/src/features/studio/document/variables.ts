import type { Condition, Flow, Step, Variable } from '@botpro/graphql/flows'
import { namesIn } from '../fields/template-parts.ts'
import type { Change } from './flow-document.ts'

const rootOf = (path: string): string => path.split(/[.[]/)[0]!

/** Keys whose text is a place or a variable’s name. */
const PLACES = new Set(['path', 'left', 'to', 'from', 'list', 'saveAs', 'until'])

/** Every name that a part of a document reads or writes. */
export function namesUsed(part: unknown, key = ''): Set<string> {
  if (typeof part === 'string') return new Set(PLACES.has(key) ? [rootOf(part), ...namesIn(part).map(rootOf)] : namesIn(part).map(rootOf))
  if (Array.isArray(part)) return union(part.map(one => namesUsed(one, key)))
  if (typeof part !== 'object' || part === null) return new Set()
  return union(Object.entries(part).filter(([name]) => name !== 'literal' && name !== 'next').map(([name, value]) => namesUsed(value, name)))
}
const union = (sets: Set<string>[]): Set<string> => new Set(sets.flatMap(set => [...set]))

/** The steps that name a variable. */
export const usesOf = ({ steps }: Flow, variable: string): Step[] => steps.filter(step => namesUsed(step).has(variable))

/** Keys under which a step says what it keeps a value in. */
const KEPT = new Set(['saveAs', 'to'])
const keepsIn = (part: unknown, variable: string, key = ''): boolean => {
  if (typeof part === 'string') return KEPT.has(key) && rootOf(part) === variable
  return typeof part === 'object' && part !== null && Object.entries(part).some(([name, value]) => keepsIn(value, variable, Array.isArray(part) ? key : name))
}
/** The steps that give a variable its value. */
export const keepersOf = ({ steps }: Flow, variable: string): Step[] => steps.filter(step => keepsIn(step, variable))

/** The flow knows a variable from now on; one of that name stays as it is. */
export const declare = (variable: Variable): Change => flow =>
  (flow.variables.some(({ name }) => name === variable.name) ? flow : { ...flow, variables: [...flow.variables, variable] })

/** A text with a variable called otherwise in its braces. */
const renamedIn = (text: string, from: string, to: string): string =>
  text.replaceAll(/\{[{%].*?[%}]\}/gs, tag => tag.replaceAll(new RegExp(`(?<![\\w.'"])${from}(?![\\w])`, 'g'), to))

const renamedPath = (path: string, from: string, to: string): string => (rootOf(path) === from ? to + path.slice(from.length) : path)

function renamed(part: unknown, from: string, to: string, key = ''): unknown {
  if (typeof part === 'string') return renamedIn(PLACES.has(key) ? renamedPath(part, from, to) : part, from, to)
  if (Array.isArray(part)) return part.map(one => renamed(one, from, to, key))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, name === 'literal' || name === 'next' ? value : renamed(value, from, to, name)]))
}

/** A variable is called otherwise from now on, wherever it is named. */
export const renameVariable = (from: string, to: string) => (flow: Flow): Flow => {
  if (from === to || flow.variables.some(({ name }) => name === to)) return flow
  return {
    ...flow,
    variables: flow.variables.map(variable => (variable.name === from ? { ...variable, name: to } : variable)),
    triggers: flow.triggers.map(trigger => (trigger.when ? { ...trigger, when: renamed(trigger.when, from, to) as Condition } : trigger)),
    steps: flow.steps.map(step => (namesUsed(step).has(from) ? renamed(step, from, to) as Step : step)),
  }
}
