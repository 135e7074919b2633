import type { DemoSystem } from './demo-system.ts'
import { findBills, getBill, postPayment } from './health/bills.ts'
import { listCentres } from './health/centres.ts'
import { getClaim, openClaim } from './health/claims.ts'
import { addDocument, findProcedures, getAuthorisation, requestAuthorisation } from './health/coverage.ts'
import { findMember, getAffiliation, listPlans, requestAffiliation } from './health/members.ts'
import { getResults } from './health/results.ts'
import { createPayment } from './sample-payments.ts'

/** A clinic with a health plan, made up. It keeps nothing: every answer follows from what is asked and from the day. */
export const health: DemoSystem = {
  key: 'health',
  name: { ES: 'Clínica y seguro de ejemplo', EN: 'Sample clinic and health plan' },
  operations: {
    list_centres: listCentres,
    list_plans: listPlans,
    find_member: findMember,
    request_affiliation: requestAffiliation,
    get_affiliation: getAffiliation,
    find_procedures: findProcedures,
    request_authorisation: requestAuthorisation,
    get_authorisation: getAuthorisation,
    add_document: addDocument,
    open_claim: openClaim,
    get_claim: getClaim,
    find_bills: findBills,
    get_bill: getBill,
    create_payment: createPayment,
    post_payment: postPayment,
    get_results: getResults,
  },
}
