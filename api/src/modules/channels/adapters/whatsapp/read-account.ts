import type { Json } from '../meta/json.ts'
import type { AccountTold } from '../update.ts'

type Told = Pick<AccountTold, 'topic' | 'severity'>

/** What Meta says of the account by itself: values of these fields have no metadata, and their time is the entry's. */
export function readAccount(field: string, value: Json, at: Date): AccountTold {
  const teller = Object.hasOwn(tellers, field) ? tellers[field]! : (): Told => ({ topic: field.slice(0, 60), severity: 'INFO' })
  return { kind: 'ACCOUNT', at, ...teller(value), detail: { field, ...value.plain(5) as Record<string, unknown> } }
}

const tellers: Readonly<Record<string, (value: Json) => Told>> = {
  account_update: value => ({ topic: 'account', severity: /DISABLED|VIOLATION|RESTRICTION|DELETED|REMOVED|OFFBOARDED/.test(eventOf(value)) ? 'PROBLEM' : 'INFO' }),
  account_review_update: value => ({ topic: 'review', severity: value.at('decision').text === 'REJECTED' ? 'PROBLEM' : 'INFO' }),
  account_alerts: () => ({ topic: 'alert', severity: 'WARNING' }),
  phone_number_quality_update: value => ({ topic: 'quality', severity: /^(?:FLAGGED|DOWNGRADE)$/.test(eventOf(value)) ? 'WARNING' : 'INFO' }),
  phone_number_name_update: value => ({ topic: 'name', severity: value.at('decision').text === 'REJECTED' ? 'WARNING' : 'INFO' }),
  business_capability_update: () => ({ topic: 'limits', severity: 'INFO' }),
  message_template_status_update: value => ({ topic: 'template', severity: templateSeverity(eventOf(value)) }),
  message_template_quality_update: value => ({ topic: 'template', severity: value.at('new_quality_score').text === 'RED' ? 'WARNING' : 'INFO' }),
  template_category_update: () => ({ topic: 'template', severity: 'WARNING' }),
}

const eventOf = (value: Json): string => value.at('event').text ?? ''

function templateSeverity(event: string): AccountTold['severity'] {
  if (/^(?:REJECTED|DISABLED|PENDING_DELETION)$/.test(event)) return 'PROBLEM'
  return /^(?:PAUSED|FLAGGED|LOCKED)$/.test(event) ? 'WARNING' : 'INFO'
}
