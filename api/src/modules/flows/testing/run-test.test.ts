import type { FlowTest } from '@botpro/graphql/flows'
import { expect, test } from 'vitest'
import { botOf, flowOf, variable } from '../engine/bot.fixture.ts'
import { runTest } from './run-test.ts'

const menu = flowOf('menu', {
  triggers: [{ id: 't', kind: 'FIRST_MESSAGE' }],
  steps: {
    menu: { kind: 'MENU', text: { ES: '¿Qué desea?' }, style: 'BUTTONS', options: [{ id: 'saldo', title: { ES: 'Mi saldo' } }, { id: 'pagar', title: { ES: 'Pagar' } }], next: { saldo: 'saldo', pagar: 'pagar' } },
    saldo: { kind: 'JUMP', flow: 'saldo' }, pagar: { kind: 'JUMP', flow: 'pagar' },
  },
})
const balance = flowOf('saldo', {
  triggers: [{ id: 't', kind: 'INTENT', intent: 'balance' }],
  variables: [variable('cedula'), variable('saldo', { type: 'MONEY' })],
  steps: {
    cedula: { kind: 'ASK', text: { ES: '¿Su cédula?' }, answer: { type: 'CEDULA' }, saveAs: 'cedula', next: { answered: 'banco', failed: 'fin' } },
    banco: { kind: 'CALL', connector: 'banco', operation: 'balance', input: { cedula: { path: 'cedula' } }, save: [{ from: 'balance', to: 'saldo' }], next: { done: 'decir', failed: 'persona' } },
    decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Tiene {{ saldo | money }}.' } }], next: { done: 'fin' } },
    persona: { kind: 'HAND_OFF', queue: 'Caja' },
    fin: { kind: 'END', outcome: 'told' },
  },
})
const pay = flowOf('pagar', {
  variables: [variable('pago', { type: 'OBJECT' })],
  steps: {
    pagar: { kind: 'PAYMENT', amount: { literal: { amount: '10.00', currency: 'DOP' } }, reference: { literal: 'F-1' }, description: { ES: 'Factura' }, text: { ES: 'Pague en {{ payment.url }}' }, minutes: 30, saveAs: 'pago', next: { paid: 'gracias', expired: 'tarde', failed: 'tarde' } },
    gracias: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: '¡Gracias!' } }] }, tarde: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Venció.' } }] },
  },
})
const bot = botOf([menu, balance, pay], { mainFlow: 'menu' })
const scene = (lines: FlowTest['lines'], more: Partial<FlowTest> = {}): FlowTest => ({ key: 't', name: 't', channel: 'WEB', language: 'ES', lines, recordings: [], ...more })
const recorded = { connector: 'banco', operation: 'balance', input: { cedula: '00113918205' }, answer: { data: { balance: { amount: '5.00', currency: 'DOP' } } } }

test('a conversation that goes as it should passes, and everything that was said is told', async () => {
  const outcome = await runTest(bot, scene([
    { kind: 'CONTACT', text: 'buenas' }, { kind: 'EXPECT', that: [{ kind: 'OFFERS', option: 'Mi saldo' }] },
    { kind: 'CONTACT', option: 'Mi saldo' }, { kind: 'EXPECT', that: [{ kind: 'AT_STEP', flow: 'saldo', step: 'cedula' }] },
    { kind: 'CONTACT', text: '001-1391820-5' },
    { kind: 'EXPECT', that: [{ kind: 'SAYS', text: 'Tiene RD$ 5.00.', match: 'EQUALS' }, { kind: 'CALLS', connector: 'banco', operation: 'balance', input: { cedula: '00113918205' } }, { kind: 'ENDS', outcome: 'told' }] },
  ], { recordings: [recorded] }))
  expect(outcome).toMatchObject({ passed: true, message: null })
  expect(outcome.transcript.map(({ who, text }) => `${who} ${text}`)).toEqual(['CONTACT buenas', 'BOT ¿Qué desea?', 'CONTACT Mi saldo', 'BOT ¿Su cédula?', 'CONTACT 001-1391820-5', 'BOT Tiene RD$ 5.00.'])
})

test.each([
  ['says', { kind: 'SAYS', text: 'Adiós', match: 'CONTAINS' }, 'Expected “Adiós”; the bot said “¿Qué desea?”.'],
  ['says not', { kind: 'SAYS', text: 'desea', match: 'NOT_CONTAINS' }, 'Expected nothing like “desea”'],
  ['offers', { kind: 'OFFERS', option: 'Nada' }, 'what is offered: Mi saldo, Pagar'],
  ['stands', { kind: 'AT_STEP', flow: 'saldo', step: 'cedula' }, 'it is at menu.menu'],
  ['hands off', { kind: 'HANDS_OFF' }, 'Expected a person to take over'],
  ['ends', { kind: 'ENDS' }, 'Expected an end'],
  ['asks', { kind: 'CALLS', connector: 'banco', operation: 'balance' }, 'what was asked: nothing'],
  ['knows', { kind: 'VARIABLE', path: 'contact.name', equals: 'Ana' }, 'it is null'],
] as const)('a bot that does not do what a test expects of it fails it, and is told why: %s', async (_what, expected, message) => {
  const outcome = await runTest(bot, scene([{ kind: 'CONTACT', text: 'buenas' }, { kind: 'EXPECT', that: [expected] }]))
  expect(outcome).toMatchObject({ passed: false, line: 1 })
  expect(outcome.message).toContain(message)
})

test('what came otherwise is told in parts, so that it can be said in any language', async () => {
  const differenceOf = async (that: Extract<FlowTest['lines'][number], { kind: 'EXPECT' }>['that']) => (await runTest(bot, scene([{ kind: 'CONTACT', text: 'buenas' }, { kind: 'EXPECT', that }]))).difference
  expect(await differenceOf([{ kind: 'SAYS', text: '¿Qué desea?', match: 'EQUALS' }])).toBeNull()
  expect(await differenceOf([{ kind: 'OFFERS', option: 'Pagar' }, { kind: 'SAYS', text: 'Adiós', match: 'CONTAINS' }])).toEqual({ kind: 'SAYS', expected: 'Adiós', found: '¿Qué desea?', subject: null })
  expect(await differenceOf([{ kind: 'VARIABLE', path: 'contact.name', equals: 'Ana' }])).toEqual({ kind: 'VARIABLE', expected: '"Ana"', found: 'null', subject: 'contact.name' })
})

test('what was not recorded fails as a call would, and an option that is not offered cannot be tapped', async () => {
  const lines: FlowTest['lines'] = [{ kind: 'CONTACT', text: 'saldo', understood: { intent: 'balance' } }, { kind: 'CONTACT', text: '001-1391820-5' }, { kind: 'EXPECT', that: [{ kind: 'HANDS_OFF', queue: 'Caja' }] }]
  expect(await runTest(bot, scene(lines))).toMatchObject({ passed: true })
  expect(await runTest(bot, scene([{ kind: 'CONTACT', option: 'Mi saldo' }]))).toMatchObject({ passed: false, line: 0 })
})

test('time passes, events happen, and a menu of before can still be tapped', async () => {
  const paid: FlowTest['lines'] = [{ kind: 'CONTACT', text: 'pagar' }, { kind: 'EXPECT', that: [{ kind: 'SAYS', text: 'https://pagos.example/1', match: 'CONTAINS' }] }, { kind: 'EVENT', event: 'payment', data: { state: 'PAID' } }, { kind: 'EXPECT', that: [{ kind: 'SAYS', text: '¡Gracias!', match: 'EQUALS' }] }]
  const expired: FlowTest['lines'] = [{ kind: 'CONTACT', text: 'pagar' }, { kind: 'TIME_PASSES', minutes: 31 }, { kind: 'EXPECT', that: [{ kind: 'SAYS', text: 'Venció.', match: 'EQUALS' }] }]
  const meanwhile: FlowTest['lines'] = [{ kind: 'CONTACT', text: 'pagar' }, { kind: 'CONTACT', text: 'mi saldo' }, { kind: 'EXPECT', that: [{ kind: 'SAYS', text: '¿Su cédula?', match: 'EQUALS' }] }, { kind: 'EVENT', event: 'payment', data: { state: 'PAID' } }, { kind: 'EXPECT', that: [{ kind: 'SAYS', text: '¡Gracias!', match: 'CONTAINS' }] }]
  for (const lines of [paid, expired, meanwhile]) expect(await runTest(bot, scene(lines, { flow: 'menu' }))).toMatchObject({ message: null })
})

test('a test plays in the hours that it names, and an event begins only what its condition allows', async () => {
  const flows = [
    flowOf('cerrado', { triggers: [{ id: 't', kind: 'OUT_OF_HOURS' }], steps: { decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Estamos cerrados.' } }] } } }),
    flowOf('aviso', { triggers: [{ id: 'e', kind: 'EVENT', event: 'ready', when: { left: 'hours.open', operator: 'IS_TRUE' } }], steps: { decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Pedido {{ trigger.data.number }}.' } }] } } }),
  ]
  const played = (hours: 'OPEN' | 'CLOSED', lines: FlowTest['lines']) =>
    runTest(botOf(flows), { key: 't', name: 't', channel: 'WEB', language: 'ES', hours, lines, recordings: [] })
  const says = (text: string, match: 'CONTAINS' | 'NOT_CONTAINS' = 'CONTAINS') => ({ kind: 'EXPECT' as const, that: [{ kind: 'SAYS' as const, text, match }] })
  const told = { kind: 'EVENT' as const, event: 'ready', data: { number: 'P-1' } }
  expect(await played('CLOSED', [{ kind: 'CONTACT', text: 'hola' }, says('Estamos cerrados.')])).toMatchObject({ passed: true })
  expect(await played('OPEN', [{ kind: 'CONTACT', text: 'hola' }, says('Estamos cerrados.', 'NOT_CONTAINS')])).toMatchObject({ passed: true })
  expect(await played('OPEN', [told, says('Pedido P-1.')])).toMatchObject({ passed: true })
  expect(await played('CLOSED', [told, says('Pedido', 'NOT_CONTAINS')])).toMatchObject({ passed: true })
})
