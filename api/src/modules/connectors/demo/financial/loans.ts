import type { DemoOperation } from '../demo-system.ts'
import { dayFrom, optional, required, requiredText, spread } from '../sample-data.ts'
import { centsAs, centsOf, wholeOf } from '../sample-money.ts'
import { cedulaInput, cedulaOf } from './customers.ts'

/** A cédula whose seven middle digits end in two zeros is of somebody without loans. */
function loansOf(cedula: string, now: Date) {
  if (cedula.slice(8, 10) === '00') return []
  const loan = (type: string, cents: number) => ({
    number: `PR-${cedula.slice(5, 10)}${type === 'VEHICLE' ? 2 : 1}`, type, balance: centsAs(cents),
    due: centsAs(Math.round(cents / 36)), minimum: centsAs(Math.round(cents / 72)), dueDate: dayFrom(now, 3 + spread(type + cedula, 20)),
  })
  const personal = loan('PERSONAL', 12_000_000 + spread(`loan ${cedula}`, 40_000_000))
  return spread(`vehicle ${cedula}`, 2) ? [personal, loan('VEHICLE', 45_000_000 + spread(`car ${cedula}`, 60_000_000))] : [personal]
}

export const listLoans: DemoOperation = {
  name: { ES: 'Préstamos de un cliente', EN: 'Loans of a customer' },
  idempotent: true,
  inputs: [{ ...cedulaInput, description: { ES: `${cedulaInput.description.ES} Antes del dígito verificador, …00 no tiene préstamos.`, EN: `${cedulaInput.description.EN} Before the check digit, …00 has no loans.` } }],
  sample: { loans: loansOf('00100000181', new Date('2026-11-18T14:00:00Z')), count: 2 },
  answer(input, now) {
    const loans = loansOf(cedulaOf(input), now)
    return { loans, count: loans.length }
  },
}

export const postLoanPayment: DemoOperation = {
  name: { ES: 'Registrar pago de préstamo', EN: 'Post a loan payment' },
  idempotent: true,
  inputs: [
    required('loan', ['Número del préstamo.', 'Number of the loan.']), required('amount', ['Lo que se pagó.', 'What was paid.'], 'OBJECT'),
    required('reference', ['La del pago; la misma nunca se registra dos veces.', 'Of the payment; the same one is never posted twice.']),
  ],
  sample: { receipt: 'RC-482107', amount: centsAs(666_667), date: '2026-11-18' },
  answer(input, now) {
    const reference = `${requiredText(input, 'loan')} ${requiredText(input, 'reference')}`
    return { receipt: `RC-${100_000 + spread(reference, 900_000)}`, amount: centsAs(centsOf(input, 'amount')), date: dayFrom(now, 0) }
  },
}

/** The usual instalment of so much at a yearly rate. */
function instalment(cents: number, yearly: number, months: number): number {
  const monthly = yearly / 1200
  return Math.round((cents * monthly) / (1 - (1 + monthly) ** -months))
}

const SHARE_OF_INCOME = 0.33
const LEAST = 2_000_000
const yearlyRate = (months: number) => (months <= 24 ? 16.95 : months <= 48 ? 18.5 : 19.95)

function preapproval(income: number, asked: number, months: number) {
  const rate = yearlyRate(months)
  const most = Math.floor((income * SHARE_OF_INCOME) / (instalment(1_000_000_000, rate, months) / 1_000_000_000) / 100_000) * 100_000
  const cents = Math.min(asked, most)
  if (cents < LEAST) return { approved: false, reduced: false, rate, months, amount: centsAs(0), instalment: centsAs(0) }
  return { approved: true, reduced: cents < asked, rate, months, amount: centsAs(cents), instalment: centsAs(instalment(cents, rate, months)) }
}

export const preapproveLoan: DemoOperation = {
  name: { ES: 'Precalificar préstamo', EN: 'Pre-approve a loan' },
  idempotent: true,
  inputs: [
    cedulaInput, required('income', ['Lo que entra cada mes. A lo sumo una tercera parte va a cuotas.', 'What comes in each month. At most a third of it goes to instalments.'], 'OBJECT'),
    required('amount', ['Lo que se quiere.', 'What is wanted.'], 'OBJECT'), required('months', ['En cuántos meses se paga, de 6 a 84.', 'In how many months it is paid back, from 6 to 84.'], 'NUMBER'),
  ],
  sample: preapproval(6_500_000, 30_000_000, 36),
  answer(input) {
    cedulaOf(input)
    return preapproval(centsOf(input, 'income'), centsOf(input, 'amount'), wholeOf(input, 'months', 6, 84))
  },
}

const certificateRate = (cents: number, months: number) => 7 + (months >= 12 ? 1.25 : months >= 6 ? 0.75 : 0.25) + (cents >= 100_000_000 ? 0.5 : 0)

export const certificateTerms: DemoOperation = {
  name: { ES: 'Tasa de certificado financiero', EN: 'Rate of a certificate of deposit' },
  idempotent: true,
  inputs: [optional('currency', ['DOP o USD.', 'DOP or USD.']), required('amount', ['Lo que se deposita.', 'What is deposited.'], 'OBJECT'), required('months', ['Por cuántos meses, de 1 a 60.', 'For how many months, from 1 to 60.'], 'NUMBER')],
  sample: { rate: 8.25, months: 12, interest: centsAs(825_000) },
  answer(input) {
    const [cents, months] = [centsOf(input, 'amount'), wholeOf(input, 'months', 1, 60)]
    const rate = certificateRate(cents, months)
    return { rate, months, interest: centsAs(Math.round((cents * rate * months) / 1200)) }
  },
}
