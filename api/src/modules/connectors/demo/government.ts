import type { DemoSystem } from './demo-system.ts'
import { findCitizen } from './government/citizens.ts'
import { findDues, getDue, postPayment } from './government/dues.ts'
import { findExpiring, renew } from './government/licences.ts'
import { listOffices } from './government/offices.ts'
import { addDocument, getRequest, openComplaint, requestService } from './government/requests.ts'
import { getService, listServices } from './government/services.ts'
import { createPayment } from './sample-payments.ts'

/** A public institution, made up. It keeps nothing: every answer follows from what is asked and from the day. */
export const government: DemoSystem = {
  key: 'government',
  name: { ES: 'Institución pública de ejemplo', EN: 'Sample public institution' },
  operations: {
    list_offices: listOffices,
    list_services: listServices,
    get_service: getService,
    request_service: requestService,
    get_request: getRequest,
    add_document: addDocument,
    open_complaint: openComplaint,
    find_expiring: findExpiring,
    renew,
    find_citizen: findCitizen,
    find_dues: findDues,
    get_due: getDue,
    create_payment: createPayment,
    post_payment: postPayment,
  },
}
