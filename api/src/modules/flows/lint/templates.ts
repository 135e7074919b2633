import { LRUCache } from 'lru-cache'
import { variablesIn, variablesNeededIn } from '../text/variables-in.ts'
import { TextProblem } from '../text/text-problem.ts'

/** What a template names, and which of that has to be there; or why it cannot be read. */
export type Named = { paths: readonly string[]; needed: readonly string[] } | { problem: TextProblem }

const NOTHING: Named = { paths: [], needed: [] }

const known = new LRUCache<string, Named>({ max: 10_000 })

export function namedIn(template: string): Named {
  if (!template.includes('{{') && !template.includes('{%')) return NOTHING
  let named = known.get(template)
  if (!named) known.set(template, (named = read(template)))
  return named
}

function read(template: string): Named {
  try {
    return { paths: variablesIn(template), needed: variablesNeededIn(template) }
  } catch (error) {
    if (error instanceof TextProblem) return { problem: error }
    throw error
  }
}
