import type { Json } from '@botpro/graphql/flows'
import type { InsideRequest, RequestResult } from '../engine/request.ts'

type AppointmentRequest = Extract<InsideRequest, { kind: 'APPOINTMENT' }>

/** What booking would answer; nobody’s calendar changes. Free times cannot be made up: they are read, or recorded. */
export function madeUpAppointment({ action, service, resource, slot, appointment }: AppointmentRequest): RequestResult | undefined {
  const told = { ...fieldsOf(appointment), ...named('service', service), ...named('resource', resource), ...fieldsOf(slot) }
  switch (action) {
    case 'FIND': return undefined
    case 'MINE': return { ok: true, data: [] }
    case 'BOOK': case 'MOVE': return { ok: true, data: { place: null, note: null, serviceName: '', resourceName: '', ...told, id: 'simulated', state: 'BOOKED' } }
    case 'CANCEL': return { ok: true, data: { ...told, state: 'CANCELLED' } }
  }
}

const fieldsOf = (value: Json): Record<string, Json> =>
  (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : typeof value === 'string' ? { id: value } : {})

const named = (name: string, value: Json): Record<string, Json> => (typeof value === 'string' ? { [name]: value } : {})
