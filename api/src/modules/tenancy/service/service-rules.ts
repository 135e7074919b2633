/** How much of the service a tenant has now: the worst that its holds say. */
export type ServiceState = 'ACTIVE' | 'RESTRICTED' | 'SUSPENDED' | 'CANCELLED'

export type HoldKind = 'LATE_PAYMENT' | 'CONTRACT' | 'CANCELLED'
export type HoldScope = 'PART' | 'WHOLE'

/** What a state lets happen. */
export interface ServiceRules {
  /** The bot answers, flows move, reminders and conversations that nobody uses take their course. */
  readonly isServed: boolean
  /** The company may begin: templates, reminders, notifications, campaigns. What came in may be answered wherever `isServed`. */
  readonly mayBegin: boolean
}

/**
 * All that a state of the service means, in one place; everybody asks here.
 *
 * |                                          | ACTIVE | RESTRICTED | SUSPENDED, CANCELLED                                         |
 * |------------------------------------------|--------|------------|--------------------------------------------------------------|
 * | What contacts write                      | stored | stored     | stored, counted, and kept for the desk                       |
 * | Bot and flows                            | answer | answer     | silent: a neutral notice once a session, flows stand still   |
 * | What the company begins                  | goes   | refused    | refused                                                      |
 * | Answers of agents                        | go     | go         | refused; what was on its way and had not left fails          |
 * | Closing of conversations that are quiet  | yes    | yes        | waits                                                        |
 * | Fields and routes for members            | all    | all        | those with `@duringSuspension`, the rest `TENANT_SUSPENDED`  |
 * | Fields and routes for API keys           | all    | all        | those with `@duringSuspension(keys: true)`                   |
 * | Visitors, support, resellers, operators  | all    | all        | all                                                          |
 *
 * When the service is back, what was kept goes to the desk, and a flow whose wait was over meanwhile goes there too.
 */
export const SERVICE_RULES: Readonly<Record<ServiceState, ServiceRules>> = {
  ACTIVE: { isServed: true, mayBegin: true },
  RESTRICTED: { isServed: true, mayBegin: false },
  SUSPENDED: { isServed: false, mayBegin: false },
  CANCELLED: { isServed: false, mayBegin: false },
}

const FROM_WORST: readonly ServiceState[] = ['CANCELLED', 'SUSPENDED', 'RESTRICTED']

/** The worst of what is open. */
export function stateUnder(holds: readonly { kind: HoldKind; scope: HoldScope }[]): ServiceState {
  const states = holds.map(stateOf)
  return FROM_WORST.find(state => states.includes(state)) ?? 'ACTIVE'
}

const stateOf = ({ kind, scope }: { kind: HoldKind; scope: HoldScope }): ServiceState =>
  (kind === 'CANCELLED' ? 'CANCELLED' : scope === 'WHOLE' ? 'SUSPENDED' : 'RESTRICTED')

/** The same for statements that look at all tenants at once: those that are not served. Give it the column that names the tenant. */
export const isNotServed = (tenantId: string): string =>
  `exists (select from service_hold sh where sh.tenant_id = ${tenantId} and sh.lifted_at is null and sh.scope = 'WHOLE')`
