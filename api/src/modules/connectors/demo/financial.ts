import type { DemoSystem } from './demo-system.ts'
import { findCustomer, listAccounts, listMovements } from './financial/customers.ts'
import { certificateTerms, listLoans, postLoanPayment, preapproveLoan } from './financial/loans.ts'
import { createPayment } from './sample-payments.ts'
import { findBranches } from './sample-places.ts'

/**
 * A bank, made up. Every cédula is of a customer, always the same one: born in 1985, with a savings account that ends in the
 * last four digits of the cédula, so that whoever tries the bot can answer its questions.
 */
export const financial: DemoSystem = {
  key: 'bank',
  name: { ES: 'Banco de ejemplo', EN: 'Sample bank' },
  operations: {
    find_customer: findCustomer,
    list_accounts: listAccounts,
    list_movements: listMovements,
    list_loans: listLoans,
    create_payment: createPayment,
    post_loan_payment: postLoanPayment,
    preapprove_loan: preapproveLoan,
    certificate_terms: certificateTerms,
    find_branches: findBranches,
  },
}
