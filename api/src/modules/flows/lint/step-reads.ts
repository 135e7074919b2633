import type { Step } from '@botpro/graphql/flows'
import { pathsIn } from '../conditions/paths-in.ts'
import type { BotMap } from './bot-map.ts'
import { pathsRelyingIn } from './relying-paths.ts'
import { partsOf, type Part } from './step-parts.ts'
import { namedIn } from './templates.ts'

/** A path that a step names. `isNeeded`: what is said or decided goes wrong without it. */
export interface Read { path: string; field: string; isNeeded: boolean; more: readonly string[] }

export const readsOf = (step: Step, bot: BotMap): Read[] =>
  partsOf(step).flatMap(readsOfPart).map(read => (read.isNeeded && mayBeLeftOut(step, read.field, bot) ? { ...read, isNeeded: false } : read))

function readsOfPart(part: Part): Read[] {
  const { field } = part
  switch (part.kind) {
    case 'PATH': return [{ path: part.path, field, isNeeded: true, more: [] }]
    case 'TEMPLATE': return readsOfTemplate(part.template, field, part.more)
    case 'TEXT': return Object.values(part.text).flatMap(template => readsOfTemplate(template, field, part.more))
    case 'CONDITION': {
      const relying = new Set(pathsRelyingIn(part.condition))
      return pathsIn(part.condition).map(path => ({ path, field, isNeeded: relying.has(path), more: [] }))
    }
  }
}

function readsOfTemplate(template: string | undefined, field: string, more: readonly string[]): Read[] {
  const named = namedIn(template ?? '')
  if ('problem' in named) return []
  const needed = new Set(named.needed)
  return named.paths.map(path => ({ path, field, isNeeded: needed.has(path), more }))
}

const OPTIONAL_OF_APPOINTMENTS = new Set(['service', 'resource', 'from', 'remarks'])

/** Whether whoever is given a value does without it as well. */
function mayBeLeftOut(step: Step, field: string, bot: BotMap): boolean {
  const name = field.slice(field.indexOf('.') + 1)
  switch (step.kind) {
    case 'CALL': return field.startsWith('input.') && !bot.operation(step)?.inputs.some(input => input.name === name && input.required)
    case 'SUB_FLOW': case 'JUMP': {
      const target = step.flow === undefined ? undefined : bot.flows.get(step.flow)
      return !target || !bot.promises.needs(target).has(name)
    }
    case 'REQUEST': return field.startsWith('fields.')
    case 'APPOINTMENT': return OPTIONAL_OF_APPOINTMENTS.has(field)
    case 'SET': case 'ANSWER': return true
    default: return false
  }
}
