import type { Json } from '@botpro/graphql/flows'
import { CallProblem } from '../call-problem.ts'
import type { ConnectorRequest } from '../connector-call.ts'
import { inputValues } from '../rest/input-values.ts'
import { DemoProblem, type DemoSystem } from './demo-system.ts'

/** Plays a system. Throws a CallProblem. */
export function answerOfDemo(demos: readonly DemoSystem[], systemKey: string, { operation: key, input }: Pick<ConnectorRequest, 'operation' | 'input'>, now: Date): Json {
  const system = demos.find(one => one.key === systemKey)
  const operation = system && Object.hasOwn(system.operations, key) ? system.operations[key] : undefined
  if (!operation) throw new CallProblem('NO_CONNECTOR', `The demo system “${systemKey}” has no operation “${key}”.`)
  const values = inputValues(operation.inputs, input)
  try {
    return structuredClone(operation.answer(values, now))
  } catch (error) {
    if (error instanceof DemoProblem) throw new CallProblem(error.code, error.message, { status: error.status })
    throw error
  }
}
