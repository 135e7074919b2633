import type { Json, LocalText } from '@botpro/graphql/flows'
import type { DemoOperation } from '../demo-system.ts'
import { type DemoInput, dayFrom, documentInput, inWords, language, pesos, required, requiredDocument, requiredNumber, requiredText, spread, unknown } from '../sample-data.ts'
import { serviceByNumber } from './services.ts'

const DUES: { prefix: string; name: LocalText; least: number }[] = [
  { prefix: 'IMP', name: { ES: 'Impuesto inmobiliario', EN: 'Property tax' }, least: 4200 },
  { prefix: 'ARB', name: { ES: 'Recogida de basura', EN: 'Waste collection' }, least: 350 },
  { prefix: 'MUL', name: { ES: 'Multa de tránsito', EN: 'Traffic fine' }, least: 1000 },
]

type Due = (typeof DUES)[number]

const due = (input: DemoInput, now: Date, { name, least }: Due, number: string) =>
  ({ number, description: inWords(input, name), amount: pesos(least + spread(number, 40) * 25), dueOn: dayFrom(now, spread(number, 30) - 3) })

const duesOf = (input: DemoInput, now: Date, document: string, count: number): Json[] =>
  DUES.slice(0, count).map(one => due(input, now, one, `${one.prefix}-${10000 + spread(document + one.prefix, 90000)}2`))

/** A document whose last digit is 9 owes nothing; others owe one to three amounts. */
export const findDues: DemoOperation = {
  name: { ES: 'Tasas e impuestos pendientes', EN: 'Fees and taxes due' },
  idempotent: true,
  inputs: [documentInput, language],
  sample: { dues: [{ number: 'IMP-45210', description: 'Impuesto inmobiliario', amount: { amount: '4450.00', currency: 'DOP' }, dueOn: '2026-12-10' }] },
  answer(input, now) {
    const document = requiredDocument(input)
    const last = Number(document.at(-1))
    return { dues: duesOf(input, now, document, last === 9 ? 0 : 1 + last % 3) }
  },
}

const FEE: LocalText = { ES: 'Tasa de su solicitud', EN: 'Fee of your request' }

/** Of a request or renewal, the fee of its service; of a notice, what it says. */
export const getDue: DemoOperation = {
  name: { ES: 'Monto por número', EN: 'Amount due by number' },
  idempotent: true,
  inputs: [required('number', ['SOL-… o REN-… de una solicitud; IMP-…, ARB-… o MUL-… de un aviso. Si termina en 9 ya está pagado, en 0 no se conoce. Con SOL-503 el sistema está caído y con SOL-504 tarda demasiado.', 'SOL-… or REN-… of a request, IMP-…, ARB-… or MUL-… of a notice. 9 at the end is paid already, 0 is unknown. SOL-503 finds the system down, SOL-504 too slow.']), language],
  sample: { number: 'SOL-482001', description: 'Tasa de su solicitud', amount: { amount: '600.00', currency: 'DOP' }, dueOn: '2026-12-10', paid: false },
  answer(input, now) {
    const digits = requiredNumber(input, 'number')
    const prefix = requiredText(input, 'number').slice(0, 3).toUpperCase()
    if (digits.length < 4 || digits.endsWith('0')) throw unknown('number')
    const number = `${prefix}-${digits}`
    const notice = DUES.find(one => one.prefix === prefix)
    if (notice) return { ...due(input, now, notice, number), paid: digits.endsWith('9') }
    const service = prefix === 'SOL' || prefix === 'REN' ? serviceByNumber(digits) : undefined
    if (!service) throw unknown('number')
    return { number, description: inWords(input, FEE), amount: pesos(service.fee), dueOn: dayFrom(now, 15), paid: digits.endsWith('9') || service.fee === 0 }
  },
}

export const postPayment: DemoOperation = {
  name: { ES: 'Registrar un pago', EN: 'Record a payment' },
  idempotent: true,
  inputs: [required('number', ['Lo que se pagó: número de la deuda, de la solicitud o de la renovación.', 'What was paid: number of the amount due, of the request or of the renewal.']), required('reference', ['Referencia del pago; la misma se registra una sola vez.', 'Reference of the payment; the same one is recorded once.'])],
  sample: { receipt: 'RCB-778102' },
  answer(input) {
    requiredNumber(input, 'number')
    return { receipt: `RCB-${100000 + spread(requiredText(input, 'number') + requiredText(input, 'reference'), 900000)}` }
  },
}
