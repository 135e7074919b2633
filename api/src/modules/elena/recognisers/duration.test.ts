import { expect, test } from 'vitest'
import { inEnglish, inSpanish, valuesOf } from './recognise.fixture.ts'
import { recognise } from './recogniser.ts'

test.each([
  ['3 días', 'P3D', 259_200],
  ['tres dias', 'P3D', 259_200],
  ['quince días', 'P15D', 1_296_000],
  ['2 semanas', 'P14D', 1_209_600],
  ['una quincena', 'P15D', 1_296_000],
  ['3 noches', 'P3D', 259_200],
  ['media hora', 'PT30M', 1800],
  ['hora y media', 'PT1H30M', 5400],
  ['dos horas y media', 'PT2H30M', 9000],
  ['1 hora y 20 minutos', 'PT1H20M', 4800],
  ['1h 30m', 'PT1H30M', 5400],
  ['90 min', 'PT1H30M', 5400],
  ['1.5 horas', 'PT1H30M', 5400],
  ['un cuarto de hora', 'PT15M', 900],
  ['tres cuartos de hora', 'PT45M', 2700],
  ['30 segundos', 'PT30S', 30],
  ['un par de horas', 'PT2H', 7200],
  ['2 días y 3 horas', 'P2DT3H', 183_600],
])('"%s" is %s, %d seconds', (text, duration, seconds) => {
  expect(valuesOf('duration', text, inSpanish)).toEqual([{ duration, seconds }])
})

test.each([
  ['dos meses', 'P2M'],
  ['un año', 'P1Y'],
  ['año y medio', 'P1Y6M'],
  ['dos años y 3 meses', 'P2Y3M'],
  ['mes y medio', 'P1M15D'],
  ['un semestre', 'P6M'],
])('"%s" is %s and has no certain length in seconds', (text, duration) => {
  expect(valuesOf('duration', text, inSpanish)).toEqual([{ duration }])
})

test.each([
  ['an hour', 'PT1H'],
  ['half an hour', 'PT30M'],
  ['an hour and a half', 'PT1H30M'],
  ['two and a half hours', 'PT2H30M'],
  ['48 hours', 'PT48H'],
  ['a couple of days', 'P2D'],
  ['a fortnight', 'P14D'],
  ['two years and 3 months', 'P2Y3M'],
  ['a quarter of an hour', 'PT15M'],
])('"%s" is %s in English', (text, duration) => {
  expect(valuesOf('duration', text, inEnglish)).toMatchObject([{ duration }])
})

test('a mere "un momento" is none, and "un minuto" hardly one', () => {
  expect(recognise('un momento', inSpanish)).toEqual([])
  expect(recognise('dame un minuto', inSpanish)).toMatchObject([{ kind: 'duration', confidence: 0.7 }])
})
