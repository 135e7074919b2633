import type { DemoOperation } from '../demo-system.ts'
import { dayFrom, documentInput, newNumber, optional, pesos, required, requiredDocument, requiredNumber, requiredText, spread, stateOf } from '../sample-data.ts'

export const openClaim: DemoOperation = {
  name: { ES: 'Registrar reclamación', EN: 'Open a claim' },
  idempotent: false,
  inputs: [
    documentInput, required('kind', ['REIMBURSEMENT por lo que pagó el afiliado, COMPLAINT por un servicio.', 'REIMBURSEMENT for money paid by the member, COMPLAINT for a service.']), required('description', ['Qué pasó.', 'What happened.']),
    optional('amount', ['Lo que se pagó.', 'What was paid.'], 'OBJECT'), optional('happenedOn', ['Cuándo.', 'When.'], 'DATE'), optional('receipt', ['Foto de la factura.', 'Photo of the invoice.'], 'OBJECT'),
  ],
  sample: { number: 'REC-123451', answerBy: '2026-12-11' },
  answer(input, now) {
    requiredDocument(input)
    requiredText(input, 'description')
    return { number: newNumber('REC', input), answerBy: dayFrom(now, requiredText(input, 'kind') === 'REIMBURSEMENT' ? 10 : 5) }
  },
}

const CLAIM_STATES = ['RECEIVED', 'IN_REVIEW', 'DOCUMENT_MISSING', 'APPROVED', 'PAID', 'DECLINED'] as const

export const getClaim: DemoOperation = {
  name: { ES: 'Estado de una reclamación', EN: 'State of a claim' },
  idempotent: true,
  inputs: [required('number', ['REC-… El último dígito dice en qué va: 1 recibido, 2 en revisión, 3 falta un documento, 4 aprobado, 5 pagado, 6 rechazado. Con REC-503 el sistema está caído y con REC-504 tarda demasiado.', 'REC-… The last digit says how far it is: 1 received, 2 in review, 3 a document is missing, 4 approved, 5 paid, 6 declined. REC-503 finds the system down, REC-504 too slow.'])],
  sample: { number: 'REC-123455', state: 'PAID', amount: { amount: '3200.00', currency: 'DOP' }, paidOn: '2026-11-20', answerBy: '2026-12-11' },
  answer(input, now) {
    const number = requiredNumber(input, 'number')
    const state = stateOf(number, CLAIM_STATES)
    return {
      number: `REC-${number}`, state, answerBy: dayFrom(now, 4), amount: state === 'APPROVED' || state === 'PAID' ? pesos(1500 + spread(number, 60) * 50) : null,
      paidOn: state === 'PAID' ? dayFrom(now, -1 - spread(number, 5)) : null,
    }
  },
}
