import type { Key, Value } from '@botpro/graphql/flows'
import { demoSystems } from '../../../connectors/index.ts'
import { path } from '../build/index.ts'

/** What an operation of a demo system is asked, and in which language where it says anything in words. */
export function inTheLanguage(system: Key, operation: Key, input: Record<string, Value>): Record<string, Value> {
  const known = demoSystems.find(({ key }) => key === system)?.operations[operation]
  if (!known) throw new Error(`There is no ${system}.${operation}`)
  return known.inputs.some(({ name }) => name === 'language') ? { ...input, language: path('language') } : input
}
