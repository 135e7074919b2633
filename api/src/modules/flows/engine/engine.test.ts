import type { Json } from '@botpro/graphql/flows'
import { describe, expect, test } from 'vitest'
import { advance } from './engine.ts'
import { beginning, botOf, factsOn, flowOf, saying, tapping, variable } from './bot.fixture.ts'
import type { CompiledBot } from './compiled.ts'
import type { Facts } from './facts.ts'
import type { RunInput } from './input.ts'
import type { RunTurn } from './turn.ts'

/** Plays inputs one after the other; the last turn, and what all of them said. */
function played(bot: CompiledBot, inputs: RunInput[], facts: Facts = factsOn()): RunTurn & { texts: string[] } {
  let turn: RunTurn | undefined
  const texts: string[] = []
  for (const input of inputs) {
    turn = advance(bot, turn?.state ?? null, input, facts)
    texts.push(...turn.says.map(({ text }) => text))
  }
  return { ...turn!, texts }
}

const balance = flowOf('saldo', {
  variables: [variable('cedula'), variable('saldo', { type: 'MONEY' })],
  steps: {
    cedula: { kind: 'ASK', text: { ES: '¿Me indica su cédula?' }, answer: { type: 'CEDULA' }, saveAs: 'cedula', retries: 1, help: { ES: 'Son once números.' }, next: { answered: 'banco', failed: 'persona' } },
    banco: { kind: 'CALL', connector: 'banco', operation: 'balance', input: { cedula: { path: 'cedula' } }, save: [{ from: 'balance', to: 'saldo' }], next: { done: 'decir', failed: 'persona' } },
    decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Su saldo es {{ saldo | money }}.' } }] },
    persona: { kind: 'HAND_OFF', summary: { ES: 'Cédula {{ cedula }}, error {{ error.code }}' } },
  },
})
const bank = botOf([balance])
const CEDULA = '001-1391820-5'

describe('a flow that asks, calls and answers', () => {
  test('says what the system answered, in words', () => {
    const asked = played(bank, [beginning('saldo'), saying(CEDULA)])
    expect(asked.request).toMatchObject({ kind: 'CALL', connector: 'banco', operation: 'balance', input: { cedula: '00113918205' } })
    const told = advance(bank, asked.state, { kind: 'RESULT', requestId: asked.request!.id, result: { ok: true, data: { balance: { amount: '1234.50', currency: 'DOP' } } } }, factsOn())
    expect(told.says.map(({ text }) => text)).toEqual(['Su saldo es RD$ 1,234.50.'])
    expect(told.ended).toEqual({ outcome: null, failed: false })
  })

  test('calls a person with what it knows when the system fails', () => {
    const asked = played(bank, [beginning('saldo'), saying(CEDULA)])
    const told = advance(bank, asked.state, { kind: 'RESULT', requestId: asked.request!.id, result: { ok: false, code: 'TIMEOUT', message: 'late' } }, factsOn())
    expect(told.effects).toEqual([{ kind: 'HAND_OFF', queue: null, priority: 'NORMAL', summary: 'Cédula 00113918205, error TIMEOUT' }])
  })

  test('asks again for what it cannot take, and leaves by the exit for it when patience is over', () => {
    const again = played(bank, [beginning('saldo'), saying('12')])
    expect(again).toMatchObject({ misunderstood: true, state: { waiting: { kind: 'CONTACT' } } })
    expect(played(bank, [beginning('saldo'), saying('12'), saying('13')]).effects[0]).toMatchObject({ kind: 'HAND_OFF' })
  })

  test('keeps what she says while the system is asked for afterwards', () => {
    const meanwhile = played(bank, [beginning('saldo'), saying(CEDULA), saying('¿hola?')])
    expect(meanwhile).toMatchObject({ deferred: true, says: [] })
  })

  test('an answer to another request changes nothing', () => {
    const asked = played(bank, [beginning('saldo'), saying(CEDULA)])
    const late = advance(bank, asked.state, { kind: 'RESULT', requestId: 'r7', result: { ok: true, data: 1 } }, factsOn())
    expect(late).toMatchObject({ unused: true, state: asked.state })
  })
})

describe('words that work everywhere', () => {
  const menu = flowOf('menu', { steps: { menu: { kind: 'MENU', text: { ES: '¿Qué desea?' }, style: 'BUTTONS', options: [{ id: 'saldo', title: { ES: 'Mi saldo' } }, { id: 'ayuda', title: { ES: 'Ayuda' } }], next: { saldo: 'ir' } }, ir: { kind: 'JUMP', flow: 'saldo' } } })
  const bot = botOf([menu, balance], { mainFlow: 'menu' })

  test.each([
    ['menú', ['¿Me indica su cédula?', '¿Qué desea?']],
    ['Cancelar, por favor', ['¿Me indica su cédula?', 'Lo dejamos aquí.', '¿Qué desea?']],
    ['ayuda', ['¿Me indica su cédula?', 'Son once números.', '¿Me indica su cédula?']],
    ['empezar de nuevo', ['¿Me indica su cédula?', '¿Me indica su cédula?']],
    ['una persona', ['¿Me indica su cédula?', 'Le atiende una persona.']],
  ])('“%s” in the middle of a question', (word, texts) => {
    expect(played(bot, [beginning('saldo'), saying(word)]).texts).toEqual(texts)
  })

  test('a title that is offered comes before the word', () => {
    expect(played(bot, [beginning('menu'), saying('ayuda')]).texts).toEqual(['¿Qué desea?'])
  })

  test('a person is called without any run, and out of hours in other words', () => {
    expect(played(bot, [saying('quiero hablar con una persona')], factsOn({ hours: { open: false } })).texts).toEqual(['Ahora no hay nadie.'])
  })
})

test('a question of hers in between is answered, the step asks again, and no try is counted', () => {
  const aside = () => saying('¿a qué hora abren?', { aside: 'De 9 a 6.' })
  const { texts, state } = played(bank, [beginning('saldo'), aside(), aside(), aside()])
  expect(texts.slice(1)).toEqual(['De 9 a 6.', '¿Me indica su cédula?', 'De 9 a 6.', '¿Me indica su cédula?', 'De 9 a 6.', '¿Me indica su cédula?'])
  expect(state.waiting).toEqual({ kind: 'CONTACT' })
})

test('a flow that calls another gets its results, and goes on where it was', () => {
  const inner = flowOf('doble', { variables: [variable('n', { type: 'NUMBER', passed: 'IN' }), variable('r', { passed: 'OUT' })], steps: { set: { kind: 'SET', assignments: [{ to: 'r', value: { template: '{{ n | times: 2 }}' } }] } } })
  const outer = flowOf('fuera', {
    variables: [variable('r')],
    steps: { sub: { kind: 'SUB_FLOW', flow: 'doble', parameters: { n: { literal: 21 } }, results: [{ from: 'r', to: 'r' }], next: { done: 'say' } }, say: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: '{{ r }}' } }] } },
  })
  expect(played(botOf([inner, outer]), [beginning('fuera')]).texts).toEqual(['42'])
})

test('what her first words said is known to the flow that they begin, where it is of the type, and changes nothing that was known before', () => {
  const flow = flowOf('pedido', {
    variables: [variable('numero', { type: 'NUMBER' }), variable('cedula'), variable('cliente', { scope: 'CONVERSATION' })],
    steps: { a: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: '{{ numero }}-{{ cedula }}-{{ cliente }}' } }] } },
  })
  const said = saying('mi pedido 12', { entities: { numero: 12, cedula: { cedula: '1', valid: true }, cliente: 'otra', ajena: 'x' } })
  expect(played(botOf([flow]), [{ ...beginning('pedido'), said }]).texts).toEqual(['12--'])
})

test('nothing goes on once people have the conversation, however deep the flow that gave it to them', () => {
  const inner = flowOf('persona', { steps: { a: { kind: 'HAND_OFF' } } })
  const outer = flowOf('fuera', { steps: { sub: { kind: 'SUB_FLOW', flow: 'persona', parameters: {}, results: [], next: { done: 'say' } }, say: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'sigo' } }] } } })
  expect(played(botOf([inner, outer]), [beginning('fuera')])).toMatchObject({ texts: ['Le atiende una persona.'], ended: { outcome: 'HANDED_OFF' } })
})

test('a menu offers the items of a list, and keeps the one that was chosen', () => {
  const flow = flowOf('cuentas', {
    variables: [variable('cuentas', { type: 'LIST', initial: [{ no: '1', name: 'Ahorro' }, { no: '2', name: 'Nómina' }] }), variable('cuenta', { type: 'OBJECT' })],
    steps: {
      menu: { kind: 'MENU', text: { ES: '¿Cuál?' }, style: 'BUTTONS', options: [], items: { list: 'cuentas', title: { ES: '{{ number }}. {{ item.name }}' } }, saveAs: 'cuenta', next: { chosen: 'say' } },
      say: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'La {{ cuenta.no }}' } }] },
    },
  })
  const bot = botOf([flow])
  expect(played(bot, [beginning('cuentas')]).says[0]!.menu!.options.map(({ title }) => title)).toEqual(['1. Ahorro', '2. Nómina'])
  for (const chosen of [tapping('item-1'), saying('2'), saying('nómina')]) expect(played(bot, [beginning('cuentas'), chosen]).texts.at(-1)).toBe('La 2')
})

test.each([
  ['steps in a circle', flowOf('x', { steps: { a: { kind: 'SET', assignments: [], next: { done: 'b' } }, b: { kind: 'TAG', add: [], remove: [], next: { done: 'a' } } } }), 'BUDGET'],
  ['a flow that calls itself', flowOf('x', { steps: { a: { kind: 'SUB_FLOW', flow: 'x', parameters: {}, results: [] } } }), 'TOO_DEEP'],
  ['words without an end', flowOf('x', { steps: { a: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'hola' } }], next: { done: 'a' } } } }), 'TOO_MANY_MESSAGES'],
  ['a text that names nothing', flowOf('x', { steps: { a: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: '{{ nada }}' } }] } } }), 'UNKNOWN_VARIABLE'],
  ['a step that is not there', flowOf('x', { steps: { a: { kind: 'SET', assignments: [], next: { done: 'z' } } } }), 'NO_STEP'],
  ['a failure that leads nowhere', flowOf('x', { steps: { a: { kind: 'MENU', text: { ES: '?' }, style: 'LIST', options: [] } } }), 'NOTHING_TO_CHOOSE'],
])('%s: a person takes over, and the contact is told once', (_what, flow, code) => {
  const { texts, effects, ended } = played(botOf([flow]), [beginning('x')])
  expect(texts).toEqual(['Algo falló.', 'Le atiende una persona.'])
  expect(effects).toMatchObject([{ kind: 'TROUBLE', code, flow: 'x' }, { kind: 'HAND_OFF' }])
  expect(ended).not.toBeNull()
})

test('a wait is over at its moment and no earlier, and an event may come before it', () => {
  const flow = flowOf('x', { variables: [variable('dato')], steps: { a: { kind: 'WAIT', minutes: 10, event: 'pago', saveAs: 'dato', next: { elapsed: 'tarde', happened: 'listo' } }, tarde: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'tarde' } }] }, listo: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'listo {{ dato }}' } }] } } })
  const bot = botOf([flow])
  const { state } = played(bot, [beginning('x')])
  const at = (minute: number) => factsOn({ now: new Date(Date.UTC(2026, 10, 27, 15, minute)) })
  expect(advance(bot, state, { kind: 'TIME' }, at(9)).unused).toBe(true)
  expect(advance(bot, state, { kind: 'TIME' }, at(10)).says[0]!.text).toBe('tarde')
  expect(advance(bot, state, { kind: 'EVENT', event: 'pago', data: 'ya' }, at(1)).says[0]!.text).toBe('listo ya')
  expect(advance(bot, state, { kind: 'EVENT', event: 'otro', data: 'ya' }, at(1)).unused).toBe(true)
})

describe('what a step shows', () => {
  const showing = (message: object, more: Partial<Parameters<typeof factsOn>[0]> = {}) => {
    const flow = flowOf('uno', { variables: [variable('foto', { initial: 'https://x.example/carpeta/mapa%20nuevo.png' })], steps: { decir: { kind: 'SAY', messages: [message] } as never } })
    return played(botOf([flow]), [beginning('uno')], factsOn(more)).says
  }
  const picture = { fileId: '0198a000-0000-7000-8000-000000000001', name: 'es.png' }

  test('is the file of her language, or that of another where hers has none', () => {
    const source = { ES: picture, EN: { url: 'https://x.example/en.png' } }
    expect(showing({ kind: 'MEDIA', type: 'IMAGE', source, caption: { ES: 'Mire' } })).toMatchObject([{ text: 'Mire', media: { type: 'IMAGE', ...picture } }])
    expect(showing({ kind: 'MEDIA', type: 'IMAGE', source }, { language: 'EN' })).toMatchObject([{ media: { url: 'https://x.example/en.png', name: 'en.png' } }])
    expect(showing({ kind: 'MEDIA', type: 'IMAGE', source: { ES: picture } }, { language: 'EN' })).toMatchObject([{ media: picture }])
  })

  test('may lie at an address that a variable holds, and is called by the end of it', () => {
    expect(showing({ kind: 'MEDIA', type: 'IMAGE', source: { ES: { url: '{{ foto }}' } } })).toMatchObject([{ text: '', media: { url: 'https://x.example/carpeta/mapa%20nuevo.png', name: 'mapa nuevo.png' } }])
  })

  test.each(['http://x.example/a.png', 'mapa.png', 'javascript:alert(1)'])('is told in words where nothing can be fetched from “%s”', url => {
    const [said] = showing({ kind: 'MEDIA', type: 'IMAGE', source: { ES: { url } }, caption: { ES: 'Mire' } })
    expect([said!.text, said!.media]).toEqual([`Mire\n${url}`, undefined])
  })

  test('is a card with its picture, its link and its buttons', () => {
    expect(showing({ kind: 'CARD', title: { ES: 'Oferta' }, image: { ES: picture }, url: 'https://x.example/o', urlTitle: { ES: 'Ver' }, buttons: [{ id: 'si', title: { ES: 'Lo quiero' } }] })).toMatchObject([{
      content: { kind: 'CARD', title: 'Oferta', url: 'https://x.example/o', urlTitle: 'Ver' }, media: picture, menu: { style: 'MENU', options: [{ id: 'si', title: 'Lo quiero' }] },
    }])
  })
})

describe('a survey', () => {
  const flow = flowOf('encuesta', {
    variables: [variable('opinion', { type: 'OBJECT' })],
    steps: {
      uno: { kind: 'SURVEY', survey: 's', saveAs: 'opinion', questions: [{ id: 'nota', text: { ES: '¿Qué tal?' }, type: 'CSAT' }, { id: 'por_que', text: { ES: '¿Por qué?' }, type: 'TEXT' }], next: { done: 'decir', skipped: 'decir' } },
      decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: '{{ opinion.nota }}/{{ opinion.por_que }}' } }] },
    },
  })

  test.each([
    ['to its end', [tapping('5'), saying('Rápidos')], '5/Rápidos'], ['and broken off', [tapping('4'), tapping('skip')], '4/'], ['and cancelled', [tapping('3'), saying('cancelar')], '3/'],
    ['and not understood', [saying('no sé'), saying('tampoco')], '/'],
  ])('keeps what was answered, %s', (_how, inputs, last) => {
    expect(played(botOf([flow]), [beginning('encuesta'), ...inputs]).texts.at(-1)).toBe(last)
  })
})

describe('handing over', () => {
  const handing = (more: object, open: boolean) =>
    played(botOf([flowOf('p', { steps: { a: { kind: 'HAND_OFF', ...more } as never } })]), [beginning('p')], factsOn({ hours: { open } })).texts

  test.each([
    ['in hours says the step’s words', { text: { ES: 'Le paso con Caja.' }, outOfHoursText: { ES: 'Caja abre el lunes.' } }, true, ['Le paso con Caja.']],
    ['in hours says the bot’s where it has none', {}, true, ['Le atiende una persona.']],
    ['out of hours says its own words for that', { text: { ES: 'Le paso con Caja.' }, outOfHoursText: { ES: 'Caja abre el lunes.' } }, false, ['Caja abre el lunes.']],
    ['out of hours says the step’s words and the bot’s', { text: { ES: 'Anoté su caso.' } }, false, ['Anoté su caso.', 'Ahora no hay nadie.']],
    ['out of hours says the bot’s where it has none', {}, false, ['Ahora no hay nadie.']],
  ])('%s', (_how, more, open, texts) => {
    expect(handing(more, open)).toEqual(texts)
  })
})

describe('a payment that comes to nothing tells the steps that follow why', () => {
  const ended = (amount: Json, inputs: RunInput[] = []) => played(botOf([flowOf('pagar', { steps: {
    cobro: { kind: 'PAYMENT', amount: { literal: amount }, reference: { literal: 'F-1' }, description: { ES: 'Factura' }, text: { ES: 'Pague en {{ payment.url }}' }, next: { paid: 'fin', expired: 'fin', failed: 'decir' } },
    decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'No se pudo: {{ error.code }}' } }] }, fin: { kind: 'END' },
  } })]), [beginning('pagar'), ...inputs])
  const money = { amount: '10.00', currency: 'DOP' }
  const asked = ended(money)

  test('a bare number is no money', () => expect(ended(10).texts).toEqual(['No se pudo: NO_AMOUNT']))

  test('no link, and a payment that failed', () => {
    const [requestId, id] = [asked.request!.id, 'p-1']
    expect(ended(money, [{ kind: 'RESULT', requestId, result: { ok: false, code: 'TIMEOUT', message: 'late' } }]).texts).toEqual(['No se pudo: TIMEOUT'])
    const linked: RunInput = { kind: 'RESULT', requestId, result: { ok: true, data: { id, url: 'https://pago.example.com/1' } } }
    expect(ended(money, [linked, { kind: 'EVENT', event: `payment:${id}`, data: { state: 'FAILED' } }]).texts.at(-1)).toBe('No se pudo: FAILED')
  })
})
