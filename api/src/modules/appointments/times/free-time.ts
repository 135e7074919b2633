/** A time at which a service can be had, as JSON: flows keep it in variables. It promises nothing. */
export interface FreeTime {
  id: string
  /** Keys. */
  service: string
  resource: string
  resourceName: string
  /** ISO 8601 in UTC. */
  start: string
  end: string
}

/** What the id of a free time says. */
export interface Spot {
  service: string
  resource: string
  start: Date
}

const PARTS = /^([a-z][a-z0-9_-]{0,59})\.([a-z][a-z0-9_-]{0,59})\.(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)Z$/

/** Readable, and short enough for a button of any channel: `consultation.dr-mota.20261201T1300Z`. */
export const idOf = ({ service, resource, start }: Spot): string =>
  `${service}.${resource}.${start.toISOString().slice(0, 16).replaceAll(/[-:]/g, '')}Z`

export function spotOf(id: string): Spot | undefined {
  const [, service, resource, year, month, day, hour, minute] = PARTS.exec(id) ?? []
  const start = new Date(`${year}-${month}-${day}T${hour}:${minute}:00.000Z`)
  if (!service || !resource || Number.isNaN(start.getTime())) return undefined
  return { service, resource, start }
}
