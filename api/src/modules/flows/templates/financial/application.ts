import type { Flow, Key, Trigger, Variable } from '@botpro/graphql/flows'
import {
  all, answers, branch, buttons, flow, form, is, option, path, request, say, set, t, valuesOf, variablesOf, type Draft, type Field, type Text,
} from '../build/index.ts'
import type { TemplateRequestType } from '../template.ts'
import { customerVariables } from './identify.flow.ts'

/** Who applies. What the bank knows of an identified customer is not asked again. */
export const applicantFields: Field[] = [
  {
    name: 'applicantName', personal: true, label: t('Nombre completo', 'Full name'), answer: answers.freeText(5, 120),
    text: t('¿Cuál es su nombre completo, como aparece en su cédula?', 'What is your full name, as it appears on your cédula?'),
  },
  {
    name: 'applicantCedula', personal: true, passed: 'IN_OUT', label: t('Cédula', 'Cédula'), answer: answers.cedula,
    text: t('¿Me indica su cédula, por favor?', 'Could you give me your cédula (national ID number), please?'),
    notUnderstood: t('Ese número no parece una cédula. Son once dígitos, por ejemplo 001-0000000-9.', 'That does not look like a cédula. It has eleven digits, for example 001-0000000-9.'),
  },
  {
    name: 'applicantPhone', personal: true, label: t('Teléfono', 'Phone'), answer: answers.phone,
    text: t('¿A qué número de teléfono le podemos llamar?', 'At what phone number can we call you?'),
  },
]

export const emailField: Field = {
  name: 'applicantEmail', personal: true, label: t('Correo electrónico', 'E-mail'), answer: answers.email,
  text: t('¿Y su correo electrónico?', 'And your e-mail address?'),
}

export const incomeFields: Field[] = [
  {
    name: 'employment', label: t('A qué se dedica', 'Occupation'),
    text: t('¿A qué se dedica?', 'What do you do?'),
    answer: answers.choice('LIST', {
      employee: t('Empleo privado', 'Private employee'), public: t('Empleo público', 'Public employee'), own: t('Negocio propio', 'Own business'),
      independent: t('Por cuenta propia', 'Self-employed'), retired: t('Pensión o jubilación', 'Retired'), other: t('Otra ocupación', 'Other'),
    }),
  },
  {
    name: 'income', personal: true, label: t('Ingreso mensual', 'Monthly income'), answer: answers.money('1', '50000000'), passed: 'IN_OUT',
    text: t('¿Cuál es su ingreso mensual, en pesos?', 'What is your monthly income, in pesos?'),
    help: t('Sume lo que recibe en un mes: salario, negocio, pensión, remesas o alquileres.', 'Add up what you receive in a month: salary, business, pension, remittances or rents.'),
  },
]

/** Only an identified customer's data, and never over what was typed. */
const known = all(is('identified', 'IS_TRUE'), is('customer', 'IS_SET'), is('applicantCedula', 'IS_NOT_SET'))

const consentSteps: Record<string, Draft> = {
  consent: buttons({
    text: t(
      'Para evaluar su solicitud necesitamos consultar su historial de crédito. ¿Nos autoriza?',
      'To assess your application we need to check your credit history. Do you authorise us?',
    ),
    options: {
      yes: option(t('Sí, autorizo', 'Yes, I do'), 'who', { words: ['sí', 'si', 'yes', 'autorizo'] }),
      no: option(t('No autorizo', 'No, I do not'), 'no_consent', { words: ['no'] }),
    },
  }),
  no_consent: buttons({
    text: t('Lo entiendo. Sin esa autorización no puedo tramitarla por aquí, pero una persona de nuestro equipo le puede orientar.', 'I understand. Without it I cannot process the application here, but someone on our team can advise you.'),
    options: {
      person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
      change: option(t('Sí autorizo', 'I do authorise'), 'who'),
      leave: option(t('Dejarlo así', 'Leave it'), 'anything_else'),
    },
  }),
}

interface ApplicationOf {
  /** Of the product, within a sentence. */
  product: Text
  name: string
  intro: Text
  triggers?: Trigger[]
  /** Asked after who applies. */
  fields: Field[]
  withoutEmail?: boolean
  asksConsent?: boolean
  /** Found out on the way, and noted with the answers. */
  variables?: (Variable & { label: Text })[]
  /** Done between the questions and the summary; the last of them leads to `summary`. */
  before?: Record<string, Draft>
  also?: Text
  /** What happens next. */
  then: Text
}

/** Asks for a product of the bank: who, what, all correct?, and a request with its number. */
export function application(key: Key, of: ApplicationOf): { flow: Flow; requestType: TemplateRequestType } {
  const fields = [...applicantFields, ...(of.withoutEmail ? [] : [emailField]), ...of.fields]
  const noted = [...fields, ...(of.variables ?? [])].map(({ name, label }) => ({ name, label }))
  return { flow: applicationFlow(key, fields, of), requestType: { key, name: capital(of.product), fields: noted } }
}

function applicationFlow(key: Key, fields: Field[], { product, name, intro, triggers = [], withoutEmail = false, asksConsent = false, variables = [], before, also, then }: ApplicationOf): Flow {
  const [firstBefore] = Object.keys(before ?? {})
  return flow(key, {
    name, triggers,
    variables: [...customerVariables, ...variablesOf(fields), ...variables.map(({ label: _label, ...variable }) => variable), { name: 'requestNumber', type: 'TEXT', scope: 'FLOW' }],
    summary: t(
      `Solicitud de ${product.ES}.{% if applicantName %} {{ applicantName }}.{% endif %}{% if applicantCedula %} Cédula: {{ applicantCedula | document }}.{% endif %}{% if applicantPhone %} Tel.: {{ applicantPhone | phone }}.{% endif %}`,
      `Application for ${product.EN}.{% if applicantName %} {{ applicantName }}.{% endif %}{% if applicantCedula %} Cédula: {{ applicantCedula | document }}.{% endif %}{% if applicantPhone %} Phone: {{ applicantPhone | phone }}.{% endif %}`,
    ),
    steps: {
      intro: say(intro, asksConsent ? 'consent' : 'who'),
      ...(asksConsent ? consentSteps : {}),
      who: branch({ known: { when: known, to: 'fill_in' } }, `ask_${fields[0]!.name}`, { name: '¿Ya se identificó?' }),
      fill_in: set({
        applicantName: path('customer.fullName'), applicantCedula: path('customer.cedula'), applicantPhone: path('customer.phone'),
        ...(withoutEmail ? {} : { applicantEmail: path('customer.email') }),
      }, `ask_${fields[0]!.name}`, { name: 'Usar los datos del cliente' }),
      ...form({
        fields, title: t(`Su solicitud de ${product.ES}:`, `Your application for ${product.EN}:`), next: 'register',
        ...(firstBefore && { before: firstBefore }), ...(also && { also }),
      }),
      ...before,
      register: request(key, {
        title: t(`Solicitud de ${product.ES}: {{ applicantName }}`, `Application for ${product.EN}: {{ applicantName }}`),
        fields: { ...valuesOf(fields), ...Object.fromEntries(variables.map(({ name }) => [name, path(name)])) },
        saveAs: 'requestNumber', next: 'registered',
      }),
      registered: say(t(
        `¡Listo! Registré su solicitud de ${product.ES} con el número {{ requestNumber }}. ${then.ES} Con ese número puede preguntarme cómo va cuando guste.`,
        `Done! I registered your application for ${product.EN} under number {{ requestNumber }}. ${then.EN} With that number you can ask me how it is going whenever you like.`,
      ), 'anything_else'),
    },
  })
}

/** “an account” is called “Account” where it stands alone. */
const capital = ({ ES, EN }: Text): Text => {
  const bare = EN.replace(/^an? /, '')
  return t(ES.charAt(0).toUpperCase() + ES.slice(1), bare.charAt(0).toUpperCase() + bare.slice(1))
}
