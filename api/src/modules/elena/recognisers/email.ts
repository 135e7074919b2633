import type { Reading } from './reading.ts'

const LONGEST_LOCAL = 64
const LONGEST_DOMAIN = 253
const LOCAL = /[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]/u
const LABEL = /^[\p{L}\p{M}\p{N}-]+$/u
const DOMAIN = /[\p{L}\p{M}\p{N}.-]/u

/** The address around an `@`; the token is the sign's. */
export function recogniseEmail(reading: Reading, index: number): void {
  const { text } = reading
  const sign = reading.tokens[index]!.start
  const start = trimmed(text, leftOf(text, sign), sign)
  const end = rightOf(text, sign)
  reading.steps += end - start
  if (sign - start < 1 || sign - start > LONGEST_LOCAL || !isDomain(text.slice(sign + 1, end))) return
  const [first, last] = [tokenAt(reading, index, start), tokenAt(reading, index, end - 1)]
  if (reading.tokens[first]!.start !== start || reading.tokens[last]!.end !== end) return
  const email = text.slice(start, end).toLowerCase()
  reading.add('email', first, last + 1, () => ({ email }))
}

function leftOf(text: string, sign: number): number {
  let start = sign
  while (start > 0 && sign - start <= LONGEST_LOCAL && LOCAL.test(text[start - 1]!)) start--
  return start
}

/** Drops what may surround an address without being part of it. */
function trimmed(text: string, start: number, sign: number): number {
  while (start < sign && "'.*_=/#-{|`~".includes(text[start]!)) start++
  return start
}

function rightOf(text: string, sign: number): number {
  let end = sign + 1
  while (end < text.length && end - sign <= LONGEST_DOMAIN && DOMAIN.test(text[end]!)) end++
  while (end > sign + 1 && '.-'.includes(text[end - 1]!)) end--
  return end
}

/** Labels of letters, digits and inner hyphens, the last of at least two letters. */
export function isDomain(domain: string): boolean {
  if (domain.length > LONGEST_DOMAIN) return false
  const labels = domain.split('.')
  const sound = (label: string) => label.length < 64 && LABEL.test(label) && !label.startsWith('-') && !label.endsWith('-')
  return labels.length > 1 && labels.every(sound) && /^(?:\p{L}{2,}|xn--[a-z0-9-]+)$/iu.test(labels.at(-1)!)
}

/** The token that holds the character, sought outwards from a token near it. */
function tokenAt(reading: Reading, near: number, offset: number): number {
  let index = near
  while (index > 0 && reading.at(index)!.start > offset) index--
  while (index + 1 < reading.tokens.length && reading.at(index + 1)!.start <= offset) index++
  return index
}
