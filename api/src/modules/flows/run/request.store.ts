import { isNotServed } from '../../tenancy/index.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { OutsideRequest } from '../engine/request.ts'

export interface RequestRef {
  tenantId: string
  runId: string
  requestId: string
}

export interface ClaimedRequest {
  request: { id: string } & OutsideRequest
  contactId: string
  conversationId: string
  /** 1 at first. More: somebody asked and did not live to tell. */
  attempts: number
}

// Whoever claims it does it; nobody else looks at it until the claim is over.
const CLAIM = `
  update flow_request q set claimed_until = $4, attempts = attempts + 1
  from flow_run r
  where q.tenant_id = $1 and q.run_id = $2 and q.id = $3 and (q.claimed_until is null or q.claimed_until < $5)
    and r.tenant_id = q.tenant_id and r.id = q.run_id
  returning q.request, q.attempts, r.contact_id as "contactId", r.conversation_id as "conversationId"`

export async function claimRequest(unit: Unit, { runId, requestId }: RequestRef, claimMs: number): Promise<ClaimedRequest | undefined> {
  const { tenantId, now } = unit
  return (await unit.sql<ClaimedRequest>('flow-request-claim', CLAIM, [tenantId, runId, requestId, new Date(now.getTime() + claimMs), now]))[0]
}

const DONE = 'delete from flow_request where tenant_id = $1 and run_id = $2 and id = $3 returning request'

/** What was asked, for the one that brings the answer first. */
export async function requestDone(unit: Unit, { runId, requestId }: RequestRef): Promise<OutsideRequest | undefined> {
  return (await unit.sql<{ request: OutsideRequest }>('flow-request-done', DONE, [unit.tenantId, runId, requestId]))[0]?.request
}

const LEFT = `
  select tenant_id as "tenantId", run_id as "runId", id as "requestId" from flow_request q
  where coalesce(claimed_until, created_at) < $1 and not ${isNotServed('q.tenant_id')} order by coalesce(claimed_until, created_at) limit 100`

/** Those that a process promised and did not live to ask. */
export const requestsLeft = (unit: ReadUnit, before: Date): Promise<RequestRef[]> => unit.sql<RequestRef>('flow-requests-left', LEFT, [before])

const ASKED_FOR_LINK = `
  select from flow_request q join payment p on p.tenant_id = q.tenant_id and p.idempotency_key = q.run_id::text || ':' || q.id
  where q.tenant_id = $1 and p.id = $2`

/** The run that asked for this payment has not heard yet that its link is there. */
export const isAskedForLink = async (unit: ReadUnit, paymentId: string): Promise<boolean> =>
  (await unit.sql('flow-request-of-payment', ASKED_FOR_LINK, [unit.tenantId, paymentId])).length > 0
