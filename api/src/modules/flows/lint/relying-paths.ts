import type { Comparison, Condition, Operator } from '@botpro/graphql/flows'
import { pathsIn } from '../conditions/paths-in.ts'

const ASKING: ReadonlySet<Operator> = new Set<Operator>(['IS_SET', 'IS_NOT_SET'])
/** They hold of nothing that was never set. */
const PROVING: ReadonlySet<Operator> = new Set<Operator>(['IS_SET', 'CONTAINS', 'STARTS_WITH', 'GREATER', 'AT_LEAST', 'LESS', 'AT_MOST', 'IS_TRUE', 'IS_FALSE'])

/** The paths of a condition that may hold just because they were never set, and that it asks nowhere whether they are. */
export function pathsRelyingIn(condition: Condition): string[] {
  const comparisons = comparisonsIn(condition)
  const asked = new Set(comparisons.filter(one => ASKING.has(one.operator) || isProving(one)).map(({ left }) => left))
  return [...new Set(comparisons.filter(one => !isProving(one)).flatMap(pathsIn))].filter(path => !asked.has(path))
}

function comparisonsIn(condition: Condition): Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsIn)
  if ('any' in condition) return condition.any.flatMap(comparisonsIn)
  if ('none' in condition) return condition.none.flatMap(comparisonsIn)
  return [condition]
}

/** What is set for certain where a condition holds. */
export function provenBy(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(provenBy)
  if ('any' in condition) return condition.any.length === 1 ? provenBy(condition.any[0]!) : []
  if ('none' in condition) return condition.none.flatMap(disprovenBy)
  return isProving(condition) ? [condition.left] : []
}

/** Nothing equals nothing alone. */
function isProving({ operator, right }: Comparison): boolean {
  if (PROVING.has(operator)) return true
  if (operator !== 'EQUALS' && operator !== 'IS_ONE_OF') return false
  return right !== undefined && 'literal' in right && ![right.literal].flat().some(one => one === null || one === '')
}

/** What is set for certain where a condition does not hold. */
export function disprovenBy(condition: Condition): string[] {
  if ('any' in condition) return condition.any.flatMap(disprovenBy)
  if ('none' in condition) return condition.none.length === 1 ? provenBy(condition.none[0]!) : []
  if ('all' in condition) return condition.all.length === 1 ? disprovenBy(condition.all[0]!) : []
  return condition.operator === 'IS_NOT_SET' ? [condition.left] : []
}
