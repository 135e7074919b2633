import type { PaymentFailure, PaymentSettingsQuery, PaymentState } from '../../contract/graphql.ts'

export const STATES: PaymentState[] = ['CREATED', 'LINKED', 'PAID', 'FAILED', 'EXPIRED', 'CANCELLED']

/** What the list is narrowed to, by one choice: a state, or the failure that somebody has to look at. */
export type StateChoice = 'ANY' | 'AMOUNT_DIFFERS' | PaymentState
export interface PaymentFilter { state?: PaymentState; failure?: PaymentFailure; from?: string; until?: string }

export function filterOf({ choice, from, until }: { choice: StateChoice; from: string; until: string }): PaymentFilter {
  const days = { from: from || undefined, until: until || undefined }
  if (choice === 'ANY') return days
  return choice === 'AMOUNT_DIFFERS' ? { ...days, failure: 'AMOUNT_DIFFERS' } : { ...days, state: choice }
}

type Connector = PaymentSettingsQuery['connectors'][number]
export interface Choice { label: string; value: string }

const withHeld = (choices: Choice[], held: string | null): Choice[] =>
  (held && !choices.some(({ value }) => value === held) ? [...choices, { label: held, value: held }] : choices)

/** What is chosen already stays in sight, also when it was archived since or is nowhere any more. */
export const connectorChoices = (connectors: readonly Connector[], held: string | null): Choice[] =>
  withHeld(connectors.filter(({ archivedAt }) => !archivedAt).map(({ key, name }) => ({ label: name, value: key })), held)

export function operationChoices(connectors: readonly Connector[], key: string | null, held: string): Choice[] {
  const connector = connectors.find(one => one.key === key)
  const operations = (connector?.kind === 'DEMO' ? connector.demoSystem?.operations : connector?.operations) ?? []
  return withHeld(operations.map(({ key: value, name }) => ({ label: name, value })), held)
}

/** A call-back that can be pasted into a terminal as it stands, once the secret and a payment are filled in. */
export const curlLine = (callbackUrl: string): string => [
  `CALLBACK_URL='${callbackUrl}'; SECRET='bpp_…'; PAYMENT_ID='…'`,
  `BODY='{"paymentId":"'"$PAYMENT_ID"'","status":"PAID","amount":"1500.00","currency":"DOP"}'; T=$(date +%s)`,
  `curl -sS -X POST "$CALLBACK_URL" -H 'content-type: application/json' --data "$BODY" \\`,
  `  -H "botpro-signature: t=$T,v1=$(printf '%s' "$T.$BODY" | openssl dgst -sha256 -hmac "$SECRET" | sed 's/.*= *//')"`,
].join('\n')
