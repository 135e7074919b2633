import { expect, test } from 'vitest'
import { filled, gapProblem, gapsOf, templateGaps } from './reminder-text.ts'

const told = {
  contactName: 'Ana', serviceName: { es: 'Consulta', en: 'Consultation' }, startsAt: new Date('2026-12-01T13:00Z'), timeZone: 'America/Santo_Domingo',
  resourceName: 'Dra. Mota', place: 'Piso 2',
}
const TEXT = 'Hola {{name}}, su {{service}} con {{person}} es el {{date}} a las {{ time }} en {{place}}.'

test('a reminder says the date and the time where the tenant is, in the language of whoever is reminded', () => {
  expect(filled(TEXT, gapsOf(told, 'ES'))).toBe('Hola Ana, su Consulta con Dra. Mota es el martes, 1 de diciembre a las 9:00 a. m. en Piso 2.')
  expect(filled('{{service}}: {{date}}, {{time}}', gapsOf(told, 'EN'))).toBe('Consultation: Tuesday, December 1, 9:00 AM')
})

test('who has no name is greeted without one, and in a template by what she is', () => {
  const gaps = gapsOf({ ...told, contactName: null }, 'ES')
  expect(filled('Hola {{name}}, su cita', gaps)).toBe('Hola, su cita')
  expect(templateGaps(gaps, 'ES').ordered).toEqual(['cliente', 'Consulta', 'martes, 1 de diciembre', '9:00 a. m.', 'Dra. Mota', 'Piso 2'])
})

test('what a name says is no gap', () => {
  expect(filled('Hola {{name}}', gapsOf({ ...told, contactName: '{{place}} $&' }, 'ES'))).toBe('Hola {{place}} $&')
})

test('a gap that no appointment fills is refused by its name', () => {
  expect(gapProblem('text', { es: '{{name}} {{precio}}', en: null })).toMatchObject({ field: 'text', message: expect.stringContaining('precio') })
  expect(gapProblem('text', { es: TEXT, en: null })).toBeUndefined()
})
