import type { DemoSystem } from './demo-system.ts'
import { findBills, postPayment } from './health/bills.ts'
import { listCentres } from './health/centres.ts'
import { getClaim, openClaim } from './health/claims.ts'
import { addDocument, findProcedures, getAuthorisation, requestAuthorisation } from './health/coverage.ts'
import { findMember, getAffiliation, listPlans, requestAffiliation } from './health/members.ts'
import { getResults } from './health/results.ts'

/** A clinic with a health plan, made up. It keeps nothing: every answer follows from what is asked and from the day. */
export const health: DemoSystem = {
  key: 'health',
  name: { ES: 'Clínica y seguro de ejemplo', EN: 'Sample clinic and health plan' },
  operations: {
    'list-centres': listCentres,
    'list-plans': listPlans,
    'find-member': findMember,
    'request-affiliation': requestAffiliation,
    'get-affiliation': getAffiliation,
    'find-procedures': findProcedures,
    'request-authorisation': requestAuthorisation,
    'get-authorisation': getAuthorisation,
    'add-document': addDocument,
    'open-claim': openClaim,
    'get-claim': getClaim,
    'find-bills': findBills,
    'post-payment': postPayment,
    'get-results': getResults,
  },
}
