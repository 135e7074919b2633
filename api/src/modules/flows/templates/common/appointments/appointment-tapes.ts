import type { Json, Recording } from '@botpro/graphql/flows'

interface Free { id: string; service: string; resource: string; resourceName: string; start: string; end: string }

/** A free time as appointments give it. */
export const freeTime = (service: string, [resource, resourceName]: [string, string], start: string): Free => ({
  id: `${service}.${resource}.${start.slice(0, 16).replaceAll(/[-:]/g, '')}Z`, service, resource, resourceName, start, end: new Date(Date.parse(start) + 30 * 60_000).toISOString(),
})

/** Something booked, as appointments give it. */
export const booked = (free: Free, serviceName: string) => ({ ...free, id: `0190aaaa-0000-7000-8000-${free.start.replaceAll(/\D/g, '').slice(2, 14)}`, serviceName, place: null, state: 'BOOKED' })

type Action = 'find' | 'book' | 'move' | 'cancel' | 'mine'

/** What appointments answer to a step, recorded. */
export const answered = (action: Action, data: unknown, more: { once?: boolean; input?: Record<string, Json> } = {}): Recording =>
  ({ connector: 'appointments', operation: action, ...more, answer: { data: data as Json } })

export const refused = (action: Action, code: string, more: { once?: boolean } = {}): Recording =>
  ({ connector: 'appointments', operation: action, ...more, answer: { error: { code } } })
