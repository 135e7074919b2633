import type { Json } from '@botpro/graphql/flows'
import { DemoProblem, type DemoOperation, type DemoSystem } from './demo-system.ts'
import { branchesOperation, samplePlaces } from './places.ts'
import { cents, centsOf, dateIn, digitsOf, failIfAsked, oneOf, pick, textOf } from './sample.ts'

/**
 * A bank's core. Every cédula is a customer of the same name, accounts and loans each time; born in 1985, with an account that
 * ends in the last four digits of the cédula, so that who tries it can answer. Of the seven digits in the middle, …404 is no
 * customer, …503 finds the system out of order, …504 one that takes too long, …000 a customer without loans.
 */
export const sampleCedulas = {
  customer: '001-0000018-1', withoutLoans: '001-0000000-9', unknown: '001-0000404-3', outOfOrder: '001-0000503-2', slow: '001-0000504-0',
}

const FIRST_NAMES = ['Ana', 'Luis', 'Carmen', 'José', 'Rosa', 'Miguel', 'Yolanda', 'Rafael', 'Altagracia', 'Pedro'] as const
const MOVEMENTS = [
  ['Compra en supermercado', -285_000], ['Retiro en cajero automático', -500_000], ['Pago de nómina', 3_250_000],
  ['Pago de electricidad', -342_500], ['Transferencia recibida', 750_000], ['Combustible', -180_000], ['Farmacia', -96_550],
] as const

function cedulaOf(input: Record<string, Json>): string {
  const digits = digitsOf(input.cedula)
  if (digits.length !== 11) throw new DemoProblem('NOT_FOUND', 404, 'There is no customer with this document.')
  failIfAsked(digits.slice(3, 10))
  return digits
}

const customerOf = (cedula: string) => ({
  id: `C-${cedula.slice(4)}`, cedula, firstName: oneOf(FIRST_NAMES, cedula), fullName: `${oneOf(FIRST_NAMES, cedula)} Ejemplo`,
  phone: `+1809555${cedula.slice(7)}`, email: `cliente${cedula.slice(7)}@example.com`, phoneEnding: cedula.slice(7), birthYear: '1985', accountEnding: cedula.slice(7),
})

function accountsOf(cedula: string) {
  const ending = cedula.slice(7)
  const account = (type: string, end: string, balance: number, currency = 'DOP') =>
    ({ id: `${type.toLowerCase()}-${cedula}`, type, ending: end, balance: cents(balance + 150_000, currency), available: cents(balance, currency) })
  return [
    account('SAVINGS', ending, 850_000 + pick(24_000_000, cedula, 'savings')),
    ...(pick(2, cedula, 'checking') ? [account('CHECKING', `${pick(9000, cedula, 'c') + 1000}`, 500_000 + pick(60_000_000, cedula, 'checking'))] : []),
    ...(pick(3, cedula, 'dollars') ? [] : [account('SAVINGS_USD', `${pick(9000, cedula, 'd') + 1000}`, 20_000 + pick(900_000, cedula, 'dollars'), 'USD')]),
  ]
}

function movementsOf(account: string, now: Date) {
  return Array.from({ length: 5 }, (_, at) => {
    const [description, amount] = oneOf(MOVEMENTS, account, String(at))
    return { date: dateIn(-1 - at * 2, now), description, amount: cents(amount), isCredit: amount > 0 }
  })
}

function loansOf(cedula: string, now: Date) {
  if (cedula.slice(3, 10).endsWith('000')) return []
  const loan = (type: string, principal: number) => ({
    number: `P-${cedula.slice(5)}-${type.slice(0, 1)}`, type, balance: cents(principal), due: cents(Math.round(principal / 36)), minimum: cents(Math.round(principal / 72)),
    dueDate: dateIn(3 + pick(20, cedula, type), now),
  })
  const personal = loan('PERSONAL', 12_000_000 + pick(40_000_000, cedula, 'loan'))
  return pick(2, cedula, 'vehicle') ? [personal, loan('VEHICLE', 45_000_000 + pick(60_000_000, cedula, 'car'))] : [personal]
}

/** The usual instalment of so much at a yearly rate. */
function instalment(principal: number, yearly: number, months: number): number {
  const monthly = yearly / 1200
  return Math.round((principal * monthly) / (1 - (1 + monthly) ** -months))
}

/** At most a third of the income goes to instalments. */
function preapproval(income: number, asked: number, months: number) {
  const rate = months <= 24 ? 16.95 : months <= 48 ? 18.5 : 19.95
  const most = Math.floor((income * 0.33) / (instalment(100_000_000, rate, months) / 100_000_000) / 100_000) * 100_000
  const amount = Math.min(asked, most)
  if (amount < 2_000_000) return { approved: false, reduced: false, rate, months, amount: cents(0), instalment: cents(0) }
  return { approved: true, reduced: amount < asked, rate, months, amount: cents(amount), instalment: cents(instalment(amount, rate, months)) }
}

const certificateRate = (amount: number, months: number) =>
  7 + (months >= 12 ? 1.25 : months >= 6 ? 0.75 : 0.25) + (amount >= 100_000_000 ? 0.5 : 0)

const cedulaInput = { name: 'cedula', type: 'TEXT', required: true, description: 'Eleven digits, with or without hyphens.' } as const

const operations: Record<string, DemoOperation> = {
  find_customer: {
    name: { ES: 'Buscar cliente', EN: 'Find a customer' }, idempotent: true, inputs: [cedulaInput],
    sample: customerOf('00100000181'),
    answer: input => customerOf(cedulaOf(input)),
  },
  accounts: {
    name: { ES: 'Cuentas y balances', EN: 'Accounts and balances' }, idempotent: true, inputs: [cedulaInput],
    sample: { accounts: accountsOf('00100000181') },
    answer: input => ({ accounts: accountsOf(cedulaOf(input)) }),
  },
  movements: {
    name: { ES: 'Últimos movimientos', EN: 'Latest movements' }, idempotent: true,
    inputs: [{ name: 'account', type: 'TEXT', required: true, description: 'The `id` of an account.' }],
    sample: { movements: [{ date: '2026-01-15', description: 'Compra en supermercado', amount: cents(-285_000), isCredit: false }] },
    answer: (input, now) => ({ movements: movementsOf(textOf(input.account), now) }),
  },
  branches: branchesOperation(samplePlaces),
  loans: {
    name: { ES: 'Préstamos de un cliente', EN: 'Loans of a customer' }, idempotent: true, inputs: [cedulaInput],
    sample: { loans: [{ number: 'P-000181-P', type: 'PERSONAL', balance: cents(24_000_000), due: cents(666_667), minimum: cents(333_333), dueDate: '2026-01-20' }], count: 1 },
    answer(input, now) {
      const loans = loansOf(cedulaOf(input), now)
      return { loans, count: loans.length }
    },
  },
  record_loan_payment: {
    name: { ES: 'Registrar pago de préstamo', EN: 'Record a loan payment' }, idempotent: false,
    inputs: [
      { name: 'loan', type: 'TEXT', required: true, description: 'The number of the loan.' },
      { name: 'amount', type: 'OBJECT', required: true, description: 'What was paid.' },
    ],
    sample: { receipt: 'R-482107', amount: cents(666_667), date: '2026-01-15' },
    answer(input, now) {
      const amount = cents(centsOf(input.amount))
      return { receipt: `R-${100_000 + pick(900_000, textOf(input.loan), amount.amount)}`, amount, date: dateIn(0, now) }
    },
  },
  preapprove_loan: {
    name: { ES: 'Precalificar préstamo', EN: 'Pre-approve a loan' }, idempotent: true,
    inputs: [
      { ...cedulaInput, required: false },
      { name: 'income', type: 'OBJECT', required: true, description: 'What comes in each month.' },
      { name: 'amount', type: 'OBJECT', required: true, description: 'What is wanted.' },
      { name: 'months', type: 'NUMBER', required: true, description: 'In how many months it is paid back.' },
    ],
    sample: preapproval(6_500_000, 30_000_000, 36),
    answer(input) {
      if (input.cedula) cedulaOf(input)
      return preapproval(centsOf(input.income), centsOf(input.amount), Math.max(1, Math.round(Number(input.months))))
    },
  },
  certificate_rate: {
    name: { ES: 'Tasa de certificado financiero', EN: 'Rate of a certificate of deposit' }, idempotent: true,
    inputs: [
      { name: 'amount', type: 'OBJECT', required: true, description: 'What is deposited.' },
      { name: 'months', type: 'NUMBER', required: true, description: 'For how many months.' },
    ],
    sample: { rate: 8.25, interest: cents(687_500), months: 12 },
    answer(input) {
      const [amount, months] = [centsOf(input.amount), Number(input.months)]
      const rate = certificateRate(amount, months)
      return { rate, months, interest: cents(Math.round((amount * rate * months) / 1200)) }
    },
  },
}

export const financialDemo: DemoSystem = { key: 'core_banking', name: { ES: 'Banco de demostración', EN: 'Demo bank' }, operations }
