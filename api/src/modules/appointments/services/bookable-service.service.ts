import { LockMode } from '@mikro-orm/core'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { ChangedMeanwhile, InvalidInput } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import { StillBooked } from '../appointment.errors.ts'
import { mayConfigureAppointments } from '../appointment.policy.ts'
import { bookedToCome } from '../booking/booked-to-come.ts'
import { BookableService } from './bookable-service.entity.ts'
import { keyProblem, serviceDetails, type TypedService } from './bookable-service.input.ts'

export interface NewService extends TypedService {
  key: string
}

export interface ServiceChange extends TypedService {
  serviceId: string
  version: number
}

const MOST_SERVICES = 100

/** What a tenant offers. Each verb returns the id of the service, or why not. */
export class BookableServices {
  async create(unit: Unit, { key, ...typed }: NewService): Promise<string | InvalidInput> {
    const others = await configured(unit)
    const details = serviceDetails(typed)
    const problem = keyProblem(key) ?? (details instanceof InvalidInput ? details : undefined)
    if (problem) return problem
    if (others.some(other => other.key === key)) return new InvalidInput('key', 'Another service has it.')
    if (others.length >= MOST_SERVICES) return new InvalidInput('key', `At most ${MOST_SERVICES} services.`)
    const { em, tenantId, now } = unit
    const service = em.create(BookableService, { id: newId(now), tenantId, key, ...details as Exclude<typeof details, InvalidInput>, createdAt: now, version: 1 })
    return told(unit, service, 'created')
  }

  async change(unit: Unit, { serviceId, version, ...typed }: ServiceChange): Promise<string | InvalidInput | ChangedMeanwhile> {
    const service = the(await configured(unit), serviceId)
    const details = serviceDetails(typed)
    if (details instanceof InvalidInput) return details
    if (service.version !== version) return new ChangedMeanwhile()
    service.describe(details)
    return told(unit, service, 'changed')
  }

  async delete(unit: Unit, serviceId: string): Promise<{ serviceId: string } | StillBooked> {
    const service = the(await configured(unit), serviceId)
    const count = await bookedToCome(unit, { serviceId })
    if (count) return new StillBooked(count)
    service.delete(unit.now)
    await told(unit, service, 'deleted')
    return { serviceId }
  }
}

/** All of a tenant's, locked, so that two that are made at once do not take one key. */
async function configured({ actor, em, tenantId }: Unit): Promise<BookableService[]> {
  if (!mayConfigureAppointments(actor)) throw new Forbidden()
  return em.find(BookableService, { tenantId, deletedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } })
}

function the(services: BookableService[], id: string): BookableService {
  const service = services.find(one => one.id === id)
  if (!service) throw new NotFound('The service')
  return service
}

async function told(unit: Unit, { id, key, name, isActive }: BookableService, verb: 'created' | 'changed' | 'deleted'): Promise<string> {
  unit.audit({ action: `appointment-service.${verb}`, targetType: 'appointment-service', targetId: id, detail: { key, name: name.es, isActive } })
  await unit.em.flush()
  return id
}
