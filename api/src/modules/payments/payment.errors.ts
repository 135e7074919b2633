import { Refusal } from '../../platform/refusal.ts'

export class PaymentsNotSetUp extends Refusal {
  readonly __typename = 'PaymentsNotSetUp'
  readonly code = 'PAYMENTS_NOT_SET_UP'
  readonly message = 'No connector makes links for payments yet.'
}
