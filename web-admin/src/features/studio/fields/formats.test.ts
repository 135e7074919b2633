import { expect, test } from 'vitest'
import { offersOf } from './formats.ts'
import type { KnownName } from './names-known.ts'

const names: KnownName[] = [
  { path: 'balance', type: 'NUMBER', group: 'variables' }, { path: 'total', type: 'MONEY', group: 'variables' }, { path: 'contact.name', type: 'TEXT', group: 'contact' }, { path: 'now', type: 'DATE_TIME', group: 'moment' },
]

test('people are told a sum as a sum and a day as a day, and a number as they like', () => {
  expect(offersOf(names, true).map(({ put }) => put)).toEqual(['balance', 'balance | money', 'balance | number', 'total | money', 'contact.name', 'now | date_time'])
})

test('a system is sent every value as it is', () => {
  expect(offersOf(names, false).map(({ put }) => put)).toEqual(['balance', 'total', 'contact.name', 'now'])
})
