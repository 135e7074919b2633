import type { Json } from '@botpro/graphql/flows'
import { randomUUID } from 'node:crypto'
import { BadInput, Forbidden, NotFound } from '../../../platform/errors.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import { mayConfigureConnectors } from '../connector.policy.ts'
import type { ConnectorCalls } from '../connector-calls.ts'
import { keyProblem } from '../input-rules.ts'
import { answerJson } from '../rest/answer-json.ts'
import type { Seen } from '../rest/rest-system.ts'
import type { Field, OperationDefinition } from './operation.ts'
import { operationDefinition, type TypedOperation } from './operation.input.ts'

export interface TestQuestion {
  connectorId: string
  operationKey?: string | null
  operation?: TypedOperation | null
  values: Json
}

/** What is to be called; the unit in which it was looked up is over by then. */
export interface PreparedTest {
  tenantId: string
  connector: string
  operation: string
  definition?: OperationDefinition
  values: Record<string, Json>
}

export interface ConnectorTest {
  requestLine: string | null
  requestHeaders: Field[]
  requestBody: string | null
  code: string
  message: string | null
  status: number | null
  milliseconds: number
  attempts: number
  mediaType: string | null
  answer: string | null
  isAnswerCut: boolean
  answerJson: Json
  data: Json
}

const CONNECTOR = 'select key from connector where tenant_id = $1 and id = $2'
const SHOWN = 20_000
const MOST_JSON = 200_000

/** Tries an operation out for those who configure it, and shows what went over the wire. */
export class OperationTestService {
  readonly #calls: ConnectorCalls

  constructor(calls: ConnectorCalls) {
    this.#calls = calls
  }

  async prepare(unit: Unit, { connectorId, operationKey, operation, values }: TestQuestion): Promise<PreparedTest | InvalidInput> {
    if (!mayConfigureConnectors(unit.actor)) throw new Forbidden()
    const [connector] = await unit.sql<{ key: string }>('connector-key', CONNECTOR, [unit.tenantId, connectorId])
    if (!connector) throw new NotFound('The connector')
    if (!operationKey === !operation) throw new BadInput('operation', 'Name an operation or bring one.')
    if (typeof values !== 'object' || values === null || Array.isArray(values)) return new InvalidInput('values', 'An object with a value for each input.')
    const definition = operation ? keyProblem(operation.key) ?? operationDefinition(operation) : undefined
    if (definition instanceof InvalidInput) return definition
    const key = operation?.key ?? operationKey!
    unit.audit({ action: 'connector-operation.tested', targetType: 'connector', targetId: connectorId, detail: { connector: connector.key, key } })
    return { tenantId: unit.tenantId, connector: connector.key, operation: key, values, ...definition && { definition } }
  }

  async test({ tenantId, connector, operation, definition, values }: PreparedTest): Promise<ConnectorTest> {
    const seen: Seen = {}
    const request = { connector, operation, input: values, idempotencyKey: `test-${randomUUID()}` }
    const result = await this.#calls.call(tenantId, request, { definition, watch: more => Object.assign(seen, more) })
    const outcome = result.ok ? { code: 'OK', message: null, data: result.data } : { code: result.code, message: result.message, data: null }
    const status = seen.answer?.status ?? (result.ok ? undefined : result.status) ?? null
    return { ...wireOf(seen), ...outcome, status, milliseconds: result.ms, attempts: result.attempts }
  }
}

function wireOf({ request, answer }: Seen) {
  return {
    requestLine: request ? `${request.method} ${request.address}` : null,
    requestHeaders: Object.entries(request?.headers ?? {}).map(([name, value]) => ({ name, value })),
    requestBody: request?.body?.slice(0, SHOWN) ?? null,
    mediaType: answer?.mediaType || null,
    answer: answer?.text.slice(0, SHOWN) ?? null,
    isAnswerCut: (answer?.text.length ?? 0) > SHOWN,
    answerJson: answer && answer.text.length <= MOST_JSON ? answerJson(answer.text) ?? null : null,
  }
}
