import { GraphQLError } from 'graphql'
import { expect, test } from 'vitest'
import { explainNotIncluded } from './not-included.ts'

const t = (key: string, named?: Record<string, unknown>) => [key, ...Object.values(named ?? {})].join(' ')
const told = (extensions: Record<string, unknown>) => explainNotIncluded({ graphQLErrors: [new GraphQLError('', { extensions })] }, t)

test('what the plan does not include is named, and how many where there are some', () => {
  expect(told({ code: 'NOT_INCLUDED', field: 'CHANNEL_TELEGRAM' })).toBe('feature.locked.not feature.name.CHANNEL_TELEGRAM')
  expect(told({ code: 'NOT_INCLUDED', field: 'SEATS_AGENT', limit: 5 })).toBe('feature.locked.noMore feature.name.SEATS_AGENT 5')
  expect(told({ code: 'NOT_INCLUDED', field: 'SEATS_AGENT', limit: 0 })).toBe('feature.locked.not feature.name.SEATS_AGENT')
})

test('other errors, and features of which nothing is known here, are left to the words for all', () => {
  expect(told({ code: 'FORBIDDEN', field: 'QA' })).toBeUndefined()
  expect(told({ code: 'NOT_INCLUDED', field: 'TIME_TRAVEL' })).toBeUndefined()
})
