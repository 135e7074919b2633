import { describe, expect, test } from 'vitest'
import { inEnglish, inSpanish, spansOf, valuesOf } from './recognise.fixture.ts'
import { recognise } from './recogniser.ts'
import type { DateValue, RecogniseOptions } from './recognised.ts'

const written = (value: DateValue | undefined) =>
  value === undefined ? undefined : 'date' in value ? value.date : `${value.from}/${value.to}`

const dateIn = (text: string, options: RecogniseOptions) => written(valuesOf('date', text, options)[0])

// "now" is Thursday 26 November 2026, 10:00 in Santo Domingo.
const spanish: [text: string, expected: string][] = [
  ['hoy', '2026-11-26'],
  ['HOY MISMO', '2026-11-26'],
  ['el día de hoy', '2026-11-26'],
  ['ayer', '2026-11-25'],
  ['anteayer', '2026-11-24'],
  ['antier', '2026-11-24'],
  ['antes de ayer', '2026-11-24'],
  ['mañana', '2026-11-27'],
  ['manana', '2026-11-27'],
  ['MAÑANA', '2026-11-27'],
  ['mañana mismo', '2026-11-27'],
  ['pasado mañana', '2026-11-28'],
  ['pasado manana', '2026-11-28'],
  ['el viernes', '2026-11-27'],
  ['el jueves', '2026-12-03'],
  ['este jueves', '2026-11-26'],
  ['este sábado', '2026-11-28'],
  ['el viernes que viene', '2026-11-27'],
  ['el proximo lunes', '2026-11-30'],
  ['el lunes próximo', '2026-11-30'],
  ['el próximo miercoles', '2026-12-02'],
  ['el lunes pasado', '2026-11-23'],
  ['el pasado jueves', '2026-11-19'],
  ['el viernes en ocho', '2026-12-04'],
  ['el lunes de la semana que viene', '2026-11-30'],
  ['el domingo de la próxima semana', '2026-12-06'],
  ['viernes 4 de diciembre', '2026-12-04'],
  ['viernes 4', '2026-12-04'],
  ['la semana que viene', '2026-11-30/2026-12-06'],
  ['esta semana', '2026-11-23/2026-11-29'],
  ['la semana pasada', '2026-11-16/2026-11-22'],
  ['la próxima semana', '2026-11-30/2026-12-06'],
  ['este fin de semana', '2026-11-28/2026-11-29'],
  ['el fin de semana que viene', '2026-12-05/2026-12-06'],
  ['este mes', '2026-11-01/2026-11-30'],
  ['el mes que viene', '2026-12-01/2026-12-31'],
  ['el mes pasado', '2026-10-01/2026-10-31'],
  ['el año que viene', '2027-01-01/2027-12-31'],
  ['el año pasado', '2025-01-01/2025-12-31'],
  ['el trimestre pasado', '2026-07-01/2026-09-30'],
  ['este semestre', '2026-07-01/2026-12-31'],
  ['fin de mes', '2026-11-30'],
  ['a fin de mes', '2026-11-30'],
  ['a finales de mes', '2026-11-21/2026-11-30'],
  ['a finales de mayo', '2027-05-21/2027-05-31'],
  ['a principios de mayo', '2027-05-01/2027-05-10'],
  ['a mediados de enero', '2027-01-11/2027-01-20'],
  ['a principios del mes que viene', '2026-12-01/2026-12-10'],
  ['fin de año', '2026-12-31'],
  ['primera quincena', '2026-12-01/2026-12-15'],
  ['la segunda quincena', '2026-11-16/2026-11-30'],
  ['la primera quincena de mayo', '2027-05-01/2027-05-15'],
  ['la segunda quincena de febrero', '2027-02-16/2027-02-28'],
  ['la 2da quincena de diciembre', '2026-12-16/2026-12-31'],
  ['esta quincena', '2026-11-16/2026-11-30'],
  ['la próxima quincena', '2026-12-01/2026-12-15'],
  ['la quincena pasada', '2026-11-01/2026-11-15'],
  ['en tres días', '2026-11-29'],
  ['en 3 dias', '2026-11-29'],
  ['dentro de 2 semanas', '2026-12-10'],
  ['dentro de un mes', '2026-12-26'],
  ['en quince días', '2026-12-11'],
  ['de aquí a un año', '2027-11-26'],
  ['hace un mes', '2026-10-26'],
  ['hace dos días', '2026-11-24'],
  ['hace año y medio', '2025-05-26'],
  ['3 semanas atrás', '2026-11-05'],
  ['los últimos 7 días', '2026-11-20/2026-11-26'],
  ['los próximos 3 días', '2026-11-27/2026-11-29'],
  ['3 de mayo', '2027-05-03'],
  ['tres de mayo', '2027-05-03'],
  ['el 3 de mayo del 2027', '2027-05-03'],
  ['3 de mayo de 2028', '2028-05-03'],
  ['3 de mayo del año que viene', '2027-05-03'],
  ['3 de mayo del 28', '2028-05-03'],
  ['tres de mayo de dos mil veintisiete', '2027-05-03'],
  ['25 dic', '2026-12-25'],
  ['3-may-2027', '2027-05-03'],
  ['mayo 3', '2027-05-03'],
  ['primero de enero', '2027-01-01'],
  ['1ro de enero', '2027-01-01'],
  ['1º de enero', '2027-01-01'],
  ['treinta y uno de diciembre', '2026-12-31'],
  ['26 de noviembre', '2026-11-26'],
  ['29 de febrero', '2028-02-29'],
  ['03/05/2027', '2027-05-03'],
  ['3/5/27', '2027-05-03'],
  ['03-05-2027', '2027-05-03'],
  ['03.05.2027', '2027-05-03'],
  ['12/25/2026', '2026-12-25'],
  ['2027-05-03', '2027-05-03'],
  ['2027/05/03', '2027-05-03'],
  ['el 3/5', '2027-05-03'],
  ['el día 5', '2026-12-05'],
  ['el 5 del mes que viene', '2026-12-05'],
  ['el 30 de este mes', '2026-11-30'],
  ['en mayo', '2027-05-01/2027-05-31'],
  ['mayo de 2025', '2025-05-01/2025-05-31'],
  ['el próximo enero', '2027-01-01/2027-01-31'],
  ['enero pasado', '2026-01-01/2026-01-31'],
  ['Diciembre', '2026-12-01/2026-12-31'],
  ['en 2027', '2027-01-01/2027-12-31'],
  ['Navidad', '2026-12-25'],
  ['el día de Navidad de 2028', '2028-12-25'],
  ['el año 2025', '2025-01-01/2025-12-31'],
  ['del 3 al 5 de mayo', '2027-05-03/2027-05-05'],
  ['entre el 10 y el 15 de enero', '2027-01-10/2027-01-15'],
  ['desde el día 3 hasta el día 5 de mayo', '2027-05-03/2027-05-05'],
  ['del 28 de diciembre al 3 de enero', '2026-12-28/2027-01-03'],
  ['el 24 y 25 de diciembre', '2026-12-24/2026-12-25'],
  ['de lunes a viernes', '2026-11-30/2026-12-04'],
  ['de hoy al lunes', '2026-11-26/2026-11-30'],
  ['pagué el 15 de noviembre', '2026-11-15'],
  ['la cita es el 15 de noviembre', '2027-11-15'],
]

const english: [text: string, expected: string][] = [
  ['today', '2026-11-26'],
  ['Tomorrow', '2026-11-27'],
  ['yesterday', '2026-11-25'],
  ['the day after tomorrow', '2026-11-28'],
  ['the day before yesterday', '2026-11-24'],
  ['Friday', '2026-11-27'],
  ['this Friday', '2026-11-27'],
  ['next Friday', '2026-12-04'],
  ['next Monday', '2026-11-30'],
  ['last Friday', '2026-11-20'],
  ['this coming Tuesday', '2026-12-01'],
  ['Monday next week', '2026-11-30'],
  ['Wednesday of next week', '2026-12-02'],
  ['Friday, December 4', '2026-12-04'],
  ['next week', '2026-11-30/2026-12-06'],
  ['last week', '2026-11-16/2026-11-22'],
  ['this weekend', '2026-11-28/2026-11-29'],
  ['next month', '2026-12-01/2026-12-31'],
  ['last year', '2025-01-01/2025-12-31'],
  ['end of month', '2026-11-30'],
  ['the end of the month', '2026-11-30'],
  ['at the end of May', '2027-05-31'],
  ['early May', '2027-05-01/2027-05-10'],
  ['mid-May', '2027-05-11/2027-05-20'],
  ['late next month', '2026-12-21/2026-12-31'],
  ['beginning of next month', '2026-12-01/2026-12-10'],
  ['the first half of May', '2027-05-01/2027-05-15'],
  ['in a fortnight', '2026-12-10'],
  ['in three days', '2026-11-29'],
  ['within 2 weeks', '2026-12-10'],
  ['a month ago', '2026-10-26'],
  ['two weeks ago', '2026-11-12'],
  ['three weeks from now', '2026-12-17'],
  ['the last 7 days', '2026-11-20/2026-11-26'],
  ['the next 3 days', '2026-11-27/2026-11-29'],
  ['May 3', '2027-05-03'],
  ['May 3rd, 2028', '2028-05-03'],
  ['the 3rd of May', '2027-05-03'],
  ['3 May 2027', '2027-05-03'],
  ['Dec. 25', '2026-12-25'],
  ['the twenty-first of May', '2027-05-21'],
  ['on the 5th', '2026-12-05'],
  ['the 5th of next month', '2026-12-05'],
  ['05/03/2027', '2027-05-03'],
  ['13/05/2027', '2027-05-13'],
  ['2027-05-03', '2027-05-03'],
  ['on 5/3', '2027-05-03'],
  ['in May', '2027-05-01/2027-05-31'],
  ['May 2025', '2025-05-01/2025-05-31'],
  ['Christmas Eve', '2026-12-24'],
  ['since 2020', '2020-01-01/2020-12-31'],
  ['May 3-5', '2027-05-03/2027-05-05'],
  ['from May 3 to May 10', '2027-05-03/2027-05-10'],
  ['from the 3rd to the 5th of May', '2027-05-03/2027-05-05'],
  ['between the 3rd and the 5th of May', '2027-05-03/2027-05-05'],
  ['from Monday to Friday', '2026-11-30/2026-12-04'],
  ['I paid on November 15th', '2026-11-15'],
]

describe('seen from Thursday 26 November 2026', () => {
  test.each(spanish)('"%s" is %s', (text, expected) => expect(dateIn(text, inSpanish)).toBe(expected))
  test.each(english)('"%s" is %s', (text, expected) => expect(dateIn(text, inEnglish)).toBe(expected))
})

test.each([
  'el 5', 'para el 15', '31 de febrero', 'los viernes', 'todos los lunes', 'buenas tardes', 'la mañana', 'vivo en Santo Domingo',
  'la semana', 'un mes', 'feliz Navidad', '1/2', '192.168.1.1', '30/02/2027', '2027-13-01',
])('"%s" is no date', text => expect(dateIn(text, inSpanish)).toBeUndefined())

test.each(['the 5th', 'may I ask', 'I march on', 'every Friday', '3/4', 'a second', 'the week', 'on the 3rd floor', 'any replies from jan'])('"%s" is no date in English', text =>
  expect(dateIn(text, inEnglish)).toBeUndefined(),
)

test.each([
  ['2026-12-31T12:00:00Z', 'mañana', '2027-01-01'],
  ['2026-12-31T12:00:00Z', 'la próxima quincena', '2027-01-01/2027-01-15'],
  ['2026-12-10T12:00:00Z', 'primera quincena', '2026-12-01/2026-12-15'],
  ['2028-02-28T12:00:00Z', 'mañana', '2028-02-29'],
  ['2027-01-31T12:00:00Z', 'en un mes', '2027-02-28'],
  ['2026-11-29T12:00:00Z', 'este domingo', '2026-11-29'],
  ['2026-11-29T12:00:00Z', 'la semana que viene', '2026-11-30/2026-12-06'],
  // Two in the morning UTC is still the evening before in Santo Domingo.
  ['2026-11-27T02:00:00Z', 'hoy', '2026-11-26'],
  ['2026-11-27T02:00:00Z', 'mañana', '2026-11-27'],
])('at %s "%s" is %s', (now, text, expected) => {
  expect(dateIn(text, { ...inSpanish, now: new Date(now) })).toBe(expected)
})

test('the zone decides which day it is', () => {
  const now = new Date('2026-11-27T02:00:00Z')
  expect(dateIn('hoy', { ...inSpanish, now, zone: 'Europe/Madrid' })).toBe('2026-11-27')
})

test('the order of day and month can be told', () => {
  expect(dateIn('03/05/2027', { ...inEnglish, dateOrder: 'dayFirst' })).toBe('2027-05-03')
  expect(dateIn('03/05/2027', { ...inSpanish, dateOrder: 'monthFirst' })).toBe('2027-03-05')
})

test('a day that people read in two ways comes with less confidence', () => {
  expect(recognise('next Friday', inEnglish)[0]).toMatchObject({ confidence: 0.8 })
  expect(recognise('this Friday', inEnglish)[0]).not.toHaveProperty('confidence')
})

test('articles belong to a day, prepositions do not', () => {
  expect(spansOf('nos vemos para el viernes que viene', inSpanish)).toEqual(['date: el viernes que viene'])
})
