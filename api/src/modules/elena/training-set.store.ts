import type { ReadUnit } from '../../platform/unit.ts'
import type { EntityTypeRow } from './entity-type.queries.ts'
import type { EntityType, TrainingExample, TrainingSet } from './model.ts'
import { LIVING_INTENTS } from './phrase.store.ts'

// Not a join: right after an import the planner knows nothing of the rows and would look at each phrase once for each intent.
const PHRASES = `
  select p.text, (select name from intent i where i.tenant_id = p.tenant_id and i.id = p.intent_id) as intent,
    lower(p.language) as language, p.entities
  from phrase p where p.tenant_id = $1 and p.deleted_at is null and p.intent_id = any(${LIVING_INTENTS}) order by p.created_at, p.id`
const TYPES = `select name, kind, "values" from entity_type where tenant_id = $1 order by name`

async function entityTypesOf(unit: ReadUnit): Promise<EntityType[]> {
  const rows = await unit.sql<Pick<EntityTypeRow, 'name' | 'kind' | 'values'>>('training-set-types', TYPES, [unit.tenantId])
  return rows.map(({ name, kind, values }) => (kind === 'LEARNED' ? { name } : { name, values }))
}

/** All that the tenant teaches, as ELENA's core takes it. */
export async function trainingSetOf(unit: ReadUnit): Promise<Required<TrainingSet>> {
  const examples = await unit.sql<TrainingExample>('training-set', PHRASES, [unit.tenantId])
  return { examples, entities: await entityTypesOf(unit) }
}
