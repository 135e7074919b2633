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
  const published = { codes: ['DEAD_END'], failing: true, isLive: false, lacks: false }
  const written = { note: 'Saldo', reasons: { DEAD_END: 'Termina ahí' }, override: 'Se arregla mañana', approves: false, goLive: '' }
  test('is a note, a reason for each code, and one for failing tests; spaces say nothing', () =>
    expect(gapsOf({ ...written, note: ' ', reasons: { DEAD_END: ' ' }, override: '' }, published)).toEqual(['note', 'reasons.DEAD_END', 'override']))
  test('is nothing once it is said', () => expect(gapsOf(written, published)).toEqual([]))
  test('is, where it serves at once, the approval of its texts or a reason, and a reason where something is missing', () => {
    const gaps = (more: object, lacks = false) => gapsOf({ ...written, ...more }, { ...published, isLive: true, lacks })
    expect([gaps({}), gaps({ approves: true }), gaps({ goLive: 'Urge' }), gaps({ approves: true }, true), gaps({ approves: true, goLive: 'Urge' }, true)]).toEqual([['goLive'], [], [], ['goLive'], []])
  })
})

test('what is sent says which draft was seen, and gives no reason to override where no test fails', () => {
  const form = { note: ' Saldo ', reasons: { DEAD_END: ' Termina ahí ', OLD: 'De antes' }, override: 'Ya no hace falta', approves: true, goLive: 'De antes' }
  expect(inputOf({ id: 'b1', draftRevision: 7 }, form, { codes: ['DEAD_END'], failing: false, isLive: false, lacks: false }))
    .toEqual({ botId: 'b1', draftRevision: 7, note: 'Saldo', reasons: [{ code: 'DEAD_END', reason: 'Termina ahí' }] })
  expect(inputOf({ id: 'b1', draftRevision: 7 }, form, { codes: [], failing: false, isLive: true, lacks: false })).toMatchObject({ approvesContent: true })
  expect(inputOf({ id: 'b1', draftRevision: 7 }, form, { codes: [], failing: false, isLive: true, lacks: true })).toMatchObject({ overrideReason: 'De antes' })
})
