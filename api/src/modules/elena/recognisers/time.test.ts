import { describe, expect, test } from 'vitest'
import { inEnglish, inSpanish, spansOf, valuesOf } from './recognise.fixture.ts'
import { recognise } from './recogniser.ts'
import type { DateTimeValue, RecogniseOptions, TimeValue } from './recognised.ts'

const timeWritten = (value: TimeValue | undefined) =>
  value === undefined ? undefined : 'time' in value ? value.time : `${value.from}/${value.to}`

const timeIn = (text: string, options: RecogniseOptions) => timeWritten(valuesOf('time', text, options)[0])

const localWritten = (value: DateTimeValue | undefined) =>
  value === undefined ? undefined : 'local' in value ? value.local : `${value.from.local}/${value.to.local}`

const localIn = (text: string, options: RecogniseOptions) => localWritten(valuesOf('dateTime', text, options)[0])

const spanishTimes: [text: string, expected: string][] = [
  ['a las 3', '15:00'],
  ['a las tres', '15:00'],
  ['a las 9', '09:00'],
  ['a las 12', '12:00'],
  ['a la una', '13:00'],
  ['a las 3 y media', '15:30'],
  ['A LAS 3 Y MEDIA DE LA TARDE', '15:30'],
  ['a las tres y cuarto', '15:15'],
  ['a las tres y veinte de la mañana', '03:20'],
  ['a las cuatro menos cuarto', '15:45'],
  ['a las 3 menos diez', '14:50'],
  ['a la una menos cuarto', '12:45'],
  ['cuarto para las 4', '15:45'],
  ['un cuarto para las cuatro', '15:45'],
  ['diez para las ocho', '07:50'],
  ['a las tres treinta', '15:30'],
  ['a las 3 de la madrugada', '03:00'],
  ['a las 9 de la noche', '21:00'],
  ['a las 12 de la noche', '00:00'],
  ['las 12 del mediodía', '12:00'],
  ['mediodía', '12:00'],
  ['al medio dia', '12:00'],
  ['medianoche', '00:00'],
  ['3pm', '15:00'],
  ['3 p.m.', '15:00'],
  ['3 p. m.', '15:00'],
  ['10 am', '10:00'],
  ['12 am', '00:00'],
  ['12 pm', '12:00'],
  ['3:30', '15:30'],
  ['03:30', '03:30'],
  ['15:30', '15:30'],
  ['15:30:20', '15:30:20'],
  ['3:30 pm', '15:30'],
  ['a las 3.30 pm', '15:30'],
  ['15h30', '15:30'],
  ['15h', '15:00'],
  ['a las 15 horas', '15:00'],
  ['a las 5 en punto', '17:00'],
  ['a eso de las 4', '16:00'],
  ['las 3', '15:00'],
  ['mi reunión de las 4', '16:00'],
  ['la que termina a las 10 sigue', '10:00'],
  ['a las 3 vamos', '15:00'],
  ['3 de la tarde', '15:00'],
  ['de 3 a 5', '15:00/17:00'],
  ['de 9 a 5', '09:00/17:00'],
  ['de 9am a 5pm', '09:00/17:00'],
  ['de 3 a 5 de la tarde', '15:00/17:00'],
  ['de 11 a 1 pm', '11:00/13:00'],
  ['entre las 3 y las 5', '15:00/17:00'],
  ['desde las 8 hasta las 10 de la mañana', '08:00/10:00'],
  ['8:00-17:00', '08:00/17:00'],
  ['8-10 am', '08:00/10:00'],
  ['de 10pm a 2am', '22:00/02:00'],
  ['por la mañana', '06:00/12:00'],
  ['en la tarde', '12:00/19:00'],
  ['por la noche', '19:00/24:00'],
]

const englishTimes: [text: string, expected: string][] = [
  ['at 3', '15:00'],
  ['at eight', '08:00'],
  ['3pm', '15:00'],
  ['3:15 p.m.', '15:15'],
  ['half past three', '15:30'],
  ['half past ten in the morning', '10:30'],
  ['a quarter past two', '14:15'],
  ['quarter to four', '15:45'],
  ['ten past 3', '15:10'],
  ['ten minutes to five', '16:50'],
  ['three thirty', '15:30'],
  ["five o'clock", '17:00'],
  ['five o’clock sharp', '17:00'],
  ['at 8 dinner', '08:00'],
  ['noon', '12:00'],
  ['midnight', '00:00'],
  ['3 in the afternoon', '15:00'],
  ['9 at night', '21:00'],
  ['from 3 to 5', '15:00/17:00'],
  ['from 9 to 5', '09:00/17:00'],
  ['9am-5pm', '09:00/17:00'],
  ['between 3 and 5 pm', '15:00/17:00'],
  ['between nine and eleven in the morning', '09:00/11:00'],
  ['in the evening', '18:00/24:00'],
]

describe('a time of day', () => {
  test.each(spanishTimes)('"%s" is %s', (text, expected) => expect(timeIn(text, inSpanish)).toBe(expected))
  test.each(englishTimes)('"%s" is %s', (text, expected) => expect(timeIn(text, inEnglish)).toBe(expected))
})

test.each([
  'a las 3 cajas', 'de 3 a 5 personas', 'de 3 a 5 kg', 'una de las 3 opciones', 'quiero las 3', 'vivo a la 5', 'diabetes tipo 2', 'el precio de la una', '25:00', '3:75', 'tengo 3', 'son 3 de azúcar', '24/7',
])('"%s" is no time', text => expect(timeIn(text, inSpanish)).toBeUndefined())

test.each(['at three people', 'from 3 to 5 boxes', 'at twenty', 'good morning', 'one of them', 'the 5 kids'])('"%s" is no time in English', text =>
  expect(timeIn(text, inEnglish)).toBeUndefined(),
)

const spanishMoments: [text: string, expected: string][] = [
  ['mañana a las 3', '2026-11-27T15:00'],
  ['mañana a las 7 y media de la mañana', '2026-11-27T07:30'],
  ['mañana por la mañana', '2026-11-27T06:00/2026-11-27T12:00'],
  ['manana por la manana a las 9', '2026-11-27T09:00'],
  ['mañana por la tarde a las 8', '2026-11-27T20:00'],
  ['mañana al mediodía', '2026-11-27T12:00'],
  ['pasado mañana por la tarde', '2026-11-28T12:00/2026-11-28T19:00'],
  ['el viernes a las 9 de la noche', '2026-11-27T21:00'],
  ['el viernes que viene de 3 a 5', '2026-11-27T15:00/2026-11-27T17:00'],
  ['el lunes, a las 10 am', '2026-11-30T10:00'],
  ['a las 3 y media de la tarde del viernes', '2026-11-27T15:30'],
  ['3pm mañana', '2026-11-27T15:00'],
  ['a las 14:45 del 3/12', '2026-12-03T14:45'],
  ['el 24 de diciembre a las 8 pm', '2026-12-24T20:00'],
  ['2026-12-01T08:30', '2026-12-01T08:30'],
  ['03/12/2026 16:30', '2026-12-03T16:30'],
  ['hoy a las 9', '2026-11-26T21:00'],
  ['hoy a las 9 am', '2026-11-26T09:00'],
  ['ayer a las 5 pm', '2026-11-25T17:00'],
  ['esta noche', '2026-11-26T19:00/2026-11-27T00:00'],
  ['esta noche a las 8', '2026-11-26T20:00'],
  ['anoche', '2026-11-25T19:00/2026-11-26T00:00'],
  ['en 20 minutos', '2026-11-26T10:20'],
  ['dentro de media hora', '2026-11-26T10:30'],
  ['en dos horas y media', '2026-11-26T12:30'],
  ['hace 3 horas', '2026-11-26T07:00'],
  ['ahora mismo', '2026-11-26T10:00'],
  ['a las 8 de mañana por la noche', '2026-11-27T20:00'],
]

const englishMoments: [text: string, expected: string][] = [
  ['tomorrow at 3 in the afternoon', '2026-11-27T15:00'],
  ['tomorrow morning', '2026-11-27T06:00/2026-11-27T12:00'],
  ['tomorrow evening at 7', '2026-11-27T19:00'],
  ['next Tuesday at 10am', '2026-12-01T10:00'],
  ['at noon on Friday', '2026-11-27T12:00'],
  ['5pm today', '2026-11-26T17:00'],
  ['tonight at 8', '2026-11-26T20:00'],
  ["five o'clock tomorrow morning", '2026-11-27T05:00'],
  ['at nine on Thursday night', '2026-12-03T21:00'],
  ['last night', '2026-11-25T19:00/2026-11-26T00:00'],
  ['Friday, December 4 at 5pm', '2026-12-04T17:00'],
  ['in half an hour', '2026-11-26T10:30'],
  ['an hour ago', '2026-11-26T09:00'],
]

describe('a day with a time, seen from ten in the morning', () => {
  test.each(spanishMoments)('"%s" is %s', (text, expected) => expect(localIn(text, inSpanish)).toBe(expected))
  test.each(englishMoments)('"%s" is %s', (text, expected) => expect(localIn(text, inEnglish)).toBe(expected))
})

test('"mañana por la mañana" is one thing', () => {
  expect(spansOf('llega mañana por la mañana, creo', inSpanish)).toEqual(['dateTime: mañana por la mañana'])
})

test.each([
  ['America/Santo_Domingo', '2026-11-27T19:00:00Z'],
  ['Europe/Madrid', '2026-11-27T14:00:00Z'],
  ['Asia/Kolkata', '2026-11-27T09:30:00Z'],
])('three in the afternoon in %s is %s', (zone, instant) => {
  expect(valuesOf('dateTime', 'mañana a las 3 pm', { ...inSpanish, zone })).toEqual([{ local: '2026-11-27T15:00', instant }])
})

test.each([
  // Madrid puts its clocks forward on 28 March 2027 at two, and back on 31 October at three.
  ['28/03/2027 02:30', '2027-03-28T03:30', '2027-03-28T01:30:00Z'],
  ['28/03/2027 04:00', '2027-03-28T04:00', '2027-03-28T02:00:00Z'],
  ['27/03/2027 23:00', '2027-03-27T23:00', '2027-03-27T22:00:00Z'],
  ['31/10/2027 12:00 pm', '2027-10-31T12:00', '2027-10-31T11:00:00Z'],
])('"%s" in Madrid is %s', (text, local, instant) => {
  expect(valuesOf('dateTime', text, { ...inSpanish, zone: 'Europe/Madrid' })).toEqual([{ local, instant }])
})

test('an hour without morning or afternoon is a guess', () => {
  expect(recognise('a las 3', inSpanish)).toMatchObject([{ confidence: 0.7 }])
  expect(recognise('a las 3 de la tarde', inSpanish)[0]).not.toHaveProperty('confidence')
})
