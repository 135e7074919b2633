import type { Language } from '../../platform/language.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import type { EntityTypeRow } from './entity-type.queries.ts'
import { codeOf } from './languages.ts'
import type { EntityType, MarkedEntity, TrainingSet } from './model.ts'

interface PhraseOfIntent {
  text: string
  intent: string
  language: Language
  entities: MarkedEntity[]
}

const PHRASES = `
  select p.text, i.name as intent, p.language, p.entities
  from phrase p join intent i on i.tenant_id = p.tenant_id and i.id = p.intent_id and i.deleted_at is null
  where p.tenant_id = $1 and p.deleted_at is null order by i.name, p.created_at, p.id`
const TYPES = `select name, kind, "values" from entity_type where tenant_id = $1 order by name`

async function entityTypesOf(unit: ReadUnit): Promise<EntityType[]> {
  const rows = await unit.sql<Pick<EntityTypeRow, 'name' | 'kind' | 'values'>>('training-set-types', TYPES, [unit.tenantId])
  return rows.map(({ name, kind, values }) => (kind === 'LEARNED' ? { name } : { name, values }))
}

/** All that the tenant teaches, as ELENA's core takes it. */
export async function trainingSetOf(unit: ReadUnit): Promise<Required<TrainingSet>> {
  const examples = await unit.sql<PhraseOfIntent>('training-set', PHRASES, [unit.tenantId])
  return { examples: examples.map(each => ({ ...each, language: codeOf(each.language) })), entities: await entityTypesOf(unit) }
}
