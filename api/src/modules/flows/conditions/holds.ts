import type { Comparison, Condition, Operator } from '@botpro/graphql/flows'
import { wordsOf, yesOrNo } from './comparable.ts'
import { ordered, same } from './compare.ts'
import { valueAt } from './value-at.ts'

const DEEPEST = 20
const HOME_ZONE = 'America/Santo_Domingo'

/**
 * Whether a condition holds of what is known. Never throws. People write conditions by clicks, and systems answer as they
 * like, so values are compared by what they mean:
 *
 * - **Texts** without accents, case, punctuation and doubled spaces: `José` is `jose`. Documents and telephone numbers (seven
 *   characters and more of digits and what stands between them) by their digits. Texts have no order.
 * - **Numbers** as decimals, never in binary: `0.1` is `"0.10"`, `"1,500"` is `1500`. What begins with a zero is a code, so a text.
 * - **Money** as decimals of the same currency; a bare number has the currency of what it is compared with. Sums of different
 *   currencies are not equal, and none is the greater.
 * - **Days** `YYYY-MM-DD`, **instants** (ISO 8601 with a zone) and **times of day** `15:30` among their own; a day with an
 *   instant by the day that it falls on in the tenant's zone.
 * - **Yes and no**: `true`, `"sí"`, `"yes"`, `1` against `false`, `"no"`, `0`, as soon as one side is a yes or no.
 * - **Lists** equal each other item by item; `CONTAINS` asks for an item, `IS_ONE_OF` holds of a list where it holds of one of its items.
 * - **Nothing** (never set, null, an empty text) equals nothing alone, and is neither greater nor less than anything.
 *   `IS_SET` does not hold of empty lists and objects either. A negated operator holds exactly where the other does not.
 */
export function holds(condition: Condition, scope: unknown, timeZone = HOME_ZONE): boolean {
  return holdsAt(condition, { scope, timeZone, depth: 0 })
}

interface Place { scope: unknown; timeZone: string; depth: number }

function holdsAt(condition: Condition, place: Place): boolean {
  if (place.depth > DEEPEST) return false
  const inside = { ...place, depth: place.depth + 1 }
  if ('all' in condition) return condition.all.every(one => holdsAt(one, inside))
  if ('any' in condition) return condition.any.some(one => holdsAt(one, inside))
  if ('none' in condition) return !condition.none.some(one => holdsAt(one, inside))
  return compares(condition, place)
}

function compares({ left, operator, right }: Comparison, { scope, timeZone }: Place): boolean {
  const other = right === undefined ? undefined : 'path' in right ? valueAt(scope, right.path) : right.literal
  return tests[operator](valueAt(scope, left), other, timeZone)
}

type Test = (left: unknown, right: unknown, timeZone: string) => boolean

const not = (test: Test): Test => (left, right, timeZone) => !test(left, right, timeZone)

const isOrdered = (fits: (order: number) => boolean): Test => (left, right, timeZone) => {
  const order = ordered(left, right, timeZone)
  return order !== null && fits(order)
}

const contains: Test = (left, right, timeZone) => {
  if (Array.isArray(left)) return left.some(item => same(item, right, timeZone))
  const [text, part] = [wordsOf(left), wordsOf(right)]
  return text !== null && part !== null && part !== '' && text.includes(part)
}

const startsWith: Test = (left, right) => {
  const [text, part] = [wordsOf(left), wordsOf(right)]
  return text !== null && part !== null && part !== '' && text.startsWith(part)
}

const isOneOf: Test = (left, right, timeZone) => {
  const choices: unknown[] = Array.isArray(right) ? right : [right]
  const given: unknown[] = Array.isArray(left) ? left : [left]
  return given.some(item => choices.some(choice => same(item, choice, timeZone)))
}

const isSet: Test = left => {
  if (left === null || left === undefined) return false
  if (typeof left === 'string') return left.trim() !== ''
  return typeof left !== 'object' || left instanceof Date || Object.keys(left).length > 0
}

const tests: Record<Operator, Test> = {
  EQUALS: same,
  NOT_EQUALS: not(same),
  CONTAINS: contains,
  NOT_CONTAINS: not(contains),
  STARTS_WITH: startsWith,
  IS_ONE_OF: isOneOf,
  IS_NOT_ONE_OF: not(isOneOf),
  GREATER: isOrdered(order => order > 0),
  AT_LEAST: isOrdered(order => order >= 0),
  LESS: isOrdered(order => order < 0),
  AT_MOST: isOrdered(order => order <= 0),
  IS_SET: isSet,
  IS_NOT_SET: not(isSet),
  IS_TRUE: left => yesOrNo(left) === true,
  IS_FALSE: left => yesOrNo(left) === false,
}
