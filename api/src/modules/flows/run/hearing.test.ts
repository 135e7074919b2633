import { describe, expect, test } from 'vitest'
import { botOf, factsOn, flowOf, saying, variable } from '../engine/bot.fixture.ts'
import { hearWords, type Hearing } from './hearing.ts'
import { RunTalk } from './run-talk.ts'
import type { Run } from './run.store.ts'

const say = (ES: string) => ({ kind: 'SAY' as const, messages: [{ kind: 'TEXT' as const, text: { ES } }] })
const menu = flowOf('menu', { steps: {
  elegir: { kind: 'MENU', text: { ES: '¿Qué desea?' }, style: 'LIST', options: [{ id: 'pago', title: { ES: 'Pagar' } }, { id: 'horas', title: { ES: 'Horario' } }], next: { pago: 'pago', horas: 'horas' } },
  pago: { kind: 'JUMP', flow: 'pago' }, horas: say('De 8 a 5.'),
} })
const pay = flowOf('pago', { variables: [variable('seguro', { type: 'YES_NO' })], steps: {
  seguro: { kind: 'ASK', text: { ES: '¿Pago la factura?' }, answer: { type: 'YES_NO' }, saveAs: 'seguro', next: { answered: 'pagado', failed: 'pagado' } }, pagado: say('Pagado: {{ seguro }}.'),
} })
const offer = flowOf('oferta', { triggers: [{ id: 't', kind: 'OPTION', option: 'oferta' }], steps: { decir: say('Dos por uno.') } })
const asks = (key: string, ES: string, trigger: Parameters<typeof flowOf>[1]['triggers']) => flowOf(key, { triggers: trigger!, variables: [variable('si', { type: 'YES_NO' })], steps: {
  si: { kind: 'ASK', text: { ES }, answer: { type: 'YES_NO' }, saveAs: 'si', next: { answered: 'fin', failed: 'fin' } }, fin: { kind: 'END' },
} })
const quiet = asks('quieta', '¿Sigue ahí?', [{ id: 'i', kind: 'INACTIVITY', minutes: 10 }])
const help = asks('ayudar', '¿Le llamo?', [{ id: 'k', kind: 'KEYWORD', words: { ES: ['llámeme'] }, interrupts: true }])
const bot = botOf([menu, pay, offer, quiet, help], { mainFlow: 'menu' })

type Chosen = NonNullable<Hearing['heard']['chosenFrom']>

/** One conversation, turn by turn: each finds what the one before left. */
function talking() {
  let runs: Run[] = []
  async function turn(work: (talk: RunTalk) => Promise<unknown>) {
    const talk = new RunTalk({ where: { contactId: 'c', conversationId: 'v' }, compiled: async () => bot, inside: async () => { throw new Error('Nothing is asked.') }, facts: factsOn(), runs: structuredClone(runs), versionId: 'v1' })
    await work(talk)
    const { gone, kept } = talk.changes
    runs = [...runs.filter(({ id }) => !gone.includes(id) && !kept.some(one => one.id === id)), ...kept]
    return { says: talk.says.map(({ text }) => text), last: talk.says.at(-1), handsOff: talk.hasLeft, visits: talk.changes.visits }
  }
  const hears = (heard: Partial<Hearing['heard']>, more: Partial<Hearing> = {}) => turn(talk =>
    hearWords(talk, bot, { heard: saying('', heard), isFirst: false, isMenuShown: false, isGreeting: false, isAnswerSurer: false, ...more }))
  return { turn, hears, runs: () => runs }
}

const chosen = (options: Record<string, string>, more: Partial<Chosen> = {}): Chosen =>
  ({ messageId: 'm', text: 'Otra cosa', options: Object.entries(options).map(([id, title]) => ({ id, title, description: null })), isTyped: false, ...more })

describe('a number of the last menu, typed where nothing is asked', () => {
  const typed = { isTyped: true }

  test('of the buttons under an answer calls a person, and runs nothing of the main menu', async () => {
    const { says, handsOff } = await talking().hears({ text: '2', optionId: 'person', chosenFrom: chosen({ menu: 'Menú principal', person: 'Hablar con una persona' }, typed) })
    expect([says, handsOff]).toEqual([['Le atiende una persona.'], true])
  })

  test('begins the flow of its button', async () => {
    const { says } = await talking().hears({ text: '1', optionId: 'oferta', chosenFrom: chosen({ oferta: 'Ver oferta' }, typed) })
    expect(says).toEqual(['Dos por uno.'])
  })

  test('of what is no more says its title to the main menu, and not its number', async () => {
    const { says } = await talking().hears({ text: '2', optionId: 'x', chosenFrom: chosen({ y: 'Una', x: 'Pagar' }, typed) })
    expect(says).toEqual(['¿Pago la factura?'])
  })

  test('answers what is asked where something is', async () => {
    const { hears } = talking()
    await hears({ text: 'menú' })
    expect((await hears({ text: '2', optionId: 'oferta', chosenFrom: chosen({ y: 'Una', oferta: 'Ver oferta' }, typed) })).says).toEqual(['De 8 a 5.'])
  })
})

test('the button of the greeting, tapped after “hola”, is chosen of the very menu that “hola” began', async () => {
  const { hears, runs } = talking()
  await hears({ text: 'hola' }, { isFirst: true, isMenuShown: true, isGreeting: true })
  const [begun] = runs()
  const { says, visits } = await hears({ text: 'Horario', optionId: 'horas', chosenFrom: chosen({ pago: 'Pagar', horas: 'Horario' }, { messageId: 'greeting' }) })
  expect(says).toEqual(['De 8 a 5.'])
  expect(visits.map(({ runId, step }) => [runId, step])).toEqual([[begun!.id, 'elegir'], [begun!.id, 'horas']])
})

describe('a button of the question that something came between', () => {
  async function askedBoth(between: (talk: ReturnType<typeof talking>) => Promise<unknown>) {
    const talk = talking()
    const { last } = await talk.turn(one => one.begin({ kind: 'START', flow: 'pago', trigger: { kind: 'MENU', id: null, data: null } }))
    await between(talk)
    return { ...talk, taps: () => talk.hears({ text: 'Sí', optionId: last!.menu!.options[0]!.id, chosenFrom: { messageId: last!.id!, text: last!.text, options: last!.menu!.options, isTyped: false } }) }
  }

  test('answers it, and whether she is there is asked no more', async () => {
    const { taps, runs } = await askedBoth(({ turn, runs: kept }) => turn(talk => talk.nudge(talk.run(kept()[0]!.id)!)))
    expect((await taps()).says).toEqual(['Pagado: true.'])
    expect(runs()).toEqual([])
  })

  test('answers it, and what came between is asked again', async () => {
    const { taps, runs } = await askedBoth(({ hears }) => hears({ text: 'llámeme' }))
    expect((await taps()).says).toEqual(['Pagado: true.', '¿Le llamo?'])
    expect(runs().map(({ place }) => place)).toEqual(['FOREGROUND'])
  })
})
