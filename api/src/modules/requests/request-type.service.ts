import { LockMode } from '@mikro-orm/core'
import { Forbidden, NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { ChangedMeanwhile, InvalidInput } from '../../platform/refusal.ts'
import type { Unit } from '../../platform/unit.ts'
import { mayConfigureRequests } from './request.policy.ts'
import { RequestType } from './request-type.entity.ts'
import { isRequestKey, requestTypeDetails, type TypedRequestType } from './request-type.input.ts'

const MOST_TYPES = 100

const STATES_IN_USE = 'select distinct state from request where tenant_id = $1 and type_id = $2 and not state = any($3::text[])'

/** What customers may ask for. Each verb returns the id of the type, or why not. */
export class RequestTypeService {
  async create(unit: Unit, { key, ...typed }: TypedRequestType & { key: string }): Promise<string | InvalidInput> {
    const others = await configured(unit)
    const details = requestTypeDetails(typed)
    if (details instanceof InvalidInput) return details
    if (!isRequestKey(key)) return new InvalidInput('key', 'Small letters, digits, `-` and `_`, beginning with a letter.')
    if (others.some(other => other.key === key)) return new InvalidInput('key', 'Another type has this key.')
    if (others.length >= MOST_TYPES) return new InvalidInput('key', `At most ${MOST_TYPES} types.`)
    const { em, tenantId, now } = unit
    const type = em.create(RequestType, { id: newId(now), tenantId, key, ...details, createdAt: now, changedAt: now, version: 1 })
    return tell(unit, type, 'request-type.created')
  }

  async change(unit: Unit, { serviceRequestTypeId, version, ...typed }: TypedRequestType & { serviceRequestTypeId: string; version: number }) {
    const type = the(await configured(unit), serviceRequestTypeId)
    const details = requestTypeDetails(typed)
    if (details instanceof InvalidInput) return details
    if (type.version !== version) return new ChangedMeanwhile()
    const [left] = await unit.sql<{ state: string }>('request-states-in-use', STATES_IN_USE, [unit.tenantId, type.id, details.states.map(({ key }) => key)])
    if (left) return new InvalidInput('states', `Requests stand in “${left.state}”: keep it.`)
    type.describe(details, unit.now)
    return tell(unit, type, 'request-type.changed')
  }

  async delete(unit: Unit, serviceRequestTypeId: string): Promise<{ serviceRequestTypeId: string }> {
    const type = the(await configured(unit), serviceRequestTypeId)
    type.delete(unit.now)
    await tell(unit, type, 'request-type.deleted')
    return { serviceRequestTypeId }
  }
}

/** All of a tenant's, locked, so that two changes at once do not both take a key. */
async function configured({ actor, em, tenantId }: Unit): Promise<RequestType[]> {
  if (!mayConfigureRequests(actor)) throw new Forbidden()
  return em.find(RequestType, { tenantId, deletedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } })
}

function the(types: RequestType[], id: string): RequestType {
  const type = types.find(one => one.id === id)
  if (!type) throw new NotFound('The type')
  return type
}

async function tell(unit: Unit, { id, key, name }: RequestType, action: string): Promise<string> {
  await unit.em.flush()
  unit.audit({ action, targetType: 'request-type', targetId: id, detail: { key, name } })
  return id
}
