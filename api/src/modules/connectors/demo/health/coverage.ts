import type { Json, LocalText } from '@botpro/graphql/flows'
import type { DemoOperation } from '../demo-system.ts'
import { type DemoInput, dayFrom, documentInput, inWords, language, newNumber, optional, pesos, required, requiredDocument, requiredNumber, requiredText, spread, stateOf, unknown } from '../sample-data.ts'

interface Procedure { key: string; name: LocalText; words: RegExp; price: number; covered: number }

const PROCEDURES: Procedure[] = [
  { key: 'mri', name: { ES: 'Resonancia magnética', EN: 'MRI scan' }, words: /reson|magnet|mri/, price: 14500, covered: 80 },
  { key: 'ct', name: { ES: 'Tomografía', EN: 'CT scan' }, words: /tomogr|\bct\b|scan|\btac\b/, price: 9800, covered: 80 },
  { key: 'ultrasound', name: { ES: 'Sonografía', EN: 'Ultrasound' }, words: /sonogr|ultra|eco/, price: 2600, covered: 90 },
  { key: 'surgery', name: { ES: 'Cirugía programada', EN: 'Planned surgery' }, words: /cirug|opera|surg/, price: 85000, covered: 75 },
  { key: 'therapy', name: { ES: 'Terapia física', EN: 'Physiotherapy' }, words: /terap|fisi|physio|therap/, price: 1800, covered: 85 },
  { key: 'endoscopy', name: { ES: 'Endoscopia', EN: 'Endoscopy' }, words: /endosc|gastr|colon/, price: 16500, covered: 80 },
]

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export const findProcedures: DemoOperation = {
  name: { ES: 'Buscar procedimientos', EN: 'Find procedures' },
  idempotent: true,
  inputs: [required('words', ['Como lo llama el afiliado.', 'What the member calls it.']), language],
  sample: { procedures: [{ key: 'mri', name: 'Resonancia magnética', covered: 80 }] },
  answer(input) {
    const words = plain(requiredText(input, 'words'))
    const procedures = PROCEDURES.filter(one => one.key === words || one.words.test(words))
    if (!procedures.length) throw unknown('procedure')
    return { procedures: procedures.map(({ key, name, covered }) => ({ key, name: inWords(input, name), covered })) }
  },
}

function newAuthorisation(input: DemoInput, now: Date): Json {
  requiredDocument(input)
  const procedure = PROCEDURES.find(({ key }) => key === requiredText(input, 'procedure'))
  if (!procedure) throw unknown('procedure')
  requiredText(input, 'centre')
  return {
    number: newNumber('PRE', input), state: 'RECEIVED', covered: procedure.covered, copay: pesos(procedure.price * (100 - procedure.covered) / 100), answerBy: dayFrom(now, 2),
  }
}

export const requestAuthorisation: DemoOperation = {
  name: { ES: 'Solicitar preautorización', EN: 'Request a pre-authorisation' },
  idempotent: false,
  inputs: [documentInput, required('procedure', ['Clave del procedimiento.', 'Key of the procedure.']), required('centre', ['Clave del centro donde se hace.', 'Key of the centre where it is done.']), optional('order', ['Foto de la indicación médica.', "Photo of the doctor's order."], 'OBJECT')],
  sample: { number: 'PRE-123451', state: 'RECEIVED', covered: 80, copay: { amount: '2900.00', currency: 'DOP' }, answerBy: '2026-12-03' },
  answer: newAuthorisation,
}

const AUTHORISATION_STATES = ['RECEIVED', 'IN_REVIEW', 'DOCUMENT_MISSING', 'APPROVED', 'DECLINED'] as const

export const getAuthorisation: DemoOperation = {
  name: { ES: 'Estado de una preautorización', EN: 'State of a pre-authorisation' },
  idempotent: true,
  inputs: [required('number', ['PRE-… El último dígito dice en qué va: 1 recibida, 2 en revisión, 3 falta un documento, 4 aprobada, 5 rechazada. Con PRE-503 el sistema está caído y con PRE-504 tarda demasiado.', 'PRE-… The last digit says how far it is: 1 received, 2 in review, 3 a document is missing, 4 approved, 5 declined. PRE-503 finds the system down, PRE-504 too slow.'])],
  sample: { number: 'PRE-123454', state: 'APPROVED', authorisation: 'AUT-12345', validUntil: '2026-12-30', answerBy: '2026-12-03' },
  answer(input, now) {
    const number = requiredNumber(input, 'number')
    const state = stateOf(number, AUTHORISATION_STATES)
    const approved = state === 'APPROVED'
    return {
      number: `PRE-${number}`, state, answerBy: dayFrom(now, 1),
      authorisation: approved ? `AUT-${number.slice(0, -1)}` : null, validUntil: approved ? dayFrom(now, 20 + spread(number, 10)) : null,
    }
  },
}

export const addDocument: DemoOperation = {
  name: { ES: 'Agregar un documento', EN: 'Add a document' },
  idempotent: true,
  inputs: [required('number', ['Número de aquello a lo que pertenece el documento.', 'Number of what the document belongs to.']), required('document', ['La foto o el archivo.', 'The photo or file.'], 'OBJECT')],
  sample: { number: 'PRE-123453', received: true },
  answer(input) {
    requiredNumber(input, 'number')
    return { number: requiredText(input, 'number'), received: true }
  },
}
