import { defineEntity, p } from '@mikro-orm/core'
import type { OperationDefinition } from './operation.ts'

const ConnectorOperationSchema = defineEntity({
  name: 'ConnectorOperation',
  tableName: 'connector_operation',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    connectorId: p.uuid(),
    key: p.text(),
    definition: p.json().$type<OperationDefinition>(),
    createdAt: p.datetime(),
    changedAt: p.datetime(),
    version: p.integer().version(),
  },
})

export class ConnectorOperation extends ConnectorOperationSchema.class {
  define(definition: OperationDefinition, now: Date) {
    this.definition = definition
    this.changedAt = now
  }
}
ConnectorOperationSchema.setClass(ConnectorOperation)
