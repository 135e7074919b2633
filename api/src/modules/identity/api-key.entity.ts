import { defineEntity, p } from '@mikro-orm/core'

const ApiKeySchema = defineEntity({
  name: 'ApiKey',
  tableName: 'api_key',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    name: p.text(),
    hash: p.blob(),
    lastFour: p.text(),
    scopes: p.array<string>(),
    createdAt: p.datetime(),
    createdById: p.uuid().fieldName('created_by').nullable(),
    expiresAt: p.datetime().nullable(),
    lastUsedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
})

export class ApiKey extends ApiKeySchema.class {
  /** Whether it was still good. */
  revoke(now: Date): boolean {
    if (this.revokedAt) return false
    this.revokedAt = now
    return true
  }
}
ApiKeySchema.setClass(ApiKey)
