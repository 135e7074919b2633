import type { FlowTest, Json, Recording } from '@botpro/graphql/flows'
import type { InsideRequest, OutsideRequest, RequestResult } from '../engine/request.ts'
import { isObject } from '../values/json-object.ts'

/** What is asked of others, by the names that tests record it under: connectors by theirs, the house's own services by these. */
export interface AskedOf {
  connector: string
  operation: string
  input: Record<string, Json>
}

/** The code that is right in tests and in the simulator. */
export const TEST_CODE = '123456'

export function askedOf(request: InsideRequest | OutsideRequest): AskedOf {
  switch (request.kind) {
    case 'CALL': return request
    case 'APPOINTMENT': {
      const { kind: _kind, action, most: _most, ...input } = request
      return { connector: 'appointments', operation: action.toLowerCase(), input: withoutNulls(input) }
    }
    case 'PAYMENT_LINK': return { connector: 'payments', operation: 'create', input: { amount: request.amount, reference: request.reference, description: request.description } }
    case 'OPEN_REQUEST': return { connector: 'requests', operation: 'open', input: { type: request.type, title: request.title, ...request.fields } }
    case 'LOOK_UP': return { connector: 'tables', operation: request.table, input: request.where }
    case 'ANSWER': return { connector: 'knowledge', operation: 'answer', input: { question: request.question } }
    case 'SEND_CODE': return { connector: 'codes', operation: 'send', input: { via: request.via, to: request.to } }
    case 'CHECK_CODE': return { connector: 'codes', operation: 'check', input: { code: request.code } }
    case 'CHECK_KNOWN': return { connector: 'codes', operation: 'known', input: { right: request.isRight } }
  }
}

/** What the house does by itself can be recorded too; which tables there are, the tenant says. */
const HOUSE: Record<string, readonly string[]> = {
  appointments: ['find', 'book', 'move', 'cancel', 'mine'], payments: ['create'], requests: ['open'], knowledge: ['answer'], codes: ['send', 'check'],
}

export const isOfHouse = ({ connector, operation }: Pick<AskedOf, 'connector' | 'operation'>, tables: readonly string[]): boolean =>
  connector === 'tables' ? tables.includes(operation) : HOUSE[connector]?.includes(operation) ?? false

const withoutNulls = (input: Record<string, Json>) => Object.fromEntries(Object.entries(input).filter(([name, value]) => value !== null && name !== 'id'))

/** Answers from the recordings of a test; what the house does by itself needs none. */
export class RecordedAnswers {
  readonly #recordings: Recording[]
  #opened = 0
  #booked = 0

  constructor({ recordings }: Pick<FlowTest, 'recordings'>) {
    this.#recordings = [...recordings]
  }

  has(request: InsideRequest | OutsideRequest): boolean {
    return this.#find(askedOf(request)) !== undefined
  }

  answer(request: InsideRequest | OutsideRequest): RequestResult {
    const asked = askedOf(request)
    const found = this.#find(asked)
    if (!found) return this.#ownAnswer(request) ?? { ok: false, code: 'NOT_RECORDED', message: `Nothing is recorded for ${asked.connector}.${asked.operation} ${JSON.stringify(asked.input)}` }
    if (found.once) this.#recordings.splice(this.#recordings.indexOf(found), 1)
    return 'data' in found.answer ? { ok: true, data: found.answer.data } : { ok: false, message: '', ...found.answer.error }
  }

  #find({ connector, operation, input }: AskedOf): Recording | undefined {
    return this.#recordings.find(recording => recording.connector === connector && recording.operation === operation && isWithin(recording.input ?? {}, input))
  }

  #ownAnswer(request: InsideRequest | OutsideRequest): RequestResult | undefined {
    switch (request.kind) {
      case 'SEND_CODE': return { ok: true, data: null }
      case 'CHECK_CODE': return { ok: true, data: request.code === TEST_CODE }
      case 'CHECK_KNOWN': return { ok: true, data: request.isRight }
      case 'OPEN_REQUEST': return { ok: true, data: `S-2026-${String(++this.#opened).padStart(6, '0')}` }
      case 'PAYMENT_LINK': return { ok: true, data: { id: `pago-${++this.#booked}`, url: `https://pagos.example/${this.#booked}` } }
      case 'LOOK_UP': case 'ANSWER': return { ok: true, data: null }
      case 'CALL': case 'APPOINTMENT': return undefined
    }
  }
}

/** All that the one names is so in the other; what it does not name is left alone. */
export function isWithin(part: Json, whole: Json): boolean {
  if (isObject(part)) return isObject(whole) && Object.entries(part).every(([name, value]) => isWithin(value, whole[name] ?? null))
  return JSON.stringify(part) === JSON.stringify(whole)
}
