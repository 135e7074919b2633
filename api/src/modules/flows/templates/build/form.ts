import type { Answer, AnswerType, Value, Variable, VariableType } from '@botpro/graphql/flows'
import { ask, buttons, list, option, say, set, type Draft } from './steps.ts'
import { t, type Text } from './text.ts'
import { literal, path, template } from './values.ts'
import { own } from './variables.ts'

export interface Field {
  /** Of the variable. */
  name: string
  /** At most 24 characters: it is a row of the list of what may be corrected. */
  label: Text
  text: Text
  answer: Answer
  help?: Text
  notUnderstood?: Text
  personal?: boolean
  passed?: 'IN' | 'OUT' | 'IN_OUT'
}

interface FormOf {
  fields: Field[]
  /** Above what was answered. */
  title: Text
  /** Where it goes on when everything is answered, before it is shown; from there to `summary`. */
  before?: string
  /** Told between the answers and the question whether all is right. */
  also?: Text
  /** What the button says that sends it. */
  send?: Text
  next: string
}

/**
 * Questions one by one, then all answers to be confirmed, corrected or dropped. What is known already is not asked; correcting
 * forgets one answer and goes through the questions again, so that only that one is asked.
 */
export function form({ fields, title, before, also, send = t('Sí, enviar', 'Yes, send it'), next }: FormOf): Record<string, Draft> {
  const done = before ?? 'summary'
  const asks = fields.map(({ name, label: _label, personal: _personal, passed: _passed, ...asked }, index): [string, Draft] =>
    [`ask_${name}`, ask({ ...asked, saveAs: name, skipIfKnown: true, next: fields[index + 1] ? `ask_${fields[index + 1]!.name}` : done })])
  const forgets = fields.map(({ name, label }): [string, Draft] => [`forget_${name}`, set({ [name]: literal(null) }, `ask_${fields[0]!.name}`, { name: `Corregir: ${label.ES}` })])
  return {
    ...Object.fromEntries(asks),
    summary: buttons({
      text: t(summaryOf('ES', { fields, title, also }), summaryOf('EN', { fields, title, also })),
      options: {
        send: option(send, next, { words: ['sí', 'si', 'yes', 'correcto', 'correct', 'confirmo', 'ok', 'dale'] }),
        correct: option(t('Corregir algo', 'Correct something'), 'what', { words: ['corregir', 'correct it', 'no'] }),
        leave: option(t('Dejarlo así', 'Leave it'), 'left'),
      },
    }),
    what: list({
      text: t('¿Qué dato desea corregir?', 'What would you like to correct?'),
      options: {
        ...Object.fromEntries(fields.map(({ name, label }) => [name, option(label, `forget_${name}`)])),
        none: option(t('Nada, está bien', 'Nothing, it is fine'), 'summary'),
      },
    }),
    ...Object.fromEntries(forgets),
    left: say(t('Está bien, no envié nada. Cuando guste lo retomamos.', 'All right, I have not sent anything. We can take it up again whenever you like.'), 'anything_else'),
  }
}

const QUESTION = { ES: '¿Está todo correcto?', EN: 'Is everything correct?' }

function summaryOf(language: 'ES' | 'EN', { fields, title, also }: Pick<FormOf, 'fields' | 'title' | 'also'>): string {
  const lines = fields.map(({ name, label, answer }) => `• ${label[language]}: ${shownAs(name, answer)[language]}`)
  return [title[language], ...lines, ...(also ? ['', also[language]] : []), '', QUESTION[language]].join('\n')
}

const FILTERS: Partial<Record<AnswerType, string>> = {
  MONEY: 'money', NUMBER: 'number', DATE: 'date: "short"', TIME: 'time', PHONE: 'phone', CEDULA: 'document', RNC: 'document', DOCUMENT: 'document', YES_NO: 'yes_no',
}

/** An answer as people read it. */
export function shownAs(name: string, answer: Answer): Text {
  if (answer.type === 'FILE') return t('recibida', 'received')
  if (answer.type === 'LOCATION') return t('ubicación recibida', 'location received')
  if (answer.type === 'CHOICE') return t(casesOf(name, answer, 'ES'), casesOf(name, answer, 'EN'))
  const filter = FILTERS[answer.type]
  const shown = filter ? `{{ ${name} | ${filter} }}` : `{{ ${name} }}`
  return t(shown, shown)
}

const casesOf = (name: string, { options }: Extract<Answer, { type: 'CHOICE' }>, language: 'ES' | 'EN') =>
  `{% case ${name} %}${options.map(({ id, title }) => `{% when "${id}" %}${title[language]}`).join('')}{% endcase %}`

const TYPES: Partial<Record<AnswerType, VariableType>> = {
  NUMBER: 'NUMBER', MONEY: 'MONEY', DATE: 'DATE', TIME: 'TIME', YES_NO: 'YES_NO', FILE: 'FILE', LOCATION: 'LOCATION',
}

/** The variables of the fields. */
export const variablesOf = (fields: Field[]): Variable[] =>
  fields.map(({ name, answer, personal, passed }) => own(name, TYPES[answer.type] ?? 'TEXT', { ...(personal && { personal }), ...(passed && { passed }) }))

/** The answers as colleagues read them in a request: a choice by its words, not by its id. */
export const valuesOf = (fields: Field[]): Record<string, Value> =>
  Object.fromEntries(fields.map(({ name, answer }) => [name, answer.type === 'CHOICE' ? template(shownAs(name, answer).ES) : path(name)]))
