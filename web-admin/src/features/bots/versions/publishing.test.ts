import { describe, expect, test } from 'vitest'
import type { Finding } from '../../studio/findings/finding.ts'
import { errorsOf, gapsOf, inputOf, warningGroups } from './publishing.ts'

const finding = (code: string, severity: Finding['severity'], step = 's1'): Finding => ({ code, severity, flow: 'saldo', step, field: null, facts: {} })
const found = [finding('DEAD_END', 'WARNING'), finding('EMPTY_TEXT', 'ERROR'), finding('DEAD_END', 'WARNING', 's2'), finding('TEXT_TOO_LONG', 'WARNING')]

test('errors are told apart, and warnings stand together by their code', () => {
  expect(errorsOf(found).map(({ code }) => code)).toEqual(['EMPTY_TEXT'])
  expect(warningGroups(found).map(([code, group]) => [code, group.length])).toEqual([['DEAD_END', 2], ['TEXT_TOO_LONG', 1]])
})

describe('what has to be said before publishing', () => {
  const published = { codes: ['DEAD_END'], failing: true }
  test('is a note, a reason for each code, and one for failing tests; spaces say nothing', () =>
    expect(gapsOf({ note: ' ', reasons: { DEAD_END: ' ' }, override: '' }, published)).toEqual(['note', 'reasons.DEAD_END', 'override']))
  test('is nothing once it is said', () => expect(gapsOf({ note: 'Saldo', reasons: { DEAD_END: 'Termina ahí' }, override: 'Se arregla mañana' }, published)).toEqual([]))
})

test('what is sent says which draft was seen, and gives no reason to override where no test fails', () => {
  const form = { note: ' Saldo ', reasons: { DEAD_END: ' Termina ahí ', OLD: 'De antes' }, override: 'Ya no hace falta' }
  expect(inputOf({ id: 'b1', draftRevision: 7 }, form, { codes: ['DEAD_END'], failing: false }))
    .toEqual({ botId: 'b1', draftRevision: 7, note: 'Saldo', reasons: [{ code: 'DEAD_END', reason: 'Termina ahí' }] })
})
