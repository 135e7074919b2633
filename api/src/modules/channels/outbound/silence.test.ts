import { expect, test } from 'vitest'
import type { SendOutcome } from '../adapters/outgoing.ts'
import { Silence } from './silence.ts'

const failure = { code: 'SILENT', message: 'x' }
const unknown: SendOutcome = { kind: 'UNKNOWN', failure }
const neverArrived: SendOutcome = { kind: 'RETRY', scope: 'ACCOUNT', failure }
const accepted: SendOutcome = { kind: 'ACCEPTED', externalId: '1' }
const refused: SendOutcome = { kind: 'REFUSED', failure: { code: '1', message: 'x' }, because: 'CONTENT' }
const asked: SendOutcome = { kind: 'RETRY', scope: 'ACCOUNT', failure: { code: '429', message: 'x' } }

/** After which of these calls it was enough. */
const enoughAfter = (outcomes: SendOutcome[], isNews = true) => {
  const silence = new Silence()
  return outcomes.findIndex(outcome => silence.heard(outcome, { isNews, most: 3 })) + 1
}

test.each([
  ['calls of which nobody knows', [unknown, unknown, unknown], 3],
  ['calls that surely did not arrive, of which more are borne', Array(20).fill(neverArrived), 12],
  ['none, where somebody answers between them', [unknown, unknown, accepted, unknown, refused, unknown, asked, unknown], 0],
] as [string, SendOutcome[], number][])('it is enough after %s', (_what, outcomes, count) => {
  expect(enoughAfter(outcomes)).toBe(count)
})

test('what a status has told of already was answered', () => {
  expect(enoughAfter([unknown, unknown, unknown, unknown], false)).toBe(0)
})
