import fc from 'fast-check'
import { BotContent, type Condition, type Flow, type FlowTest, type Json, type LocalText, type Step, type Value } from '@botpro/graphql/flows'
import { canonical } from '../bots/canonical.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 20 }).filter(one => !one.includes('\0') && one.isWellFormed())
const name = text.map(one => `n${one}`.trim())
const id = fc.constantFrom('a', 'b', 'c', '1', '2', '10', 'yes', 'no', 'x-1', 'si_2', 'zz')
const key = fc.constantFrom('balance', 'orders', 'hello', 'help-me', 'k1', 'k2')
const variable = fc.constantFrom('cedula', 'account', 'n1', 'total')
const path = fc.constantFrom('cedula', 'account.balance', 'items[0].name', 'contact.phone')
const local: fc.Arbitrary<LocalText> = fc.record({ ES: text, EN: text }, { requiredKeys: [] })
const json = fc.jsonValue({ maxDepth: 2 }).filter(isKept) as fc.Arbitrary<Json>
const value: fc.Arbitrary<Value> = fc.oneof(fc.record({ literal: json }), fc.record({ path }), fc.record({ template: text }))
const position = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.double({ noNaN: true, min: -1e6, max: 1e6 }) })
const next = fc.dictionary(id, id, { maxKeys: 3 })

/** Text that the database keeps, under names that objects keep. */
function isKept(given: unknown): boolean {
  const written = JSON.stringify(given)
  return !/\\u0000|\\ud[89a-f]|__proto__/i.test(written)
}

const condition: fc.Arbitrary<Condition> = fc.letrec<{ one: Condition; whole: Condition }>(tie => ({
  one: fc.record({ left: path, operator: fc.constantFrom('EQUALS', 'GREATER', 'IS_SET'), right: fc.record({ literal: json }) }, { requiredKeys: ['left', 'operator'] }) as fc.Arbitrary<Condition>,
  whole: fc.oneof({ maxDepth: 2 }, tie('one'), fc.record({ all: fc.array(tie('whole'), { minLength: 1, maxLength: 2 }) }), fc.record({ none: fc.array(tie('whole'), { minLength: 1, maxLength: 2 }) })),
})).whole

const source = fc.oneof(fc.record({ url: text, name }, { requiredKeys: ['url'] }), fc.record({ fileId: fc.uuid(), name }))
const media = fc.record({ ES: source, EN: source }, { requiredKeys: [] })
const speech = { text: local, variants: fc.array(fc.record({ channels: fc.constant(['SMS' as const]), text: local }), { maxLength: 2 }) }
const option = fc.record({ id, title: local, description: local, words: fc.array(text, { maxLength: 2 }) }, { requiredKeys: ['id', 'title'] })
const options = fc.uniqueArray(option, { selector: ({ id }) => id, maxLength: 4 })

const bodies: Record<string, fc.Arbitrary<object>> = {
  SAY: fc.record({ messages: fc.array(fc.oneof(fc.record({ kind: fc.constant('TEXT'), ...speech }), fc.record({ kind: fc.constant('CARD'), title: local, url: text, image: media, buttons: fc.array(fc.record({ id, title: local }), { maxLength: 3 }) }, { requiredKeys: ['kind', 'title'] }),
    fc.record({ kind: fc.constant('MEDIA'), type: fc.constantFrom('IMAGE', 'VIDEO', 'AUDIO', 'FILE'), source: media, caption: local }, { requiredKeys: ['kind', 'type', 'source'] })), { minLength: 1, maxLength: 3 }) }),
  MENU: fc.record({ ...speech, style: fc.constantFrom('BUTTONS', 'LIST'), options, retries: fc.integer({ min: 0, max: 9 }) }),
  ASK: fc.record({ text: local, answer: fc.oneof(fc.constant({ type: 'CEDULA' }), fc.record({ type: fc.constant('NUMBER'), min: fc.double({ noNaN: true, noDefaultInfinity: true }) })), saveAs: variable }),
  BRANCH: fc.record({ rules: fc.uniqueArray(fc.record({ id, when: condition }), { selector: ({ id }) => id, minLength: 1, maxLength: 3 }) }),
  SET: fc.record({ assignments: fc.array(fc.record({ to: path, value }), { minLength: 1, maxLength: 3 }) }),
  CALL: fc.record({ connector: key, operation: key, input: fc.dictionary(fc.constantFrom('id', '1', 'account.no', 'a b'), value, { maxKeys: 3 }), saveAs: variable }),
  TAG: fc.record({ add: fc.array(name, { maxLength: 2 }), remove: fc.array(name, { maxLength: 2 }) }),
  HAND_OFF: fc.record({ text: local, outOfHoursText: local }, { requiredKeys: [] }),
  SURVEY: fc.record({ survey: key, saveAs: variable, questions: fc.constant([{ id: 'a', text: { ES: '¿Qué tal?' }, type: 'CSAT' }]) }, { requiredKeys: ['survey', 'questions'] }),
  APPOINTMENT: fc.record({ action: fc.constant('BOOK'), remarks: value }, { requiredKeys: ['action'] }),
  END: fc.record({ outcome: text }, { requiredKeys: [] }),
}

const step = fc.constantFrom(...Object.keys(bodies)).chain(kind =>
  fc.record({ base: fc.record({ id, name: text, position, next }, { requiredKeys: ['id', 'position', 'next'] }), body: bodies[kind]! })
    .map(({ base, body }) => ({ ...base, ...body, kind }) as Step))

const trigger = fc.oneof(
  fc.record({ id, kind: fc.constant('FIRST_MESSAGE' as const) }),
  fc.record({ id, kind: fc.constant('KEYWORD' as const), words: fc.record({ ES: fc.array(name, { maxLength: 2 }) }), when: condition, interrupts: fc.boolean() }),
)

const flow = fc.record({
  key, name, description: text,
  variables: fc.uniqueArray(fc.record({ name: variable, type: fc.constantFrom('TEXT', 'MONEY'), scope: fc.constantFrom('FLOW', 'CONVERSATION'), initial: json, passed: fc.constant('IN'), optional: fc.boolean() }, { requiredKeys: ['name', 'type', 'scope'] }), { selector: one => one.name, maxLength: 3 }),
  triggers: fc.array(trigger, { maxLength: 2 }), start: id,
  steps: fc.uniqueArray(step, { selector: one => one.id, minLength: 1, maxLength: 6 }),
}) as fc.Arbitrary<Flow>

const test = fc.record({
  key, name, channel: fc.constant('WEB'), language: fc.constant('ES'), hours: fc.constantFrom('OPEN', 'CLOSED'),
  lines: fc.array(fc.oneof(fc.record({ kind: fc.constant('CONTACT'), text }), fc.record({ kind: fc.constant('EXPECT'), that: fc.constant([{ kind: 'SAYS', text: 'hola', match: 'CONTAINS' }]) })), { minLength: 1, maxLength: 3 }),
  recordings: fc.array(fc.record({ connector: key, operation: key, answer: fc.record({ data: json }) }), { maxLength: 2 }),
}) as fc.Arbitrary<FlowTest>

const words = fc.record({ ES: fc.array(name, { maxLength: 3 }), EN: fc.array(name, { maxLength: 3 }) }, { requiredKeys: [] })
const settings = fc.record({
  languages: fc.constantFrom(['ES'], ['ES', 'EN']),
  words: fc.record({ menu: words, help: words, person: words, cancel: words, restart: words }),
  mainFlow: key,
  texts: fc.record({ help: local, cancelled: local, notUnderstood: local, trouble: local, handOff: local, outOfHours: local }),
  answersInBetween: fc.boolean(),
}, { requiredKeys: ['languages', 'words', 'texts'] })

/** Bots as the format lets them be, sensible or not. */
export const bots: fc.Arbitrary<BotContent> = fc.record({
  settings, flows: fc.uniqueArray(flow, { selector: one => one.key, maxLength: 4 }), tests: fc.uniqueArray(test, { selector: one => one.key, maxLength: 3 }),
}).map(content => canonical(BotContent.parse(content)))
