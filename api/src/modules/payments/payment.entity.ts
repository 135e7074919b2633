import { defineEntity, p } from '@mikro-orm/core'
import { advanced, type PaymentFailure, type PaymentProgress, type PaymentState } from './payment-state.ts'

const PaymentSchema = defineEntity({
  name: 'Payment',
  tableName: 'payment',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    amount: p.text(),
    currency: p.text(),
    reference: p.text(),
    description: p.text(),
    plain: p.text(),
    state: p.string().$type<PaymentState>(),
    failure: p.string().$type<PaymentFailure>().nullable(),
    reason: p.text().nullable(),
    url: p.text().nullable(),
    externalId: p.text().nullable(),
    isDemo: p.boolean().default(false),
    contactId: p.uuid().nullable(),
    conversationId: p.uuid().nullable(),
    requestedBy: p.uuid().nullable(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    changedAt: p.datetime(),
    linkingUntil: p.datetime().nullable(),
    idempotencyKey: p.text().nullable(),
    version: p.integer().version(),
  },
})

export class Payment extends PaymentSchema.class {
  /** True where it stands elsewhere afterwards. */
  hear(heard: PaymentProgress, { now, reason }: { now: Date; reason?: string | null }): boolean {
    const before: PaymentProgress = { state: this.state, failure: this.failure ?? null }
    const after = advanced(before, heard)
    if (after === before) return false
    this.state = after.state
    this.failure = after.failure
    this.reason = reason ?? null
    this.changedAt = now
    return true
  }

  link({ url, externalId, isDemo }: { url: string; externalId: string | null; isDemo: boolean }) {
    this.url = url
    this.isDemo = isDemo
    this.externalId ??= externalId
    this.linkingUntil = null
  }

  /** For a while nobody else asks the connector for it. */
  holdForLink(until: Date | null) {
    this.linkingUntil = until
  }

  isBeingLinked(now: Date): boolean {
    return this.linkingUntil != null && this.linkingUntil > now
  }
}
PaymentSchema.setClass(Payment)
