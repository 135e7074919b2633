import type { Step } from '@botpro/graphql/flows'
import type { Part } from './step-parts.ts'
import { partsOf } from './step-parts.ts'
import { namedIn } from './templates.ts'
import { pathsIn } from '../conditions/paths-in.ts'
import { pathsRelyingIn } from './relying-paths.ts'

/** A path that a step names. `isNeeded`: what is said or decided goes wrong without it. */
export interface Read { path: string; field: string; isNeeded: boolean; more: readonly string[] }

export const readsOf = (step: Step): Read[] => partsOf(step).flatMap(readsOfPart)

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

export const languageNames: readonly Language[] = ['ES', 'EN']
