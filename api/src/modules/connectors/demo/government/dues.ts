import type { Json, LocalText } from '@botpro/graphql/flows'
import type { DemoOperation } from '../demo-system.ts'
import { type DemoInput, dayFrom, documentInput, inWords, language, pesos, required, requiredDocument, requiredNumber, requiredText, spread } from '../sample-data.ts'

const DUES: { prefix: string; name: LocalText; least: number }[] = [
  { prefix: 'IMP', name: { ES: 'Impuesto inmobiliario', EN: 'Property tax' }, least: 4200 },
  { prefix: 'ARB', name: { ES: 'Recogida de basura', EN: 'Waste collection' }, least: 350 },
  { prefix: 'MUL', name: { ES: 'Multa de tránsito', EN: 'Traffic fine' }, least: 1000 },
]

function due(input: DemoInput, now: Date, document: string, at: number): Json {
  const { prefix, name, least } = DUES[at]!
  const number = `${prefix}-${10000 + spread(document + prefix, 90000)}2`
  return { number, description: inWords(input, name), amount: pesos(least + spread(number, 40) * 25), dueOn: dayFrom(now, spread(number, 30) - 3) }
}

/** A document whose last digit is 9 owes nothing; others one to three amounts. */
export const findDues: DemoOperation = {
  name: { ES: 'Tasas e impuestos pendientes', EN: 'Fees and taxes due' },
  idempotent: true,
  inputs: [documentInput, language],
  sample: { dues: [{ number: 'IMP-45210', description: 'Impuesto inmobiliario', amount: { amount: '4450.00', currency: 'DOP' }, dueOn: '2026-12-10' }], lastFour: '0001' },
  answer(input, now) {
    const document = requiredDocument(input)
    const last = Number(document.at(-1))
    return { dues: last === 9 ? [] : DUES.slice(0, 1 + last % 3).map((_, at) => due(input, now, document, at)), lastFour: document.slice(-5, -1) }
  },
}

export const postPayment: DemoOperation = {
  name: { ES: 'Registrar un pago', EN: 'Record a payment' },
  idempotent: true,
  inputs: [required('number', 'What was paid: number of the amount due, of the request or of the renewal.'), required('reference', 'Reference of the payment; the same one is recorded once.')],
  sample: { receipt: 'RCB-778102' },
  answer(input) {
    requiredNumber(input, 'number')
    return { receipt: `RCB-${100000 + spread(requiredText(input, 'number') + requiredText(input, 'reference'), 900000)}` }
  },
}
