import type { Json } from '../meta/json.ts'
import type { AccountTold } from '../update.ts'

type Told = Pick<AccountTold, 'topic' | 'severity'>

/** What Meta says of the account by itself: values of these fields have no metadata, and their time is the entry's. */
export function readAccount(field: string, value: Json, at: Date): AccountTold {
  const teller = Object.hasOwn(tellers, field) ? tellers[field]! : (): Told => ({ topic: field.slice(0, 60), severity: 'INFO' })
  return { kind: 'ACCOUNT', at, ...teller(value), detail: { field, ...value.plain(5) as Record<string, unknown> } }
}

const tellers: Readonly<Record<string, (value: Json) => Told>> = {
  account_update: value => ({ topic: 'account', severity: accountSeverity(eventOf(value)) }),
  account_review_update: value => ({ topic: 'review', severity: decided(value, 'PROBLEM') }),
  account_alerts: () => ({ topic: 'alert', severity: 'WARNING' }),
  phone_number_quality_update: value => ({ topic: /GRADE$/.test(eventOf(value)) ? 'limits' : 'quality', severity: qualitySeverity(eventOf(value)) }),
  phone_number_name_update: value => ({ topic: 'name', severity: decided(value, 'WARNING') }),
  business_capability_update: () => ({ topic: 'limits', severity: 'INFO' }),
  message_template_status_update: value => ({ topic: 'template', severity: templateSeverity(eventOf(value)) }),
  message_template_quality_update: value => ({ topic: 'template', severity: value.at('new_quality_score').text === 'RED' ? 'WARNING' : 'INFO' }),
  template_category_update: () => ({ topic: 'template', severity: 'WARNING' }),
}

const eventOf = (value: Json): string => value.at('event').text ?? ''

function accountSeverity(event: string): AccountTold['severity'] {
  if (/DISABLED|VIOLATION|RESTRICTION|DELETED|REMOVED|OFFBOARDED/.test(event)) return 'PROBLEM'
  return /REINSTATED|RESTORED/.test(event) ? 'OVER' : 'INFO'
}

function decided(value: Json, rejected: AccountTold['severity']): AccountTold['severity'] {
  const decision = value.at('decision').text
  return decision === 'REJECTED' ? rejected : decision === 'APPROVED' ? 'OVER' : 'INFO'
}

/** A number is flagged and unflagged, and its limits go down and up. That it is new, or faster, says nothing of either. */
function qualitySeverity(event: string): AccountTold['severity'] {
  if (/^(?:FLAGGED|DOWNGRADE)$/.test(event)) return 'WARNING'
  return /^(?:UNFLAGGED|UPGRADE)$/.test(event) ? 'OVER' : 'INFO'
}

function templateSeverity(event: string): AccountTold['severity'] {
  if (/^(?:REJECTED|DISABLED|PENDING_DELETION)$/.test(event)) return 'PROBLEM'
  if (/^(?:PAUSED|FLAGGED|LOCKED)$/.test(event)) return 'WARNING'
  return /^(?:APPROVED|UNPAUSED|REINSTATED)$/.test(event) ? 'OVER' : 'INFO'
}
