import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BotContent, Flow } from '@botpro/graphql/flows'
import { canonicalText } from '../bots/canonical.ts'
import { newContent } from '../bots/new-bot.ts'
import { applyDiff, diffBots } from './bot-diff.ts'
import { applyFields, diffFields } from './field-diff.ts'
import { bots } from './random-bots.fixture.ts'
import { shownDiff } from './shown-diff.ts'

test('what is different, done to the one, gives the other', () => {
  fc.assert(fc.property(bots, bots, (before, after) => {
    expect(canonicalText(applyDiff(before, diffBots(before, after)))).toBe(canonicalText(after))
  }), { numRuns: 300 })
})

test('any two values are told apart so that the one can be made the other', () => {
  const json = fc.jsonValue({ maxDepth: 4 }).filter(value => !JSON.stringify(value).includes('__proto__')) as fc.Arbitrary<never>
  fc.assert(fc.property(json, json, (before, after) => {
    expect(canonicalText(applyFields(before, diffFields(before, after)))).toBe(canonicalText(after))
  }), { numRuns: 500 })
})

test('a bot is no different from itself', () => {
  fc.assert(fc.property(bots, bot => {
    const { settings, flows, tests, isReordered } = shownDiff(diffBots(bot, structuredClone(bot)))
    expect([settings, flows, tests, isReordered]).toEqual([[], [], [], false])
  }), { numRuns: 50 })
})

const begun = newContent('ES')
const changed = (change: (flow: Flow) => Flow): BotContent => ({ ...begun, flows: begun.flows.map(change) })
const shown = (after: BotContent) => shownDiff(diffBots(begun, after))

test('another text is found in its step, with both texts', () => {
  const after = changed(flow => structuredClone({ ...flow, steps: flow.steps.map(step =>
    ({ ...step, messages: [{ kind: 'TEXT' as const, text: { ES: 'Buenas', EN: 'Hello! How can I help you?' } }] }) as Flow['steps'][number]) }))
  expect(shown(after).flows).toMatchObject([{
    key: 'bienvenida', kind: 'CHANGED', fields: [],
    steps: [{ id: 'say1', kind: 'CHANGED', isMovedOnly: false, fields: [{ path: 'messages.0.text.ES', kind: 'CHANGED', before: '¡Hola! ¿En qué le puedo ayudar?', after: 'Buenas' }] }],
  }])
})

test('a step that only stands elsewhere on the canvas says so', () => {
  const after = changed(flow => ({ ...flow, steps: flow.steps.map(step => ({ ...step, position: { x: 40, y: 0 } })) }))
  expect(shown(after).flows[0]!.steps).toMatchObject([{ isMovedOnly: true }])
})

test('an option of a menu is found by its id, wherever it stands', () => {
  const menu = (ids: string[]): Flow['steps'][number] => ({
    id: 'menu', kind: 'MENU', position: { x: 0, y: 0 }, next: {}, text: {}, style: 'BUTTONS', options: ids.map(id => ({ id, title: { ES: id } })),
  })
  const [before, after] = [['a', 'b'], ['c', 'b', 'a']].map(ids => changed(flow => ({ ...flow, steps: [menu(ids)] })))
  expect(shownDiff(diffBots(before!, after!)).flows[0]!.steps[0]!.fields).toEqual([
    { path: 'options.c', kind: 'ADDED', before: null, after: { id: 'c', title: { ES: 'c' } } },
    { path: 'options', kind: 'CHANGED', before: ['a', 'b'], after: ['c', 'b', 'a'] },
  ])
})

test('flows that are new or gone are named, not spelled out; their order counts', () => {
  const other: Flow = { ...begun.flows[0]!, key: 'saldo', name: 'Saldo' }
  expect(shown({ ...begun, flows: [other] }).flows).toMatchObject([
    { key: 'bienvenida', kind: 'REMOVED', fields: [] }, { key: 'saldo', name: 'Saldo', kind: 'ADDED', fields: [] },
  ])
  expect(shown({ ...begun, flows: [...begun.flows, other] }).isReordered).toBe(false)
  expect(shown({ ...begun, flows: [other, ...begun.flows] }).isReordered).toBe(true)
})
