import type { Json } from '@botpro/graphql/flows'

const DEEPEST = 100

/**
 * JSON with its large whole numbers as texts, for they are account numbers and would not be the same otherwise, and its texts as they can
 * be kept: a database takes neither U+0000 nor half a character. Undefined for what is none.
 */
export function answerJson(text: string): Json | undefined {
  if (isTooDeep(text)) return undefined
  try {
    return JSON.parse(text, kept as (key: string, value: unknown) => unknown) as Json
  } catch {
    return undefined
  }
}

function kept(_key: string, value: unknown, { source }: { source?: string }): unknown {
  if (typeof value === 'string') return keepable(value)
  if (isObject(value) && Object.keys(value).some(key => keepable(key) !== key)) return Object.fromEntries(Object.entries(value).map(([key, one]) => [keepable(key), one]))
  return typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value) && /^-?\d+$/.test(source ?? '') ? source : value
}

const keepable = (text: string): string => text.replaceAll('\0', '').toWellFormed()
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is nested without an end would end whoever walks through it. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let isInText = false
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (isInText) {
      if (character === 0x5c) at++
      else if (character === 0x22) isInText = false
    } else if (character === 0x22) isInText = true
    else if (character === 0x7b || character === 0x5b) { if (++depth > DEEPEST) return true }
    else if (character === 0x7d || character === 0x5d) depth--
  }
  return false
}
