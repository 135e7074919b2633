import type { Json } from '@botpro/graphql/flows'
import { CallProblem } from '../call-problem.ts'
import type { Output } from '../operation/operation.ts'
import { parsePath, take } from './answer-path.ts'

/** What flows get of an answer: the whole where nothing is named. Throws BAD_ANSWER where something is missing that must be there. */
export function mapped(answer: Json, outputs: readonly Output[]): Json {
  if (outputs.length === 0) return answer
  const data: Record<string, Json> = {}
  for (const { name, path, isRequired } of outputs) {
    const parts = parsePath(path)
    const value = parts && take(answer, parts)
    if (isRequired && (value === undefined || value === null)) throw new CallProblem('BAD_ANSWER', `The answer has nothing at “${path}”.`)
    data[name] = value ?? null
  }
  return data
}
