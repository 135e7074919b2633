import { LockMode } from '@mikro-orm/core'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { ChangedMeanwhile, InvalidInput } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import { StillBooked } from '../appointment.errors.ts'
import { mayConfigureAppointments } from '../appointment.policy.ts'
import { bookedToCome } from '../booking/booked-to-come.ts'
import { keyProblem } from '../services/bookable-service.input.ts'
import { BookableResource } from './bookable-resource.entity.ts'
import { resourceDetails, type TypedResource } from './bookable-resource.input.ts'

export interface NewResource extends TypedResource {
  key: string
  serviceIds: string[]
}

export interface ResourceChange extends TypedResource {
  resourceId: string
  version: number
  serviceIds: string[]
}

const MOST_RESOURCES = 200

/** Who or what does the services. Each verb returns the id of the resource, or why not. */
export class BookableResources {
  async create(unit: Unit, { key, serviceIds, ...typed }: NewResource): Promise<string | InvalidInput> {
    const others = await configured(unit)
    const details = resourceDetails(typed)
    const problem = keyProblem(key) ?? (details instanceof InvalidInput ? details : undefined)
    if (problem) return problem
    if (others.some(other => other.key === key)) return new InvalidInput('key', 'Another resource has it.')
    if (others.length >= MOST_RESOURCES) return new InvalidInput('key', `At most ${MOST_RESOURCES} resources.`)
    const { em, tenantId, now } = unit
    const resource = em.create(BookableResource, { id: newId(now), tenantId, key, ...details as Exclude<typeof details, InvalidInput>, createdAt: now, version: 1 })
    return told(unit, resource, 'created', serviceIds)
  }

  async change(unit: Unit, { resourceId, version, serviceIds, ...typed }: ResourceChange): Promise<string | InvalidInput | ChangedMeanwhile> {
    const resource = the(await configured(unit), resourceId)
    const details = resourceDetails(typed)
    if (details instanceof InvalidInput) return details
    if (resource.version !== version) return new ChangedMeanwhile()
    resource.describe(details)
    return told(unit, resource, 'changed', serviceIds)
  }

  async delete(unit: Unit, resourceId: string): Promise<{ resourceId: string } | StillBooked> {
    const resource = the(await configured(unit), resourceId)
    const count = await bookedToCome(unit, { resourceId })
    if (count) return new StillBooked(count)
    resource.delete(unit.now)
    await told(unit, resource, 'deleted')
    return { resourceId }
  }
}

/** All of a tenant's, locked: two that are made at once do not take one key, and nothing is booked with one that goes. */
async function configured({ actor, em, tenantId }: Unit): Promise<BookableResource[]> {
  if (!mayConfigureAppointments(actor)) throw new Forbidden()
  return em.find(BookableResource, { tenantId, deletedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } })
}

function the(resources: BookableResource[], id: string): BookableResource {
  const resource = resources.find(one => one.id === id)
  if (!resource) throw new NotFound('The resource')
  return resource
}

const FORGET = 'delete from appointment_resource_service where tenant_id = $1 and resource_id = $2'
const DOES = `
  insert into appointment_resource_service (tenant_id, resource_id, service_id)
  select tenant_id, $2, id from appointment_service where tenant_id = $1 and id = any($3::uuid[]) and deleted_at is null returning service_id`

async function told(unit: Unit, { id, key, name, isActive }: BookableResource, verb: 'created' | 'changed' | 'deleted', serviceIds: string[] = []): Promise<string> {
  unit.audit({ action: `appointment-resource.${verb}`, targetType: 'appointment-resource', targetId: id, detail: { key, name, isActive } })
  await unit.em.flush()
  await unit.sql('appointment-resource-forget', FORGET, [unit.tenantId, id])
  const does = await unit.sql('appointment-resource-does', DOES, [unit.tenantId, id, serviceIds])
  if (does.length < new Set(serviceIds).size) throw new NotFound('The service')
  return id
}
