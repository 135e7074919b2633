import type { Day } from '../../../platform/day.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { ContractState } from './contract-state.ts'

export class ContractRunning extends Refusal {
  readonly __typename = 'ContractRunning'
  readonly code = 'CONTRACT_RUNNING'
  readonly message = 'The tenant has a contract that is not over; renew that.'
  readonly contractId: string

  constructor(contractId: string) {
    super()
    this.contractId = contractId
  }
}

export class NotAsItStands extends Refusal {
  readonly __typename = 'NotAsItStands'
  readonly code = 'NOT_AS_IT_STANDS'
  readonly message: string
  readonly state: ContractState

  constructor(state: ContractState) {
    super()
    this.state = state
    this.message = `This cannot be done to a contract that is ${state}.`
  }
}

export class SignedTooLate extends Refusal {
  readonly __typename = 'SignedTooLate'
  readonly code = 'SIGNED_TOO_LATE'
  readonly message: string
  readonly signedBy: Day

  constructor(signedBy: Day) {
    super()
    this.signedBy = signedBy
    this.message = `It had to be signed by ${signedBy}; an operator may take it with a reason.`
  }
}
