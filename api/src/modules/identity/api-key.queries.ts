import type { ReadUnit, Unit } from '../../platform/unit.ts'

export interface ApiKeyFacts {
  id: string
  tenantId: string
  name: string
  scopes: string[]
  lastUsedAt: Date | null
}

const VALID = `
  select id, tenant_id as "tenantId", name, scopes, last_used_at as "lastUsedAt" from api_key
  where revoked_at is null and (expires_at is null or expires_at > $2)`

export async function apiKeyByHash(unit: ReadUnit, hash: Buffer): Promise<ApiKeyFacts | undefined> {
  const [key] = await unit.sql<ApiKeyFacts>('api-key-by-hash', `${VALID} and hash = $1`, [hash, unit.now])
  return key
}

export const apiKeysByIds = (unit: ReadUnit, ids: string[]): Promise<ApiKeyFacts[]> =>
  unit.sql<ApiKeyFacts>('api-keys-by-ids', `${VALID} and id = any($1::uuid[])`, [ids, unit.now])

export async function touchApiKey(unit: Unit, { id, tenantId }: ApiKeyFacts): Promise<void> {
  const minuteAgo = new Date(unit.now.getTime() - 60_000)
  await unit.kysely
    .updateTable('api_key')
    .set({ last_used_at: unit.now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where(eb => eb.or([eb('last_used_at', 'is', null), eb('last_used_at', '<', minuteAgo)]))
    .execute()
}

export interface ApiKeyRow {
  id: string
  name: string
  lastFour: string
  scopes: string[]
  createdAt: Date
  createdById: string | null
  expiresAt: Date | null
  lastUsedAt: Date | null
  revokedAt: Date | null
}

export const listApiKeys = (unit: ReadUnit): Promise<ApiKeyRow[]> =>
  unit.kysely
    .selectFrom('api_key')
    .select([
      'id',
      'name',
      'last_four as lastFour',
      'scopes',
      'created_at as createdAt',
      'created_by as createdById',
      'expires_at as expiresAt',
      'last_used_at as lastUsedAt',
      'revoked_at as revokedAt',
    ])
    .orderBy('created_at', 'desc')
    .limit(500)
    .execute()
