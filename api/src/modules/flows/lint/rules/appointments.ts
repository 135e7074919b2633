import type { StepOf } from '@botpro/graphql/flows'
import type { BotMap, FlowRule } from '../bot-map.ts'
import { within, type Report } from '../finding.ts'

type Named = StepOf<'APPOINTMENT'>['service']

/** Whether the services and resources that a flow names are there. What comes from a variable is known only when somebody writes. */
export const appointments: FlowRule = ({ flow, steps }, bot, report) => {
  for (const step of steps) if (step.kind === 'APPOINTMENT') checkAppointment(step, bot, within(report, { flow: flow.key, step: step.id }))
}

// Who cancels or looks at what is hers names no service.
const NAMES_SERVICE: readonly StepOf<'APPOINTMENT'>['action'][] = ['FIND', 'BOOK', 'MOVE']

function checkAppointment({ action, service: named, resource: wanted }: StepOf<'APPOINTMENT'>, { world: { bookable } }: BotMap, report: Report): void {
  if (!NAMES_SERVICE.includes(action)) return
  const [key, resource] = [keyIn(named), keyIn(wanted)]
  const service = bookable.services.find(one => one.key === key)
  const isResourceKnown = resource === undefined || bookable.resources.includes(resource)
  if (key !== undefined && !service) report('UNKNOWN_SERVICE', { field: 'service', facts: { name: key } })
  if (!isResourceKnown) report('UNKNOWN_RESOURCE', { field: 'resource', facts: { name: resource } })
  if (!service || !isResourceKnown) return
  if (service.resources.length === 0) report('NOBODY_DOES', { field: 'service', facts: { name: service.key } })
  else if (resource !== undefined && !service.resources.includes(resource)) report('NOT_DONE_BY', { field: 'resource', facts: { resource, service: service.key } })
}

/** The key that stands in the step itself. */
const keyIn = (value: Named): string | undefined =>
  (value && 'literal' in value && typeof value.literal === 'string' && value.literal.trim() ? value.literal.trim() : undefined)
