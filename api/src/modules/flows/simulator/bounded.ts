import { InvalidInput } from '../../../platform/refusal.ts'
import { unkeepable } from '../bots/format-problems.ts'

const MOST_DEPTH = 60

/** Whether a value is small enough to be read at all. Looked at without recursion: it comes from anywhere. */
export function sizeProblem(value: unknown, field: string, mostCharacters: number): InvalidInput | undefined {
  const rest: [unknown, number][] = [[value, 0]]
  while (rest.length > 0) {
    const [part, depth] = rest.pop()!
    if (depth > MOST_DEPTH) return new InvalidInput(field, `Nested deeper than ${MOST_DEPTH}.`)
    if (part !== null && typeof part === 'object') for (const inner of Object.values(part)) rest.push([inner, depth + 1])
  }
  if (JSON.stringify(value ?? null).length > mostCharacters) return new InvalidInput(field, `More than ${mostCharacters.toLocaleString('en')} characters.`)
  const [problem] = unkeepable(value)
  return problem && new InvalidInput(problem.path ? `${field}.${problem.path}` : field, problem.message)
}
