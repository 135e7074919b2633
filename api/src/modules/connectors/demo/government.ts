import type { DemoSystem } from './demo-system.ts'
import { findDues, postPayment } from './government/dues.ts'
import { findExpiring, renew } from './government/licences.ts'
import { listOffices } from './government/offices.ts'
import { addDocument, getRequest, openComplaint, requestService } from './government/requests.ts'
import { getService, listServices } from './government/services.ts'

/** A public institution, made up. It keeps nothing: every answer follows from what is asked and from the day. */
export const government: DemoSystem = {
  key: 'government',
  name: { ES: 'Institución pública de ejemplo', EN: 'Sample public institution' },
  operations: {
    'list-offices': listOffices,
    'list-services': listServices,
    'get-service': getService,
    'request-service': requestService,
    'get-request': getRequest,
    'add-document': addDocument,
    'open-complaint': openComplaint,
    'find-expiring': findExpiring,
    renew,
    'find-dues': findDues,
    'post-payment': postPayment,
  },
}
