import { expect, test } from 'vitest'
import messages from './messages.es.ts'
import { partOf, placeOf } from './refused-field.ts'

test('a place in a list is told apart from what it is a place of', () => {
  expect([partOf('operation.headers.2.name'), placeOf('operation.headers.2.name')]).toEqual(['headers_name', 3])
  expect([partOf('auth.PASSWORD'), placeOf('auth.PASSWORD')]).toEqual(['auth_PASSWORD', undefined])
  expect([partOf('operation.notFoundStatuses.0'), placeOf('operation.notFoundStatuses.0')]).toEqual(['notFoundStatuses', 1])
})

const sources = import.meta.glob<string>('../../../../api/src/modules/connectors/{connector,operation}/*.input.ts', { query: '?raw', import: 'default', eager: true })

test('every field that the API refuses has words', () => {
  const fields = Object.values(sources).flatMap(source => [...source.matchAll(/'((?:operation|auth)\.\w+|baseUrl|demoSystem|headers)'/g)].map(found => found[1]!))
  expect(fields.length).toBeGreaterThan(20)
  expect(fields.filter(field => field !== 'auth.secrets' && !(partOf(field) in messages.problemOf))).toEqual([])
})
