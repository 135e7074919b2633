import type { DemoOperation } from '../demo-system.ts'
import { documentInput, requiredDocument } from '../sample-data.ts'

/** Everybody is registered, with a telephone that ends in the last four digits of the document but the check digit, so that who tries it can answer. */
export const findCitizen: DemoOperation = {
  name: { ES: 'Buscar contribuyente', EN: 'Find a taxpayer' },
  idempotent: true,
  inputs: [documentInput],
  sample: { document: '00100000181', phoneEnding: '0018', isCompany: false },
  answer(input) {
    const document = requiredDocument(input)
    return { document, phoneEnding: document.slice(-5, -1), isCompany: document.length === 9 }
  },
}
