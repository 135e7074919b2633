import { expect, test } from 'vitest'
import { isDone, mayEnter, stepAfter, stepReached, stepsOf } from './connect.ts'

const WHATSAPP = { kind: 'WHATSAPP', hasWebhook: true, policiesVersion: '2026-1' } as const
const MAIL = { kind: 'EMAIL', hasWebhook: false, policiesVersion: null } as const
const draft = (own: { checked?: boolean; problem?: boolean; received?: boolean; accepted?: string } = {}) => ({
  provider: {
    policies: own.accepted ? { textVersion: own.accepted } : null,
    health: {
      lastReceivedAt: own.received ? '2026-01-01T00:00:00Z' : null, lastCheckedAt: own.checked ? '2026-01-01T00:00:00Z' : null,
      problem: own.problem ? { code: '190', message: 'expired' } : null as { code: string; message: string } | null,
    },
  },
})

test('only the steps that a kind needs are shown', () => {
  expect(stepsOf(WHATSAPP)).toEqual(['settings', 'check', 'webhook', 'policies', 'start'])
  expect(stepsOf({ ...MAIL, kind: 'TELEGRAM', hasWebhook: true })).toEqual(['settings', 'check', 'start'])
  expect(stepsOf(MAIL)).toEqual(['settings', 'check', 'start'])
})

test('a draft is taken up where it was left', () => {
  expect(stepReached(draft(), WHATSAPP)).toBe('check')
  expect(stepReached(draft({ checked: true, problem: true }), WHATSAPP)).toBe('check')
  expect(stepReached(draft({ checked: true }), WHATSAPP)).toBe('webhook')
  expect(stepReached(draft({ checked: true, received: true }), WHATSAPP)).toBe('policies')
  expect(stepReached(draft({ checked: true, accepted: '2026-1' }), WHATSAPP)).toBe('start')
  expect(stepReached(draft({ checked: true }), MAIL)).toBe('start')
})

test('a webhook is done once something came by it, and not because somebody went past', () => {
  expect(isDone('webhook', draft({ checked: true, accepted: '2026-1' }), WHATSAPP)).toBe(false)
  expect(isDone('webhook', draft({ checked: true, received: true }), WHATSAPP)).toBe(true)
})

test('policies that were accepted in another wording have to be accepted anew', () => {
  const old = draft({ checked: true, received: true, accepted: '2025-1' })
  expect(stepReached(old, WHATSAPP)).toBe('policies')
  expect(mayEnter('start', old, WHATSAPP)).toBe(false)
})

test('nothing after the check is open before the check is good', () => {
  expect(mayEnter('webhook', draft(), WHATSAPP)).toBe(false)
  expect(mayEnter('webhook', draft({ checked: true }), WHATSAPP)).toBe(true)
})

test('a provider that sends nothing yet keeps nobody from the step where it is told to', () => {
  const silent = draft({ checked: true })
  silent.provider.health.problem = { code: 'UNSUBSCRIBED', message: 'not subscribed' }
  expect(stepReached(silent, WHATSAPP)).toBe('webhook')
  expect(mayEnter('webhook', silent, WHATSAPP)).toBe(true)
})

test('after the last step there is none', () => {
  expect(stepAfter('check', stepsOf(MAIL))).toBe('start')
  expect(stepAfter('start', stepsOf(MAIL))).toBe('start')
})
