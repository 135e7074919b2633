import type { z } from 'zod'
import type { FormatProblem } from './bot.errors.ts'

type Issue = z.core.$ZodIssue
type Path = PropertyKey[]

/** What a schema found, each with its place. Of a choice that fits nowhere, the problems of what comes closest. */
export const problemsOf = (error: z.ZodError, at: Path = []): FormatProblem[] => error.issues.flatMap(issue => problemsIn(issue, at))

function problemsIn(issue: Issue, above: Path): FormatProblem[] {
  const at = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => ({ path: pathOf([...at, key]), message: 'There is no such field here.' }))
  if (issue.code === 'invalid_key') return [{ path: pathOf(at), message: `The name cannot be used: ${issue.issues[0]?.message ?? issue.message}` }]
  const closest = issue.code === 'invalid_union' ? closestOf(issue.errors) : undefined
  if (closest) return closest.flatMap(inner => problemsIn(inner, at))
  return [{ path: pathOf(at), message: issue.message }]
}

/** Of the variants of a union, the one that was meant: it fails deepest, and least. */
function closestOf(variants: Issue[][]): Issue[] | undefined {
  const depth = (issues: Issue[]) => Math.max(...issues.map(depthOf))
  return variants.filter(issues => issues.length > 0)
    .sort((a, b) => strangers(a) - strangers(b) || depth(b) - depth(a) || a.length - b.length)[0]
}

const depthOf = (issue: Issue): number => issue.path.length
  + (issue.code === 'invalid_union' ? Math.max(0, ...issue.errors.flat().map(depthOf)) : 0)

/** Fields that a variant does not know say that another was meant. */
const strangers = (issues: Issue[]): number => issues.filter(({ code, path }) => code === 'unrecognized_keys' && path.length === 0).length

const pathOf = (path: Path): string => path.map(String).join('.')

/** Text that the database cannot keep. Reached by files; operations are looked at before they come in. */
export function unkeepable(value: unknown): FormatProblem[] {
  const problems: FormatProblem[] = []
  const rest: [unknown, Path][] = [[value, []]]
  while (rest.length) {
    const [part, path] = rest.pop()!
    if (typeof part === 'string' && (part.includes('\0') || !part.isWellFormed()))
      problems.push({ path: pathOf(path), message: 'A text has to be Unicode, without U+0000.' })
    if (part && typeof part === 'object') for (const [key, inner] of Object.entries(part)) rest.push([key, [...path, key]], [inner, [...path, key]])
  }
  return problems.reverse()
}
