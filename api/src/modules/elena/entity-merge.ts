import type { FoundEntity } from './model.ts'

/** What each way of finding entities found in one text. */
export interface Finds { learned: readonly FoundEntity[], listed: readonly FoundEntity[], recognised: readonly FoundEntity[] }

/**
 * One list of entities, by their place. What the tenant taught or listed goes before what ELENA knows by itself; where
 * both are about the same words, the tenant's type takes the recogniser's structured value and stands alone. A listed
 * value inside a learnt span of the same type says what that span means.
 */
export function mergeEntities({ learned, listed, recognised }: Finds): FoundEntity[] {
  const own = learned.map(each => valued(each, listed, recognised))
  const lists = listed.filter(each => !own.some(other => touches(each, other) && (other.entity === each.entity || other.confidence >= each.confidence)))
  const tenants = [...own.filter(each => !lists.some(other => touches(each, other))), ...lists]
  const known = recognised.filter(each => !tenants.some(other => touches(each, other) && covers(other, each)))
  return [...tenants, ...known].sort((one, other) => one.start - other.start || other.end - one.end)
}

function valued(entity: FoundEntity, listed: readonly FoundEntity[], recognised: readonly FoundEntity[]): FoundEntity {
  const meant = listed.find(each => each.entity === entity.entity && touches(each, entity))
    ?? recognised.find(each => covers(entity, each) && 2 * (each.end - each.start) > entity.end - entity.start)
  return meant ? { ...entity, value: meant.value } : entity
}

const touches = (one: FoundEntity, other: FoundEntity) => one.start < other.end && other.start < one.end
const covers = (outer: FoundEntity, inner: FoundEntity) => outer.start <= inner.start && inner.end <= outer.end
