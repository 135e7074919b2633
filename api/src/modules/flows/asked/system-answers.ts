import { systemActor } from '../../../platform/actor.ts'
import type { Units } from '../../../platform/units.ts'
import type { Connectors } from '../../connectors/index.ts'
import type { OutsideRequest, RequestResult } from '../engine/request.ts'
import type { OutsideAsking, OutsideRequests } from '../run/outside-requests.ts'

/** Makes the link by which somebody pays. The same key again is the same link. */
export interface PaymentLinks {
  create(asking: OutsideAsking, payment: Omit<Extract<OutsideRequest, { kind: 'PAYMENT_LINK' }>, 'kind'>): Promise<RequestResult>
}

interface Parts {
  units: Pick<Units, 'read'>
  connectors: Pick<Connectors, 'call' | 'describe'>
  payments: PaymentLinks
}

/** What runs ask of the company's systems, outside of any unit. */
export class SystemAnswers implements OutsideRequests {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async answer(request: OutsideRequest, asking: OutsideAsking): Promise<RequestResult> {
    if (request.kind === 'PAYMENT_LINK') return this.#parts.payments.create(asking, request)
    const { connector, operation, input } = request
    const { tenantId, key } = asking
    const result = await this.#parts.connectors.call({ tenantId }, { connector, operation, input, idempotencyKey: key })
    if (result.ok) return { ok: true, data: result.data }
    const { code, message, status } = result
    return { ok: false, code, message, ...status !== undefined && { status } }
  }

  /** A link is made under its key, so it may be asked for again; a call where its operation says so. */
  async mayRepeat(request: OutsideRequest, { tenantId }: OutsideAsking): Promise<boolean> {
    if (request.kind === 'PAYMENT_LINK') return true
    await using unit = this.#parts.units.read({ tenantId, actor: systemActor(tenantId) })
    const described = (await this.#parts.connectors.describe(unit)).find(({ key }) => key === request.connector)
    return described?.operations.find(({ key }) => key === request.operation)?.isIdempotent === true
  }
}
