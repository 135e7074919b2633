import { defineEntity, p } from '@mikro-orm/core'

export interface LocalName {
  es?: string
  en?: string
}

export interface RequestField {
  name: string
  label: LocalName
}

export interface RequestState {
  key: string
  name: LocalName
  isFinal: boolean
}

export interface RequestTypeDetails {
  name: LocalName
  fields: RequestField[]
  states: RequestState[]
}

const RequestTypeSchema = defineEntity({
  name: 'RequestType',
  tableName: 'request_type',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    key: p.text(),
    name: p.json().$type<LocalName>(),
    fields: p.json().$type<RequestField[]>(),
    states: p.json().$type<RequestState[]>(),
    createdAt: p.datetime(),
    changedAt: p.datetime(),
    deletedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
})

export class RequestType extends RequestTypeSchema.class {
  describe({ name, fields, states }: RequestTypeDetails, now: Date) {
    this.name = name
    this.fields = fields
    this.states = states
    this.changedAt = now
  }

  /** Requests of it stay and keep its names; another may take its key. */
  delete(now: Date) {
    this.deletedAt = now
  }
}
RequestTypeSchema.setClass(RequestType)
