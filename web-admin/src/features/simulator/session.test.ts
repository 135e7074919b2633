import { FlowTest } from '@botpro/graphql/flows/test.ts'
import { expect, test } from 'vitest'
import { contactOf, keyFor, newSettings, recordingsOf, suggestedName, testOf, type Simulation, type Turn } from './session.ts'
import { conversationIdIn, moved } from './tests/test-document.ts'

const simulation = (more: Partial<Simulation> = {}): Simulation => ({
  __typename: 'BotSimulation', state: {}, says: [], trace: [], asked: [], heard: [], variables: [], at: '2026-03-02T14:00:00.000Z', standsAt: null, isHandedOff: false, handOff: null, isClosed: false, endings: [], problem: null, ...more,
} as Simulation)
const speech = (text: string) => ({ text, menuStyle: null, options: [], content: null, media: null, from: null }) as unknown as Simulation['says'][number]
const asked = (answer: object, from = 'SYSTEM', input: object = { cedula: '1' }) => ({ connector: 'banco', operation: 'balance', input, answer, from, milliseconds: 3 }) as unknown as Simulation['asked'][number]

test('what was played becomes a test of the format: what was said, what came, what was read in it and what systems answered', () => {
  const turns: Turn[] = [
    { line: { kind: 'CONTACT', text: 'mi saldo' }, simulation: simulation({ says: [speech('¿Su cédula?')], heard: [{ text: 'mi saldo', intent: 'balance', confidence: 0.9, entities: {}, answer: null }] as unknown as Simulation['heard'] }) },
    { line: { kind: 'CONTACT', text: '00113918205' }, simulation: simulation({ says: [speech('Tiene RD$ 5.00.')], asked: [asked({ data: 5 })], endings: [{ flow: 'saldo', outcome: 'told', failed: false }] as unknown as Simulation['endings'] }) },
  ]
  const made = testOf(turns, { key: 'saldo', name: 'Saldo', flow: null, at: '2026-03-02T14:00:00.000Z', settings: newSettings('ES') })
  expect(FlowTest.parse(made)).toEqual(made)
  expect(made.lines).toEqual([
    { kind: 'CONTACT', text: 'mi saldo', understood: { intent: 'balance' } }, { kind: 'EXPECT', that: [{ kind: 'SAYS', text: '¿Su cédula?', match: 'CONTAINS' }] },
    { kind: 'CONTACT', text: '00113918205' }, { kind: 'EXPECT', that: [{ kind: 'SAYS', text: 'Tiene RD$ 5.00.', match: 'CONTAINS' }, { kind: 'ENDS', outcome: 'told' }] },
  ])
  expect(made.recordings).toEqual([{ connector: 'banco', operation: 'balance', input: { cedula: '1' }, answer: { data: 5 } }])
})

test('the same question is recorded once where the answer is the same, and in their order where it is not', () => {
  const turn = (...all: Simulation['asked']): Turn => ({ line: null, simulation: simulation({ asked: all }) })
  expect(recordingsOf([turn(asked({ data: 1 })), turn(asked({ data: 1 }))])).toHaveLength(1)
  expect(recordingsOf([turn(asked({ data: 1 })), turn(asked({ data: 2 }))]).map(({ once, answer }) => [once, answer])).toEqual([[true, { data: 1 }], [undefined, { data: 2 }]])
  expect(recordingsOf([turn({ ...asked({ data: 'S-1' }, 'MADE_UP'), connector: 'requests' })])).toEqual([])
})

test('a key is made of a name, and is nobody else’s', () => {
  expect(keyFor('¡Pérdida de tarjeta!', [])).toBe('perdida-de-tarjeta')
  expect(keyFor('2 saldos', [])).toBe('saldos')
  expect(keyFor('…', ['prueba', 'prueba-2'])).toBe('prueba-3')
})

test('a contact of whom nothing was typed is nobody', () => {
  const settings = newSettings('ES')
  expect(contactOf(settings)).toBeUndefined()
  expect(contactOf({ ...settings, contact: { name: ' Ana ', phone: '', email: '' } })).toEqual({ name: 'Ana' })
})

test('a conversation is found in the link that the desk shows', () => {
  const id = '01890000-0000-7000-8000-000000000001'
  expect(conversationIdIn(`https://x.example/agent/inbox/all/${id}?a=1`)).toBe(id)
  expect(conversationIdIn('nada')).toBeUndefined()
})

test('a line that is moved beyond the end stays', () => {
  expect(moved([1, 2, 3], 1, -1)).toEqual([2, 1, 3])
  expect(moved([1, 2, 3], 2, 1)).toEqual([1, 2, 3])
})

test('a test is called after what was said first, and after nothing where nothing was said', () => {
  const began: Turn = { line: null, simulation: simulation() }
  expect(suggestedName([began, { line: { kind: 'CONTACT', text: ' quiero mi balance ' }, simulation: simulation() }])).toBe('Quiero mi balance')
  expect(suggestedName([began, { line: { kind: 'TIME_PASSES', minutes: 5 }, simulation: simulation() }])).toBe('')
})
