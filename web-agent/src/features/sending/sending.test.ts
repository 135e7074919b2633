import { expect, test } from 'vitest'
import type { SendingNote_SendingDecisionFragment as Decision } from '../../contract/graphql.ts'
import { causeOf } from './failure.ts'
import en from './messages.en.ts'
import es from './messages.es.ts'
import { dayOfEnd, mayWriteNow, minutesLeft, sendingState, timeInWords } from './sending-note.ts'

const NOW = new Date('2026-11-26T15:00:00Z')
const decision = (over: Partial<Decision> = {}): Decision =>
  ({ __typename: 'SendingDecision', mayWrite: true, windowEndsAt: null, isForPeopleOnly: false, block: null, mayUseTemplate: false, ...over })

test.each([
  [{}, null],
  [{ windowEndsAt: '2026-11-26T17:00:00Z' }, 'open'],
  [{ windowEndsAt: '2026-11-26T15:59:00Z' }, 'soon'],
  [{ windowEndsAt: '2026-11-28T15:00:00Z', isForPeopleOnly: true }, 'peopleOnly'],
  [{ windowEndsAt: '2026-11-26T14:59:59Z' }, 'closed'],
  [{ windowEndsAt: '2026-11-26T14:59:59Z', isForPeopleOnly: true }, 'closed'],
  [{ mayWrite: false, block: 'WINDOW_CLOSED' as const }, 'closed'],
  [{ mayWrite: false, block: 'OPTED_OUT' as const }, 'optedOut'],
  [{ mayWrite: false, block: 'CHANNEL_PAUSED' as const }, 'paused'],
] as const)('a decision %j is shown as %s', (over, shown) => {
  expect(sendingState(decision(over), NOW)).toBe(shown)
})

test('one may write wherever nothing blocks, windows of people included', () => {
  expect(([null, 'open', 'soon', 'peopleOnly', 'closed', 'optedOut', 'paused'] as const).map(mayWriteNow)).toEqual([true, true, true, true, false, false, false])
})

test('what is left is told in hours and minutes, rounded up, so that it is never nothing while it is open', () => {
  expect(timeInWords(minutesLeft('2026-11-26T16:05:00Z', NOW), 'es')).toBe('1 hora y 5 minutos')
  expect(timeInWords(minutesLeft('2026-11-26T15:00:10Z', NOW), 'es')).toBe('1 minuto')
  expect(timeInWords(24 * 60, 'en')).toBe('24 hours')
})

test('the end is today, tomorrow, or on a day that is named', () => {
  const dayOf = (at: Date) => at.toISOString().slice(0, 10)
  expect(['2026-11-26T23:00:00Z', '2026-11-27T01:00:00Z', '2026-11-28T01:00:00Z'].map(at => dayOfEnd(at, NOW, dayOf))).toEqual(['today', 'tomorrow', 'later'])
})

test.each([
  ['131026', 'UNREACHABLE'], ['131047', 'WINDOW_CLOSED'], ['WINDOW_CLOSED', 'WINDOW_CLOSED'], ['131049', 'LIMITED'], ['OPTED_OUT', 'OPTED_OUT'],
  ['21610', 'OPTED_OUT'], ['550', 'MAILBOX'], ['5.1.1', 'MAILBOX'], ['5.7.1', 'MAILBOX'], ['4.4.7', 'MAILBOX_FOR_NOW'], ['5.2.2', 'MAILBOX_FOR_NOW'], ['5.3.4', 'TOO_LARGE'], ['4', 'BUSY'], ['99999', 'other'], [undefined, 'other'],
])('a failure %s has words of its kind, %s, in both languages', (code, cause) => {
  expect(causeOf(code)).toBe(cause)
  for (const words of [es, en]) expect(words.failed[causeOf(code)]).toBeTruthy()
})
