import { emailOf, type Company } from './company.ts'
import { bank } from './companies/bank.ts'
import { clinic } from './companies/clinic.ts'
import { office } from './companies/office.ts'
import { store } from './companies/store.ts'

/** For everybody in the demo, and for nothing else. */
export const DEMO_PASSWORD = 'demo-botpro-2026'

export const companies: readonly Company[] = [bank, store, clinic, office]

export const demoOperator = { name: 'Equipo BotPro', email: 'operador@botpro.example.com' }

export const demoReseller = {
  company: 'Mareas Digitales', name: 'Ivelisse Rondón', email: 'ivelisse@mareas.example.com',
}

const SHOWN = ['ADMIN', 'SUPERVISOR', 'AGENT'] as const

/** Whom a company's demo offers to be: one person of each kind that does daily work. */
export const signInsOf = (company: Company): { role: (typeof SHOWN)[number]; name: string; email: string }[] =>
  SHOWN.map(role => {
    const person = company.people.find(colleague => colleague.role === role)!
    return { role, name: person.name, email: emailOf(company, person) }
  })
