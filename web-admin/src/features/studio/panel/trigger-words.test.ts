import type { Trigger } from '@botpro/graphql/flows'
import { expect, test } from 'vitest'
import { UNCHOSEN } from '../document/new-step.ts'
import { beginningWords } from './trigger-words.ts'

const words = { language: 'ES' as const, t: (key: string) => key }

test('what begins a flow is told by what somebody would say, and by its kind where that is not known yet', () => {
  const triggers: Trigger[] = [
    { id: 'a', kind: 'KEYWORD', words: { ES: ['balance', 'mi saldo'], EN: ['balance'] } }, { id: 'b', kind: 'KEYWORD', words: { EN: ['how much'] } },
    { id: 'c', kind: 'KEYWORD', words: {} }, { id: 'd', kind: 'INTENT', intent: 'consultar_balance' }, { id: 'e', kind: 'INTENT', intent: UNCHOSEN },
  ]
  expect(beginningWords(triggers, words)).toBe('“balance”, “mi saldo” · “how much” · studio.trigger.KEYWORD · consultar_balance · studio.trigger.INTENT')
})

test('a flow that nothing begins says so', () => {
  expect(beginningWords([], words)).toBe('studio.node.noTrigger')
})
