import { LockMode } from '@mikro-orm/core'
import { NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { ChangedMeanwhile, InvalidInput } from '../../platform/refusal.ts'
import type { Unit } from '../../platform/unit.ts'
import { EntityTypeInUse, NameTaken } from './elena.errors.ts'
import { entityTypeDetails } from './elena-input.ts'
import { EntityType, type EntityTypeDetails } from './entity-type.entity.ts'
import { loadTypeUses } from './entity-type.queries.ts'
import { lockTeaching } from './phrase.store.ts'

const MOST_TYPES = 200

// Deleted phrases are renamed too: they may come back.
const RENAME = `
  update phrase set entities = (
    select jsonb_agg(case when mark->>'entity' = $2 then mark || jsonb_build_object('entity', $3::text) else mark end order by place)
    from jsonb_array_elements(entities) with ordinality as each (mark, place))
  where tenant_id = $1 and entities @> jsonb_build_array(jsonb_build_object('entity', $2::text))`

/** The kinds of things that customers name. Each verb returns the id of the type, or why not. */
export class EntityTypeService {
  async create(unit: Unit, typed: EntityTypeDetails): Promise<string | NameTaken | InvalidInput> {
    await lockTeaching(unit)
    const details = entityTypeDetails(typed)
    if (details instanceof InvalidInput) return details
    const { em, tenantId, now } = unit
    if (await em.findOne(EntityType, { tenantId, name: details.name })) return new NameTaken()
    if (await em.count(EntityType, { tenantId }) >= MOST_TYPES) return new InvalidInput('name', `At most ${MOST_TYPES} types.`)
    const type = em.create(EntityType, { id: newId(now), tenantId, ...details, createdAt: now, version: 1 })
    return tell(unit, type, 'entity-type.created')
  }

  async change(unit: Unit, { entityTypeId, version, ...typed }: EntityTypeDetails & { entityTypeId: string; version: number }) {
    await lockTeaching(unit)
    const type = await locked(unit, entityTypeId)
    const details = entityTypeDetails(typed)
    if (details instanceof InvalidInput) return details
    if (type.version !== version) return new ChangedMeanwhile()
    const other = await unit.em.findOne(EntityType, { tenantId: unit.tenantId, name: details.name })
    if (other && other.id !== type.id) return new NameTaken()
    if (details.name !== type.name) await unit.sql('entity-type-rename', RENAME, [unit.tenantId, type.name, details.name])
    type.describe(details)
    return tell(unit, type, 'entity-type.changed')
  }

  async delete(unit: Unit, entityTypeId: string): Promise<{ entityTypeId: string } | EntityTypeInUse> {
    await lockTeaching(unit)
    const type = await locked(unit, entityTypeId)
    const [uses] = await loadTypeUses(unit, [type.name])
    if (uses) return new EntityTypeInUse(uses)
    unit.em.remove(type)
    await tell(unit, type, 'entity-type.deleted')
    return { entityTypeId }
  }
}

async function tell(unit: Unit, { id, name }: EntityType, action: string): Promise<string> {
  unit.audit({ action, targetType: 'entity-type', targetId: id, detail: { name } })
  await unit.em.flush()
  return id
}

async function locked({ em, tenantId }: Unit, id: string): Promise<EntityType> {
  const type = await em.findOne(EntityType, { id, tenantId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  if (!type) throw new NotFound('The entity type')
  return type
}
