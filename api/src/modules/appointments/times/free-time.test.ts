import { expect, test } from 'vitest'
import { idOf, spotOf } from './free-time.ts'

test('the id of a free time says what it is of', () => {
  const spot = { service: 'consulta', resource: 'dra-mota', start: new Date('2026-12-01T13:00:00Z') }
  expect(idOf(spot)).toBe('consulta.dra-mota.20261201T1300Z')
  expect(spotOf(idOf(spot))).toEqual(spot)
})

test.each(['', 'consulta', 'consulta.dra-mota', 'consulta.dra-mota.20261301T1300Z', 'consulta.dra-mota.mañana', 'a.b.20261201T1300Z extra'])('“%s” is the id of none', id => {
  expect(spotOf(id)).toBeUndefined()
})
