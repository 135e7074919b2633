import { Key } from '@botpro/graphql/flows'
import { InvalidInput } from '../../platform/refusal.ts'
import type { Field } from './operation/operation.ts'

type Problem = InvalidInput | undefined

/** The first thing that is wrong. The rules are asked in their order, and no further than that. */
export function firstProblem(...rules: (() => Problem)[]): Problem {
  for (const rule of rules) {
    const problem = rule()
    if (problem) return problem
  }
}

/** The first problem of a list, its field named by the index. */
export function eachProblem<Item>(field: string, items: readonly Item[], problemOf: (item: Item, at: string) => Problem): Problem {
  for (const [index, item] of items.entries()) {
    const problem = problemOf(item, `${field}.${index}`)
    if (problem) return problem
  }
}

export const textProblem = (field: string, text: string, least: number, most: number): Problem =>
  (text.length < least || text.length > most || /(?![\n\t])\p{Cc}/u.test(text) ? new InvalidInput(field, `Between ${least} and ${most} characters.`) : undefined)

export const keyProblem = (key: string): Problem =>
  (Key.safeParse(key).success ? undefined : new InvalidInput('key', 'Small letters, digits, “-” and “_”, beginning with a letter; at most 60.'))

export const rangeProblem = (field: string, value: number, [least, most]: readonly [number, number]): Problem =>
  (value < least || value > most ? new InvalidInput(field, `Between ${least} and ${most}.`) : undefined)

export const countProblem = (field: string, { length }: readonly unknown[], most: number): Problem =>
  (length > most ? new InvalidInput(field, `At most ${most}.`) : undefined)

const MAX_NAME = 200
const MAX_VALUE = 2000
// The token of RFC 9110.
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/
/** What the request itself is made of, and what lets us in. */
const OUR_HEADERS = /^(host|content-length|transfer-encoding|connection|keep-alive|upgrade|te|trailer|expect|proxy-.*|accept-encoding|authorization|cookie)$/i

export const isHeaderName = (name: string): boolean => HEADER_NAME.test(name) && !OUR_HEADERS.test(name)

export function fieldProblem({ name, value }: Field, at: string): Problem {
  if (name.length > MAX_NAME) return new InvalidInput(`${at}.name`, `At most ${MAX_NAME} characters.`)
  if ((JSON.stringify(value)?.length ?? 0) > MAX_VALUE) return new InvalidInput(`${at}.value`, `At most ${MAX_VALUE} characters.`)
}

export const headerProblem = (field: Field, at: string): Problem =>
  fieldProblem(field, at) ?? (isHeaderName(field.name) ? undefined : new InvalidInput(`${at}.name`, 'Not a header that may be set here.'))
