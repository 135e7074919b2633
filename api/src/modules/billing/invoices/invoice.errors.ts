import { Refusal } from '../../../platform/refusal.ts'
import type { InvoiceState } from '../life/account.ts'

export class InvoiceNotAsItStands extends Refusal {
  readonly __typename = 'InvoiceNotAsItStands'
  readonly code = 'INVOICE_NOT_AS_IT_STANDS'
  readonly message: string
  readonly state: InvoiceState

  constructor(state: InvoiceState) {
    super()
    this.state = state
    this.message = `This cannot be done to an invoice that is ${state}.`
  }
}

export class OnlinePaymentNotPossible extends Refusal {
  readonly __typename = 'OnlinePaymentNotPossible'
  readonly code = 'ONLINE_PAYMENT_NOT_POSSIBLE'
  readonly message: string
  readonly isPassing: boolean

  constructor(isPassing: boolean) {
    super()
    this.isPassing = isPassing
    this.message = isPassing ? 'The payment provider does not answer now.' : 'Whoever issued the invoice takes no payments online.'
  }
}
