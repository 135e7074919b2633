import type { Json, LocalText } from '@botpro/graphql/flows'
import type { DemoOperation } from '../demo-system.ts'
import { type DemoInput, dayFrom, documentInput, inWords, language, newNumber, optional, pesos, required, requiredDocument, requiredNumber, requiredText, spread, stateOf } from '../sample-data.ts'
import { numberFor, serviceOf } from './services.ts'

export const requestService: DemoOperation = {
  name: { ES: 'Solicitar un servicio', EN: 'Request a service' },
  idempotent: false,
  inputs: [
    documentInput, required('service', ['Clave del servicio.', 'Key of the service.']), required('name', ['Nombre de quien solicita.', 'Name of the applicant.']), optional('email', ['Adónde se envía el documento.', 'Where the document is sent.']),
    optional('delivery', ['EMAIL u OFFICE.', 'EMAIL or OFFICE.']), optional('details', ['Lo que la institución debe saber.', 'What the institution should know.']), optional('attachment', ['Foto o archivo que pide el servicio.', 'Photo or file that the service asks for.'], 'OBJECT'),
  ],
  sample: { number: 'SOL-482001', fee: { amount: '600.00', currency: 'DOP' }, free: false, readyOn: '2026-12-02' },
  answer(input, now) {
    requiredDocument(input)
    requiredText(input, 'name')
    const service = serviceOf(requiredText(input, 'service'))
    const { fee, days } = service
    return { number: numberFor('SOL', service, JSON.stringify(input)), fee: pesos(fee), free: fee === 0, readyOn: dayFrom(now, days) }
  },
}

const STATES = ['RECEIVED', 'IN_REVIEW', 'DOCUMENT_MISSING', 'READY', 'DELIVERED', 'DECLINED'] as const

const MISSING: LocalText = { ES: 'una foto legible de la cédula por ambos lados', EN: 'a readable photo of both sides of the cédula' }

/** Requests, renewals and complaints are followed by the same number. */
function request(input: DemoInput, now: Date): Json {
  const number = requiredNumber(input, 'number')
  const state = stateOf(number, STATES)
  return {
    number: requiredText(input, 'number').toUpperCase(), state, updatedOn: dayFrom(now, -spread(number, 4)), readyOn: dayFrom(now, 1 + spread(number, 6)),
    missing: state === 'DOCUMENT_MISSING' ? inWords(input, MISSING) : null,
  }
}

export const getRequest: DemoOperation = {
  name: { ES: 'Estado de una solicitud', EN: 'State of a request' },
  idempotent: true,
  inputs: [
    required('number', ['SOL-…, REN-… o QJA-… El último dígito dice en qué va: 1 recibida, 2 en revisión, 3 falta un documento, 4 lista, 5 entregada, 6 rechazada. Con SOL-503 el sistema está caído y con SOL-504 tarda demasiado.', 'SOL-…, REN-… or QJA-… The last digit says how far it is: 1 received, 2 in review, 3 a document is missing, 4 ready, 5 delivered, 6 declined. SOL-503 finds the system down, SOL-504 too slow.']),
    language,
  ],
  sample: { number: 'SOL-123454', state: 'READY', updatedOn: '2026-11-30', readyOn: '2026-12-02', missing: null },
  answer: request,
}

export const addDocument: DemoOperation = {
  name: { ES: 'Agregar un documento', EN: 'Add a document' },
  idempotent: true,
  inputs: [required('number', ['Número de aquello a lo que pertenece el documento.', 'Number of what the document belongs to.']), required('document', ['La foto o el archivo.', 'The photo or file.'], 'OBJECT')],
  sample: { number: 'SOL-123453', received: true },
  answer(input) {
    requiredNumber(input, 'number')
    return { number: requiredText(input, 'number').toUpperCase(), received: true }
  },
}

export const openComplaint: DemoOperation = {
  name: { ES: 'Registrar queja o denuncia', EN: 'File a complaint' },
  idempotent: false,
  inputs: [
    required('kind', ['SERVICE, STREET, CONDUCT o CLAIM.', 'SERVICE, STREET, CONDUCT or CLAIM.']), required('description', ['Qué pasó.', 'What happened.']), required('anonymous', ['Si la persona prefiere no dar su nombre.', 'Whether the person wishes not to be named.'], 'YES_NO'),
    optional('name', ['Quién se queja.', 'Who complains.']), optional('phone', ['Adónde se le devuelve la llamada.', 'Where she is called back.']), optional('place', ['Dónde pasó.', 'Where it happened.'], 'OBJECT'), optional('photo', ['Una foto.', 'A photo of it.'], 'OBJECT'),
  ],
  sample: { number: 'QJA-123451', answerBy: '2026-12-11' },
  answer(input, now) {
    requiredText(input, 'kind')
    requiredText(input, 'description')
    return { number: newNumber('QJA', input), answerBy: dayFrom(now, 15) }
  },
}
