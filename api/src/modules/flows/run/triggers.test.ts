import { describe, expect, test } from 'vitest'
import type { Flow } from '@botpro/graphql/flows'
import { botOf, factsOn, flowOf, saying } from '../engine/bot.fixture.ts'
import { triggeredBy } from './triggers.ts'

const end = { fin: { kind: 'END' as const } }
const flow = (key: string, ...triggers: Flow['triggers']) => flowOf(key, { triggers, steps: end })
const word = (...ES: string[]): Flow['triggers'][number] => ({ id: 'w', kind: 'KEYWORD', words: { ES } })
const intent = (name: string, more: object = {}): Flow['triggers'][number] => ({ id: 'i', kind: 'INTENT', intent: name, ...more })

const bot = botOf([
  flow('primero', { id: 'f', kind: 'FIRST_MESSAGE' }), flow('cerrado', { id: 'o', kind: 'OUT_OF_HOURS' }),
  flow('saldo', word('saldo', 'mi saldo')), flow('pagar', intent('pay')), flow('boton', { id: 'b', kind: 'OPTION', option: 'ver' }),
])
const begun = (text: string, { isFirst = true, open = true, ...heard }: { isFirst?: boolean; open?: boolean; optionId?: string; intent?: { name: string; confidence: number } } = {}) =>
  triggeredBy(bot, { heard: saying(text, heard), facts: factsOn({ hours: { open } }), isFirst })?.flow

describe('of what fits, the most telling begins', () => {
  test.each([
    ['a keyword that is the whole message, before what ELENA read', 'Saldo', { intent: { name: 'pay', confidence: 1 } }, 'saldo'],
    ['a keyword with nothing but politeness around it, too', 'hola, mi saldo por favor', { intent: { name: 'pay', confidence: 1 } }, 'saldo'],
    ['what ELENA read of a sentence, before a keyword within it', 'quiero pagar el saldo de mi préstamo', { intent: { name: 'pay', confidence: 0.8 } }, 'pagar'],
    ['a keyword within a sentence, where ELENA read nothing', '¿cuánto es el saldo de mi cuenta?', {}, 'saldo'],
    ['a button, before its words', 'saldo', { optionId: 'ver' }, 'boton'],
    ['the hours, before the first message', 'buenas', { open: false }, 'cerrado'],
    ['the first message, where nothing else does', 'buenas', {}, 'primero'],
    ['nothing, later in the conversation', 'buenas', { isFirst: false }, undefined],
  ])('%s', (_what, text, more, flow) => {
    expect(begun(text, more)).toBe(flow)
  })
})

test('in the middle of a flow only what waits for no answer is asked for, and never that very flow', () => {
  const urgent = botOf([flow('saldo', word('saldo')), flow('urgencia', intent('emergency', { interrupts: true }))])
  const found = (name: string, within: string[]) => triggeredBy(urgent, { heard: saying('saldo', { intent: { name, confidence: 1 } }), facts: factsOn(), isFirst: false, within, interrupting: true })?.flow
  expect([found('emergency', ['pagar']), found('emergency', ['urgencia']), found('otra', ['pagar'])]).toEqual(['urgencia', undefined, undefined])
})
