import { isRunning, type ContractPhase } from '../machine/contract-facts.ts'

export type ContractState = ContractPhase | 'SUSPENDED_PART' | 'SUSPENDED_WHOLE'

/** What holds a tenant's service now. */
export interface Hold {
  kind: 'LATE_PAYMENT' | 'CONTRACT' | 'CANCELLED'
  scope: 'PART' | 'WHOLE'
}

/** A suspension lies over the state that a contract keeps, so that it comes back when the hold is gone. */
export function stateShown({ phase }: { phase: ContractPhase }, holds: readonly Hold[]): ContractState {
  if (!isRunning({ phase }) || holds.length === 0) return phase
  return holds.some(({ scope }) => scope === 'WHOLE') ? 'SUSPENDED_WHOLE' : 'SUSPENDED_PART'
}

/** The same for statements that look at many: a contract by the name `c`. */
export const STATE_SHOWN = `
  case when c.phase in ('IN_FORCE', 'TO_RENEW', 'EXPIRED', 'PROVISIONAL') then coalesce(
    (select 'SUSPENDED_' || case when bool_or(h.scope = 'WHOLE') then 'WHOLE' else 'PART' end from service_hold h where h.tenant_id = c.tenant_id and h.lifted_at is null having count(*) > 0), c.phase)
  else c.phase end`
