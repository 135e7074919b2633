import { expect, test } from 'vitest'
import { memberOf, messageOf } from '../../live/fixtures.ts'
import { dayName } from '../../shell/days.ts'
import { groupByDay } from './days.ts'

const ZONE = 'America/Santo_Domingo'
const at = (sentAt: string, over = {}) => messageOf({ id: sentAt, sentAt, ...over })
const shape = (messages: ReturnType<typeof messageOf>[], zone = ZONE) =>
  groupByDay(messages, zone).map(({ day, runs }) => [day, runs.map(run => run.length)])

test('a day ends at midnight of the tenant, not of the browser or of Greenwich', () => {
  const messages = [at('2026-11-23T03:59:00.000Z'), at('2026-11-23T04:00:00.000Z')]
  expect(shape(messages)).toEqual([['2026-11-22', [1]], ['2026-11-23', [1]]])
  expect(shape(messages, 'UTC')).toEqual([['2026-11-23', [2]]])
})

test('messages of one person within minutes stand together', () => {
  expect(shape([at('2026-11-23T14:00:00.000Z'), at('2026-11-23T14:02:00.000Z'), at('2026-11-23T14:09:00.000Z')]))
    .toEqual([['2026-11-23', [2, 1]]])
})

test.each([
  ['another colleague', { author: 'AGENT', member: memberOf('ada') }, { author: 'AGENT', member: memberOf('me') }],
  ['a note after a reply', { author: 'AGENT' }, { author: 'AGENT', visibility: 'INTERNAL' }],
  ['a notice', {}, { author: 'SYSTEM', notice: 'CLAIMED' }],
])('%s begins anew', (_what, first, second) => {
  expect(shape([at('2026-11-23T14:00:00.000Z', first), at('2026-11-23T14:00:30.000Z', second)])).toEqual([['2026-11-23', [1, 1]]])
})

test('today and yesterday are named', () => {
  const now = new Date('2026-11-23T02:00:00.000Z')
  expect(['2026-11-22', '2026-11-21', '2026-11-20'].map(day => dayName(day, now, ZONE))).toEqual(['today', 'yesterday', null])
})
