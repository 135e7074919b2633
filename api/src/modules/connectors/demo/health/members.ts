import type { Json, LocalText } from '@botpro/graphql/flows'
import { type DemoOperation, DemoProblem } from '../demo-system.ts'
import { type DemoInput, dayFrom, documentInput, inWords, language, newNumber, optional, pesos, required, requiredDocument, requiredNumber, requiredText, spread, stateOf } from '../sample-data.ts'

interface Plan { key: string; name: LocalText; summary: LocalText; monthly: number; perDependant: number }

const PLANS: Plan[] = [
  { key: 'basic', name: { ES: 'Plan Esencial', EN: 'Essential Plan' }, summary: { ES: 'Consultas, emergencias y análisis', EN: 'Visits, emergencies and lab tests' }, monthly: 1450, perDependant: 950 },
  { key: 'family', name: { ES: 'Plan Familiar', EN: 'Family Plan' }, summary: { ES: 'Esencial más maternidad y odontología', EN: 'Essential plus maternity and dental' }, monthly: 2650, perDependant: 1250 },
  { key: 'plus', name: { ES: 'Plan Plus', EN: 'Plus Plan' }, summary: { ES: 'Familiar más cobertura en el extranjero', EN: 'Family plus cover abroad' }, monthly: 4900, perDependant: 2100 },
]

const planOf = (key: string) => {
  const plan = PLANS.find(one => one.key === key)
  if (!plan) throw new DemoProblem('INVALID_INPUT', 400, 'The sample system has no such plan.')
  return plan
}

const told = (input: DemoInput) => ({ key, name, summary, monthly, perDependant }: Plan): Json =>
  ({ key, name: inWords(input, name), summary: inWords(input, summary), monthly: pesos(monthly), perDependant: pesos(perDependant) })

export const listPlans: DemoOperation = {
  name: { ES: 'Planes', EN: 'Plans' },
  idempotent: true,
  inputs: [language],
  sample: { plans: [told({})(PLANS[0]!)] },
  answer: input => ({ plans: PLANS.map(told(input)) }),
}

/** A document whose last digit is 6 belongs to somebody whose cover is suspended; the last four of a member number repeat digits of the document. */
function member(input: DemoInput, now: Date): Json {
  const document = requiredDocument(input)
  const plan = PLANS[spread(document, PLANS.length)]!
  const lastFour = document.slice(-5, -1)
  return {
    memberNumber: `900${lastFour}`, lastFour, plan: plan.key, planName: inWords(input, plan.name), active: !document.endsWith('6'),
    dependants: spread(`d${document}`, 4), validUntil: dayFrom(now, 30 + spread(`v${document}`, 300)),
  }
}

export const findMember: DemoOperation = {
  name: { ES: 'Buscar afiliado', EN: 'Find a member' },
  idempotent: true,
  inputs: [documentInput, language],
  sample: { memberNumber: '9000001', lastFour: '0001', plan: 'family', planName: 'Plan Familiar', active: true, dependants: 2, validUntil: '2027-03-31' },
  answer: member,
}

export const requestAffiliation: DemoOperation = {
  name: { ES: 'Solicitar afiliación', EN: 'Apply for membership' },
  idempotent: false,
  inputs: [
    documentInput, required('plan', ['Clave del plan: basic, family o plus.', 'Key of the plan: basic, family or plus.']), required('name', ['Nombre de quien solicita.', 'Name of the applicant.']), optional('email', ['Adónde se envía el contrato.', 'Where the contract is sent.']),
    optional('dependants', ['Cuántos dependientes.', 'How many dependants.'], 'NUMBER'), optional('dependantNames', ['Sus nombres, parentescos y fechas de nacimiento.', 'Their names, relations and dates of birth.']), optional('documentPhoto', ['Foto del documento.', 'Photo of the document.'], 'OBJECT'), optional('dependantsPhoto', ['Actas de nacimiento o de matrimonio.', 'Birth or marriage certificates.'], 'OBJECT'),
  ],
  sample: { number: 'AFI-123451', monthly: { amount: '3900.00', currency: 'DOP' }, answerBy: '2026-12-04' },
  answer(input, now) {
    requiredDocument(input)
    requiredText(input, 'name')
    const { monthly, perDependant } = planOf(requiredText(input, 'plan'))
    return { number: newNumber('AFI', input), monthly: pesos(monthly + perDependant * Number(input.dependants ?? 0)), answerBy: dayFrom(now, 3) }
  },
}

const AFFILIATION_STATES = ['RECEIVED', 'IN_REVIEW', 'DOCUMENT_MISSING', 'APPROVED', 'DECLINED'] as const

export const getAffiliation: DemoOperation = {
  name: { ES: 'Estado de una afiliación', EN: 'State of an application' },
  idempotent: true,
  inputs: [required('number', ['AFI-… El último dígito dice en qué va: 1 recibida, 2 en revisión, 3 falta un documento, 4 aprobada, 5 rechazada. Con AFI-503 el sistema está caído y con AFI-504 tarda demasiado.', 'AFI-… The last digit says how far it is: 1 received, 2 in review, 3 a document is missing, 4 approved, 5 declined. AFI-503 finds the system down, AFI-504 too slow.'])],
  sample: { number: 'AFI-123452', state: 'IN_REVIEW', updatedOn: '2026-12-01' },
  answer(input, now) {
    const number = requiredNumber(input, 'number')
    return { number: `AFI-${number}`, state: stateOf(number, AFFILIATION_STATES), updatedOn: dayFrom(now, -spread(number, 3)) }
  },
}
