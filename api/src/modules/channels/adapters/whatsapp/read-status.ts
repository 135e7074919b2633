import { becauseOf, failureOf } from '../meta/graph-error.ts'
import type { Json } from '../meta/json.ts'
import type { ProviderCharge, StatusChanged } from '../update.ts'
import { timeOf, unreadable } from './unreadable.ts'

/** A voice note that was played was read before; `deleted` does not exist. */
const statuses: Readonly<Record<string, StatusChanged['status']>> = { sent: 'SENT', delivered: 'DELIVERED', read: 'READ', played: 'READ', failed: 'FAILED' }

export function readStatus(told: Json): StatusChanged {
  const name = told.at('status').text ?? ''
  const status = Object.hasOwn(statuses, name) ? statuses[name]! : unreadable(`“${name.slice(0, 60)}” is no status.`)
  const [externalId, reference] = [told.at('id').id, told.at('biz_opaque_callback_data').id]
  if (!externalId && !reference) unreadable('It names no message.')
  const charge = chargeOf(told)
  return {
    kind: 'STATUS', at: timeOf(told.at('timestamp')), status, ...(externalId && { externalId }), ...(reference && { reference }),
    ...(status === 'FAILED' && failed(told)), ...(charge && { charge }),
  }
}

function failed(told: Json): Pick<StatusChanged, 'failure' | 'because'> {
  const [error] = told.at('errors').list
  const failure = error ? failureOf(error) : { code: 'unknown', message: 'No reason was given.' }
  return { failure, because: becauseOf(failure) }
}

/** `billable` goes out of use: the type says the same. */
function chargeOf(told: Json): ProviderCharge | undefined {
  const pricing = told.at('pricing')
  const category = pricing.at('category').id ?? told.at('conversation', 'origin', 'type').id
  if (!pricing.isObject || !category) return undefined
  const isBilled = pricing.at('billable').value
  const type = pricing.at('type').id ?? (isBilled === false ? 'free_customer_service' : 'regular')
  return { model: pricing.at('pricing_model').id ?? 'PMP', type, category, isBillable: type === 'regular' }
}
