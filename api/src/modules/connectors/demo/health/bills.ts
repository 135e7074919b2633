import type { Json, LocalText } from '@botpro/graphql/flows'
import type { DemoOperation } from '../demo-system.ts'
import { type DemoInput, dayFrom, documentInput, inWords, language, pesos, required, requiredDocument, requiredNumber, requiredText, spread, unknown } from '../sample-data.ts'

const WORDS: Record<string, LocalText> = {
  VISIT: { ES: 'Consulta médica', EN: 'Medical visit' },
  POLICY: { ES: 'Cuota mensual del plan', EN: 'Monthly plan fee' },
}

function bill(input: DemoInput, now: Date, kind: string, document: string): Json {
  const number = `${kind === 'VISIT' ? 'CON' : 'POL'}-${10000 + spread(kind + document, 90000)}2`
  return {
    number, kind, description: inWords(input, WORDS[kind] ?? {}), amount: pesos(kind === 'VISIT' ? 800 + spread(number, 8) * 100 : 1450 + spread(number, 30) * 50),
    dueOn: dayFrom(now, 1 + spread(number, 15)),
  }
}

/** A document whose last digit is 9 owes nothing; one whose last digit is odd owes for a visit too. */
function due(input: DemoInput, now: Date): Json {
  const document = requiredDocument(input)
  const last = Number(document.at(-1))
  const kinds = last === 9 ? [] : last % 2 ? ['VISIT', 'POLICY'] : ['POLICY']
  return { bills: kinds.map(kind => bill(input, now, kind, document)) }
}

export const findBills: DemoOperation = {
  name: { ES: 'Pagos pendientes', EN: 'Amounts due' },
  idempotent: true,
  inputs: [documentInput, language],
  sample: { bills: [{ number: 'POL-45210', kind: 'POLICY', description: 'Cuota mensual del plan', amount: { amount: '2650.00', currency: 'DOP' }, dueOn: '2026-12-05' }] },
  answer: due,
}

/** On the slip that one gets at the front desk. The last digit says how it stands: 9 is paid. */
export const getBill: DemoOperation = {
  name: { ES: 'Factura de una consulta', EN: 'Bill of a visit' },
  idempotent: true,
  inputs: [required('number', ['CON-… como en el volante; si termina en 9 ya está pagada, en 0 no se conoce. Con CON-503 el sistema está caído y con CON-504 tarda demasiado.', 'CON-… as on the slip; 9 at the end is paid already, 0 is unknown. CON-503 finds the system down, CON-504 too slow.']), language],
  sample: { number: 'CON-45212', description: 'Consulta médica', amount: { amount: '1200.00', currency: 'DOP' }, dueOn: '2026-12-05', paid: false },
  answer(input, now) {
    const digits = requiredNumber(input, 'number')
    if (digits.length < 4 || digits.endsWith('0')) throw unknown('bill')
    return { number: `CON-${digits}`, description: inWords(input, WORDS.VISIT!), amount: pesos(800 + spread(digits, 8) * 100), dueOn: dayFrom(now, 1 + spread(digits, 15)), paid: digits.endsWith('9') }
  },
}

export const postPayment: DemoOperation = {
  name: { ES: 'Registrar un pago', EN: 'Record a payment' },
  idempotent: true,
  inputs: [required('number', ['Número de la factura.', 'Number of the bill.']), required('reference', ['Referencia del pago; la misma se registra una sola vez.', 'Reference of the payment; the same one is recorded once.'])],
  sample: { receipt: 'RCB-778102' },
  answer(input) {
    requiredNumber(input, 'number')
    return { receipt: `RCB-${100000 + spread(requiredText(input, 'number') + requiredText(input, 'reference'), 900000)}` }
  },
}
