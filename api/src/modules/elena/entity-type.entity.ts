import { defineEntity, p } from '@mikro-orm/core'

export type EntityKind = 'LEARNED' | 'LIST' | 'BOTH'

export interface EntityValue {
  value: string
  synonyms: string[]
}

export interface EntityTypeDetails {
  name: string
  description: string | null
  kind: EntityKind
  values: EntityValue[]
}

const EntityTypeSchema = defineEntity({
  name: 'EntityType',
  tableName: 'entity_type',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    name: p.text(),
    description: p.text().nullable(),
    kind: p.string().$type<EntityKind>(),
    values: p.json().$type<EntityValue[]>(),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
})

export class EntityType extends EntityTypeSchema.class {
  describe(details: EntityTypeDetails) {
    this.name = details.name
    this.description = details.description
    this.kind = details.kind
    this.values = details.kind === 'LEARNED' ? [] : details.values
  }
}
EntityTypeSchema.setClass(EntityType)
