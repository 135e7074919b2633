import { expect, test } from 'vitest'
import { groupsOf } from './misunderstood-groups.ts'

const at = (day: number) => new Date(Date.UTC(2026, 0, day))
const message = (id: string, likeness: string, more: { confidence?: number | null; language?: string; day?: number } = {}) =>
  ({ id, likeness, language: more.language ?? 'ES', confidence: more.confidence ?? 0.5, at: at(more.day ?? 1) })

test('messages with the same words, and those with nearly the same, are one group', () => {
  const groups = groupsOf([
    message('1', 'bloqu tarjet'), message('2', 'bloqu tarjet', { day: 2 }), message('3', 'bloqu perd tarjet'), message('4', 'clav olvid'),
  ])
  expect(groups.map(group => group.messages.map(({ id }) => id))).toEqual([['2', '3', '1'], ['4']])
  expect(groups[0]!.id).toBe('1')
})

test('the same words in two languages are two groups', () => {
  expect(groupsOf([message('1', 'taxi'), message('2', 'taxi', { language: 'EN' })])).toHaveLength(2)
})

test('what a model is torn about goes before what it has no idea of, and what happens often before what happened once', () => {
  const order = groupsOf([message('sure', 'a', { confidence: 0.99 }), message('torn', 'b', { confidence: 0.5 }), ...['1', '2', '3', '4', '5'].map(id => message(id, 'often', { confidence: 0.02 }))])
  expect(order.map(group => group.messages[0]!.likeness)).toEqual(['often', 'b', 'a'])
})

test('two thousand different messages are grouped without comparing each with each', () => {
  const groups = groupsOf(Array.from({ length: 2000 }, (_, at) => message(String(at), `común palabra${at} otra${at}`)))
  expect(groups).toHaveLength(2000)
})
