import type { ReadUnit } from '../../platform/unit.ts'
import type { EntityTypeRow } from './entity-type.queries.ts'
import type { EntityType, TrainingExample, TrainingSet } from './model.ts'

// What is read in one go; more would keep others waiting.
const AT_ONCE = 1000

// A cursor, whose rows row-level security chooses, since it takes no parameters. Not a join: right after an import the
// planner knows nothing of the rows and would look at each phrase once for each intent.
const OPEN = `
  declare training_set no scroll cursor for
  select p.text, (select name from intent i where i.tenant_id = p.tenant_id and i.id = p.intent_id) as intent,
    lower(p.language) as language, p.entities
  from phrase p where p.deleted_at is null and p.intent_id = any(array(select id from intent where deleted_at is null))
  order by p.created_at, p.id`
const READ = `fetch ${AT_ONCE} from training_set`
const CLOSE = 'close training_set'
const TYPES = `select name, kind, "values" from entity_type where tenant_id = $1 order by name`

async function entityTypesOf(unit: ReadUnit): Promise<EntityType[]> {
  const rows = await unit.sql<Pick<EntityTypeRow, 'name' | 'kind' | 'values'>>('training-set-types', TYPES, [unit.tenantId])
  return rows.map(({ name, kind, values }) => (kind === 'LEARNED' ? { name } : { name, values }))
}

/** All that the tenant teaches, as ELENA's core takes it. */
export async function trainingSetOf(unit: ReadUnit): Promise<Required<TrainingSet>> {
  const examples: TrainingExample[] = []
  await unit.sql('training-set-open', OPEN)
  for (let part = await readPart(unit); part.length > 0; part = await readPart(unit)) examples.push(...part)
  await unit.sql('training-set-close', CLOSE)
  return { examples, entities: await entityTypesOf(unit) }
}

const readPart = (unit: ReadUnit) => unit.sql<TrainingExample>('training-set-read', READ)
