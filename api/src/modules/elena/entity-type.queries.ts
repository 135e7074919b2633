import type { ReadUnit } from '../../platform/unit.ts'
import type { EntityKind, EntityValue } from './entity-type.entity.ts'
import { kinds } from './recognisers/recognised.ts'
import { assertMayRead } from './intent.queries.ts'

export interface EntityTypeRow {
  id: string
  name: string
  description: string | null
  kind: EntityKind
  values: EntityValue[]
  version: number
}

const COLUMNS = 'id, name, description, kind, "values", version'

export async function listEntityTypes(unit: ReadUnit): Promise<EntityTypeRow[]> {
  assertMayRead(unit)
  return unit.sql<EntityTypeRow>('entity-types', `select ${COLUMNS} from entity_type where tenant_id = $1 order by name`, [unit.tenantId])
}

/** Of every entity that ELENA finds: the tenant's, and what she knows by herself. */
export async function entityNames(unit: ReadUnit): Promise<string[]> {
  const rows = await unit.sql<{ name: string }>('entity-names', 'select name from entity_type where tenant_id = $1 order by name', [unit.tenantId])
  return [...rows.map(({ name }) => name), ...kinds]
}

/** Loader. */
export async function loadEntityTypes(unit: ReadUnit, ids: readonly string[]): Promise<(EntityTypeRow | undefined)[]> {
  const text = `select ${COLUMNS} from entity_type where tenant_id = $1 and id = any($2::uuid[])`
  const byId = new Map((await unit.sql<EntityTypeRow>('entity-type-by-id', text, [unit.tenantId, ids])).map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}

const USES = `
  select mark->>'entity' as name, count(distinct p.id)::int as count
  from phrase p join intent i on i.tenant_id = p.tenant_id and i.id = p.intent_id and i.deleted_at is null
    cross join jsonb_array_elements(p.entities) as mark
  where p.tenant_id = $1 and p.deleted_at is null and p.entities <> '[]' and mark->>'entity' = any($2)
  group by 1`

/** Loader: how many phrases mark an entity of a type, by its name. */
export async function loadTypeUses(unit: ReadUnit, names: readonly string[]): Promise<number[]> {
  const rows = await unit.sql<{ name: string; count: number }>('entity-type-uses', USES, [unit.tenantId, names])
  const byName = new Map(rows.map(row => [row.name, row.count]))
  return names.map(name => byName.get(name) ?? 0)
}
