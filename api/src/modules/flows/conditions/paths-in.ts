import type { Condition } from '@botpro/graphql/flows'

/** Every path that a condition names, each once. */
export const pathsIn = (condition: Condition): string[] => [...new Set(everyPath(condition))]

function everyPath(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(everyPath)
  if ('any' in condition) return condition.any.flatMap(everyPath)
  if ('none' in condition) return condition.none.flatMap(everyPath)
  const { left, right } = condition
  return right && 'path' in right ? [left, right.path] : [left]
}
