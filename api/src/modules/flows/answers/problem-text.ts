import type { Answer, AnswerType, Language } from '@botpro/graphql/flows'
import { moneyText } from '../text/filters/money.ts'
import type { Refusal } from './taking.ts'

type Words = { ES: string; EN: string }

/** What is asked for, with an example: said where nothing of the kind was found. */
const WANTED: Record<AnswerType, Words> = {
  TEXT: { ES: 'Por favor, escriba su respuesta.', EN: 'Please type your answer.' },
  NUMBER: { ES: 'Por favor, escriba solo un número, por ejemplo 3 o 1,500.', EN: 'Please type just a number, for example 3 or 1,500.' },
  MONEY: { ES: 'Por favor, escriba solo el monto, por ejemplo 1,500 o 2,350.50.', EN: 'Please type just the amount, for example 1,500 or 2,350.50.' },
  DATE: { ES: 'Por favor, escriba una fecha, por ejemplo 15 de marzo o 15/03/2026.', EN: 'Please type a date, for example March 15 or tomorrow.' },
  TIME: { ES: 'Por favor, escriba una hora, por ejemplo 3:30 de la tarde.', EN: 'Please type a time, for example 3:30 pm.' },
  EMAIL: { ES: 'Por favor, escriba un correo electrónico completo, por ejemplo nombre@correo.com.', EN: 'Please type a complete e-mail address, for example name@mail.com.' },
  PHONE: { ES: 'Por favor, escriba el número de teléfono con su código de área, por ejemplo 809-555-1234.', EN: 'Please type the telephone number with its area code, for example 809-555-1234.' },
  CEDULA: { ES: 'Por favor, escriba los 11 dígitos de la cédula, con o sin guiones.', EN: 'Please type the 11 digits of the cédula, with or without dashes.' },
  RNC: { ES: 'Por favor, escriba los 9 dígitos del RNC, con o sin guiones.', EN: 'Please type the 9 digits of the RNC, with or without dashes.' },
  DOCUMENT: { ES: 'Por favor, escriba una cédula (11 dígitos) o un RNC (9 dígitos).', EN: 'Please type a cédula (11 digits) or an RNC (9 digits).' },
  YES_NO: { ES: 'Por favor, responda sí o no.', EN: 'Please answer yes or no.' },
  CHOICE: { ES: 'Por favor, elija una de las opciones o escriba su número.', EN: 'Please choose one of the options or type its number.' },
  FILE: { ES: 'Por favor, envíe el archivo por aquí.', EN: 'Please send the file here.' },
  LOCATION: { ES: 'Por favor, comparta su ubicación.', EN: 'Please share your location.' },
  ENTITY: { ES: '¿Podría decirlo con otras palabras, por favor?', EN: 'Could you put it in other words, please?' },
}

const FILES: Record<'ANY' | 'IMAGE' | 'DOCUMENT', Words> = {
  ANY: { ES: 'Por favor, envíe un archivo.', EN: 'Please send a file.' },
  IMAGE: { ES: 'Por favor, envíe una foto o imagen.', EN: 'Please send a photo or picture.' },
  DOCUMENT: { ES: 'Por favor, envíe un documento, por ejemplo un PDF.', EN: 'Please send a document, for example a PDF.' },
}

type Text = Words | ((answer: Answer, language: Language) => Words)

const wanted: Text = ({ type }) => WANTED[type]

const TEXTS: Record<Refusal, Text> = {
  EMPTY: wanted,
  SEVERAL: ({ type }) => type === 'CHOICE'
    ? { ES: 'Más de una opción coincide. Por favor, elija solo una.', EN: 'More than one option matches. Please choose just one.' }
    : { ES: 'Encontré más de un dato. Por favor, escriba solo uno.', EN: 'I found more than one. Please type just one.' },
  TOO_SHORT: answer => ({ ES: `Es muy corto. Escriba al menos ${limit(answer, 'minLength')} caracteres, por favor.`, EN: `That is too short. Please type at least ${limit(answer, 'minLength')} characters.` }),
  TOO_LONG: answer => ({ ES: `Es muy largo. Escriba ${limit(answer, 'maxLength')} caracteres como máximo, por favor.`, EN: `That is too long. Please type ${limit(answer, 'maxLength')} characters at most.` }),
  TOO_SMALL: (answer, language) => ({ ES: `Debe ser ${amount(answer, 'min', language)} o más.`, EN: `It must be ${amount(answer, 'min', language)} or more.` }),
  TOO_LARGE: (answer, language) => ({ ES: `Debe ser ${amount(answer, 'max', language)} o menos.`, EN: `It must be ${amount(answer, 'max', language)} or less.` }),
  NOT_A_NUMBER: wanted,
  NOT_WHOLE: { ES: 'Por favor, escriba un número entero, sin decimales.', EN: 'Please type a whole number, without decimals.' },
  NOT_MONEY: wanted,
  WRONG_CURRENCY: answer => ({ ES: `Por favor, escriba el monto en ${currency(answer).ES}.`, EN: `Please type the amount in ${currency(answer).EN}.` }),
  NOT_A_DATE: wanted,
  NOT_ONE_DAY: { ES: 'Necesito un solo día. Por favor, escriba la fecha exacta, por ejemplo 15 de marzo.', EN: 'I need a single day. Please type the exact date, for example March 15.' },
  TOO_EARLY: answer => answer.type === 'DATE' && answer.from === 'TOMORROW'
    ? { ES: 'La fecha debe ser de mañana en adelante.', EN: 'The date must be tomorrow or later.' }
    : { ES: 'Esa fecha ya pasó. Por favor, escriba una de hoy en adelante.', EN: 'That date is in the past. Please type today or a later one.' },
  TOO_LATE: { ES: 'Esa fecha todavía no llega. Por favor, escriba una de hoy o anterior.', EN: 'That date is in the future. Please type today or an earlier one.' },
  NOT_A_TIME: wanted,
  NOT_ONE_TIME: { ES: 'Necesito una hora exacta, por ejemplo 3:30 de la tarde.', EN: 'I need an exact time, for example 3:30 pm.' },
  NOT_AN_EMAIL: wanted,
  NOT_A_PHONE: wanted,
  NOT_A_CEDULA: wanted,
  NOT_AN_RNC: wanted,
  NOT_A_DOCUMENT: wanted,
  WRONG_LENGTH: wanted,
  WRONG_CHECK_DIGIT: { ES: 'Ese número no es válido. Por favor, revíselo y escríbalo de nuevo.', EN: 'That number is not valid. Please check it and type it again.' },
  NOT_YES_OR_NO: wanted,
  NOT_AN_OPTION: wanted,
  NO_FILE: answer => FILES[accepted(answer)],
  WRONG_FILE: answer => FILES[accepted(answer)],
  NO_LOCATION: wanted,
  NOT_UNDERSTOOD: wanted,
}

/** What a customer is told, unless the bot has words of its own, when her answer cannot be taken. */
export function problemText(reason: Refusal, answer: Answer, language: Language): string {
  const text = TEXTS[reason]
  return (typeof text === 'function' ? text(answer, language) : text)[language]
}

const accepted = (answer: Answer) => (answer.type === 'FILE' ? answer.accept ?? 'ANY' : 'ANY')

const limit = (answer: Answer, which: 'minLength' | 'maxLength') =>
  (answer.type === 'TEXT' ? answer[which] ?? (which === 'minLength' ? 1 : 4096) : '')

function amount(answer: Answer, which: 'min' | 'max', language: Language): string {
  if (answer.type === 'MONEY') return moneyText({ amount: answer[which] ?? '0', currency: answer.currency }, { language })
  return answer.type === 'NUMBER' ? new Intl.NumberFormat('en-US', { maximumFractionDigits: 10 }).format(answer[which] ?? 0) : ''
}

const CURRENCIES: Record<string, Words> = { DOP: { ES: 'pesos dominicanos', EN: 'Dominican pesos' }, USD: { ES: 'dólares', EN: 'US dollars' }, EUR: { ES: 'euros', EN: 'euros' } }

const currency = (answer: Answer): Words => {
  const code = answer.type === 'MONEY' ? answer.currency : ''
  return CURRENCIES[code] ?? { ES: code, EN: code }
}
