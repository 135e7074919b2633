import type { World } from '../../../test/world.ts'
import type { TestDatabase } from '../../../test/harness.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { BookableResources, type NewResource } from './resources/bookable-resource.service.ts'
import { BookableServices, type NewService } from './services/bookable-service.service.ts'

export interface Clinic {
  serviceId: string
  resourceId: string
  contactId: string
}

const [services, resources] = [new BookableServices(), new BookableResources()]

/** Monday, 30 November 2026, 8 in the morning in Santo Domingo. */
export const MORNING = new Date('2026-11-30T12:00:00Z')

export const CONSULTATION: NewService = {
  key: 'consulta', name: { es: 'Consulta', en: 'Consultation' }, minutes: 30, minutesBefore: 0, minutesAfter: 0, noticeMinutes: 60, horizonDays: 30,
  cancelMinutes: 120, isActive: true, reminders: [],
}

const WEEK = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const
export const DOCTOR: Omit<NewResource, 'serviceIds'> = {
  key: 'dra-mota', name: 'Dra. Mota', kind: 'PERSON', place: 'Piso 2', isActive: true, exceptions: [],
  hours: WEEK.map(weekday => ({ weekday, opens: '09:00', closes: '12:00' })),
}

/** A consultation, a doctor who gives it from 9 to 12, and somebody who needs it. */
export async function newClinic(database: TestDatabase, world: World, { service = {}, resource = {} }: { service?: Partial<NewService>; resource?: Partial<NewResource> } = {}): Promise<Clinic> {
  const admin = await world.member('ADMIN')
  const serviceId = sure(await world.as(admin, unit => services.create(unit, { ...CONSULTATION, ...service })))
  const resourceId = sure(await world.as(admin, unit => resources.create(unit, { ...DOCTOR, ...resource, serviceIds: [serviceId] })))
  return { serviceId, resourceId, contactId: await newContact(database, world) }
}

export async function newContact({ owner }: TestDatabase, { tenantId }: World, name = 'Ana Reyes'): Promise<string> {
  const id = newId()
  await owner.query(`insert into contact (tenant_id, id, name, language, created_at, last_seen_at) values ($1, $2, $3, 'ES', now(), now())`, [tenantId, id, name])
  return id
}

export function sure<Result>(result: Result): Exclude<Result, Refusal> {
  if (result instanceof Refusal) throw new Error(`${result.code}: ${result.message}`)
  return result as Exclude<Result, Refusal>
}
