import type { Priority } from '@botpro/graphql/flows'
import { defineEntity, p } from '@mikro-orm/core'
import type { RequestState } from './request-type.entity.ts'

const ServiceRequestSchema = defineEntity({
  name: 'ServiceRequest',
  tableName: 'request',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    number: p.text(),
    typeKey: p.text(),
    typeId: p.uuid().nullable(),
    title: p.text(),
    plain: p.text(),
    fields: p.json().$type<Record<string, unknown>>(),
    contactId: p.uuid().nullable(),
    conversationId: p.uuid().nullable(),
    priority: p.string().$type<Priority>(),
    state: p.text(),
    assigneeId: p.uuid().nullable(),
    openedAt: p.datetime(),
    changedAt: p.datetime(),
    closedAt: p.datetime().nullable(),
    idempotencyKey: p.text().nullable(),
    version: p.integer().version(),
  },
})

export class ServiceRequest extends ServiceRequestSchema.class {
  bringTo({ key, isFinal }: RequestState, now: Date) {
    this.state = key
    this.closedAt = isFinal ? now : null
    this.changedAt = now
  }

  assignTo(memberId: string | null, now: Date) {
    this.assigneeId = memberId
    this.changedAt = now
  }

  noted(now: Date) {
    this.changedAt = now
  }
}
ServiceRequestSchema.setClass(ServiceRequest)
