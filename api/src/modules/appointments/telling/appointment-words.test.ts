import { expect, test } from 'vitest'
import { wordsFor, type Spoken } from './appointment-words.ts'

const consultation: Spoken = {
  serviceName: { es: 'Consulta', en: 'Consultation' }, instructions: null, resourceName: 'Dra. Mota', resourceKind: 'PERSON', place: null,
  startsAt: new Date('2026-12-01T13:00Z'), movedFrom: null, timeZone: 'America/Santo_Domingo',
}

test('what was booked is told on the clock of the company, with whom, where, and what to mind', () => {
  const spoken = { ...consultation, place: 'Piso 2', instructions: { es: 'Traiga su cédula.', en: null } }
  expect(wordsFor('BOOKED', spoken, 'ES')).toBe('Su cita de Consulta quedó reservada para el martes, 1 de diciembre, a las 9:00 a. m., con Dra. Mota. Lugar: Piso 2.\n\nTraiga su cédula.')
  expect(wordsFor('BOOKED', spoken, 'EN')).toBe('Your appointment (Consultation) is booked for Tuesday, December 1 at 9:00 AM, with Dra. Mota. Place: Piso 2.\n\nTraiga su cédula.')
})

test('a room is a place, and one o’clock is singular in Spanish', () => {
  const spoken = { ...consultation, resourceName: 'Sala 3', resourceKind: 'ROOM' as const, startsAt: new Date('2026-12-01T17:00Z') }
  expect(wordsFor('BOOKED', spoken, 'ES')).toContain('a la 1:00 p. m., en Sala 3.')
})

test('ten and eleven o’clock are not one o’clock', () => {
  expect(wordsFor('CANCELLED', { ...consultation, startsAt: new Date('2026-12-01T14:00Z') }, 'ES')).toBe('Su cita de Consulta del martes, 1 de diciembre, a las 10:00 a. m., fue cancelada.')
  expect(wordsFor('CANCELLED', { ...consultation, startsAt: new Date('2026-12-01T15:00Z') }, 'ES')).toContain('a las 11:00 a. m.')
})

test('what was moved says where it was', () => {
  expect(wordsFor('MOVED', { ...consultation, movedFrom: new Date('2026-11-30T13:00Z') }, 'ES'))
    .toBe('Su cita de Consulta pasó del lunes, 30 de noviembre, a las 9:00 a. m., al martes, 1 de diciembre, a las 9:00 a. m., con Dra. Mota.')
})
