import type { Jobs } from '../../platform/jobs.ts'
import type { Units } from '../../platform/units.ts'
import type { DecisionService, LetterBox } from '../contracts/index.ts'
import { billingPost } from './account/billing-post.ts'
import { BillingRounds } from './account/billing-rounds.ts'
import { Settlement, type Holds } from './account/settlement.ts'
import { InvoiceAllocationResolver, InvoiceLineResolver, InvoiceResolver } from './invoices/invoice.resolver.ts'
import { InvoiceService } from './invoices/invoice.service.ts'
import { InvoicePaymentResolver } from './payments/payment.resolver.ts'
import { InvoicePayments } from './payments/payment.service.ts'
import { BillingResolver, ReceivableResolver, StatementEntryResolver } from './profile/billing.resolver.ts'
import { BillingProfiles } from './profile/profile.service.ts'

declare module '../../platform/unit.ts' {
  interface JobPayloads {
    'billing.daily': object
  }
}

export interface BillingOptions {
  units: Pick<Units, 'platform' | 'readPlatform'>
  jobs: Jobs
  holds: Holds
  letters: Pick<LetterBox, 'write'>
  cancelling: Pick<DecisionService, 'cancelLate'>
  onError: (error: unknown) => void
}

/** Builds the module, for the composition root. */
export function createBilling({ units, jobs, letters, onError, ...below }: BillingOptions) {
  const settlement = new Settlement({ ...below, post: billingPost(letters) })
  const [invoices, payments, rounds] = [new InvoiceService(settlement), new InvoicePayments(settlement), new BillingRounds({ units, settlement, onError })]
  // After contracts: what they bring about on a day is invoiced on it.
  jobs.handle('billing.daily', () => rounds.go()).every('27 * * * *', 'billing.daily', {})
  return {
    invoices, payments, rounds,
    resolvers: [
      new InvoiceResolver(invoices), new InvoiceLineResolver(), new InvoiceAllocationResolver(), new InvoicePaymentResolver(payments),
      new BillingResolver(new BillingProfiles()), new ReceivableResolver(), new StatementEntryResolver(),
    ] as object[],
  }
}

export { simulate } from './life/simulate.ts'
export type { InvoicePayments } from './payments/payment.service.ts'
