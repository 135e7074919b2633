import type { Json } from '@botpro/graphql/flows'
import { systemActor } from '../../../platform/actor.ts'
import type { Units } from '../../../platform/units.ts'
import type { Connectors } from '../../connectors/index.ts'
import type { ContactFiles } from '../../conversations/index.ts'
import type { OutsideRequest, RequestResult } from '../engine/request.ts'
import { filesGiven, withFiles } from './lent-files.ts'
import type { OutsideAsking, OutsideRequests } from '../run/outside-requests.ts'

/** Makes the link by which somebody pays. The same key again is the same link. */
export interface PaymentLinks {
  create(asking: OutsideAsking, payment: Omit<Extract<OutsideRequest, { kind: 'PAYMENT_LINK' }>, 'kind'>): Promise<RequestResult>
}

interface Parts {
  units: Pick<Units, 'read'>
  connectors: Pick<Connectors, 'call' | 'describe'>
  payments: PaymentLinks
  /** Lends what the contact sent. */
  files: () => Pick<ContactFiles, 'lend'>
}

/** What runs ask of the company's systems, outside of any unit. */
export class SystemAnswers implements OutsideRequests {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async answer(request: OutsideRequest, asking: OutsideAsking): Promise<RequestResult> {
    if (request.kind === 'PAYMENT_LINK') return this.#parts.payments.create(asking, request)
    const { connector, operation } = request
    const { tenantId, key } = asking
    const result = await this.#parts.connectors.call({ tenantId }, { connector, operation, input: await this.#lent(request, asking), idempotencyKey: key })
    if (result.ok) return { ok: true, data: result.data }
    const { code, message, status } = result
    return { ok: false, code, message, ...status !== undefined && { status } }
  }

  /** A system gets what she sent by an address that it can fetch it from. */
  async #lent({ connector, operation, input }: Extract<OutsideRequest, { kind: 'CALL' }>, { tenantId, conversationId }: OutsideAsking): Promise<Record<string, Json>> {
    const named = filesGiven(input)
    if (named.length === 0) return input
    const lent = await this.#parts.files().lend({ tenantId, conversationId }, named)
    const inputs = (await this.#described(tenantId, { connector, operation }))?.inputs ?? []
    return withFiles(input, lent, name => inputs.some(one => one.name === name && one.type === 'TEXT'))
  }

  async #described(tenantId: string, asked: { connector: string; operation: string }) {
    await using unit = this.#parts.units.read({ tenantId, actor: systemActor(tenantId) })
    return (await this.#parts.connectors.describe(unit)).find(({ key }) => key === asked.connector)?.operations.find(({ key }) => key === asked.operation)
  }

  /** A link is made under its key, so it may be asked for again; a call where its operation says so. */
  async mayRepeat(request: OutsideRequest, { tenantId }: OutsideAsking): Promise<boolean> {
    if (request.kind === 'PAYMENT_LINK') return true
    return (await this.#described(tenantId, request))?.isIdempotent === true
  }
}
