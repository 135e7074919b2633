import type { LocalText } from '@botpro/graphql/flows'
import type { DemoOperation } from '../demo-system.ts'
import { type DemoInput, dayFrom, inWords, language, required, requiredNumber, requiredText, spread, unknown } from '../sample-data.ts'
import { centsAs } from '../sample-money.ts'

const FIRST_NAMES = ['Ana', 'Luis', 'Carmen', 'José', 'Rosa', 'Miguel', 'Yolanda', 'Rafael', 'Altagracia', 'Pedro'] as const

export const cedulaInput = required('cedula', ['Once dígitos. Con 001-0000503-2 el sistema está caído, con 001-0000504-0 tarda demasiado y con 001-0000404-3 no hay nadie.', 'Eleven digits. 001-0000503-2 finds the system down, 001-0000504-0 too slow, 001-0000404-3 nobody.'])

export function cedulaOf(input: DemoInput): string {
  const digits = requiredNumber(input, 'cedula')
  if (digits.length !== 11) throw unknown('customer')
  return digits
}

const endingOf = (cedula: string) => cedula.slice(7)

function customer(cedula: string) {
  const firstName = FIRST_NAMES[spread(cedula, FIRST_NAMES.length)]!
  const ending = endingOf(cedula)
  return {
    cedula, firstName, fullName: `${firstName} Ejemplo`, phone: `+1809555${ending}`, phoneEnding: ending, email: `cliente${ending}@example.com`,
    birthYear: '1985', accountEnding: ending,
  }
}

export const findCustomer: DemoOperation = {
  name: { ES: 'Buscar cliente', EN: 'Find a customer' },
  idempotent: true,
  inputs: [cedulaInput],
  sample: customer('00100000181'),
  answer: input => customer(cedulaOf(input)),
}

function accountsOf(cedula: string) {
  const account = (type: string, ending: string, cents: number, currency = 'DOP') =>
    ({ key: `${type}-${cedula}`, type, ending, balance: centsAs(cents + 150_000, currency), available: centsAs(cents, currency) })
  const digits = (of: string) => String(1000 + spread(`${of} ${cedula}`, 9000))
  return [
    account('SAVINGS', endingOf(cedula), 850_000 + spread(`savings ${cedula}`, 24_000_000)),
    ...(spread(`checking ${cedula}`, 2) ? [account('CHECKING', digits('checking'), 500_000 + spread(`balance ${cedula}`, 60_000_000))] : []),
    ...(spread(`dollars ${cedula}`, 3) ? [] : [account('SAVINGS_USD', digits('dollars'), 20_000 + spread(`usd ${cedula}`, 900_000), 'USD')]),
  ]
}

export const listAccounts: DemoOperation = {
  name: { ES: 'Cuentas y balances', EN: 'Accounts and balances' },
  idempotent: true,
  inputs: [cedulaInput],
  sample: { accounts: accountsOf('00100000181') },
  answer: input => ({ accounts: accountsOf(cedulaOf(input)) }),
}

const MOVEMENTS: { words: LocalText; cents: number }[] = [
  { words: { ES: 'Compra en supermercado', EN: 'Groceries' }, cents: -285_000 },
  { words: { ES: 'Retiro en cajero', EN: 'Cash withdrawal' }, cents: -500_000 },
  { words: { ES: 'Depósito de nómina', EN: 'Salary' }, cents: 3_250_000 },
  { words: { ES: 'Pago de luz', EN: 'Electricity bill' }, cents: -342_500 },
  { words: { ES: 'Transferencia recibida', EN: 'Transfer received' }, cents: 750_000 },
  { words: { ES: 'Combustible', EN: 'Fuel' }, cents: -180_000 },
  { words: { ES: 'Farmacia', EN: 'Pharmacy' }, cents: -96_550 },
]
const SHOWN = 5

function movementsOf(input: DemoInput, now: Date) {
  const first = spread(requiredText(input, 'account'), MOVEMENTS.length)
  return Array.from({ length: SHOWN }, (_, at) => {
    const { words, cents } = MOVEMENTS[(first + at) % MOVEMENTS.length]!
    return { date: dayFrom(now, -1 - at * 2), description: inWords(input, words), amount: centsAs(cents) }
  })
}

export const listMovements: DemoOperation = {
  name: { ES: 'Últimos movimientos', EN: 'Latest transactions' },
  idempotent: true,
  inputs: [required('account', ['La `key` de una cuenta.', 'The `key` of an account.']), language],
  sample: { movements: [{ date: '2026-11-17', description: 'Compra en supermercado', amount: centsAs(-285_000) }] },
  answer: (input, now) => ({ movements: movementsOf(input, now) }),
}
