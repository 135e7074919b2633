import { randomUUID } from 'node:crypto'
import type { Flow, Json } from '@botpro/graphql/flows'
import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import { Units } from '../../../platform/units.ts'
import { ContactService } from '../../contacts/index.ts'
import { adapters } from '../../channels/index.ts'
import { sceneFor } from '../../conversations/bot/bot-scene.ts'
import { Lines } from '../../channels/provider/lines.ts'
import { systemActor } from '../../../platform/actor.ts'
import type { Jobs } from '../../../platform/jobs.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import { ContactRooms, ConversationService, MenuBot, VisitorMessageService } from '../../conversations/index.ts'
import { BotEventUnheard } from './flow-events.errors.ts'
import { FlowEvents, type Happened, type ToldEvent } from './flow-events.ts'
import { botOf, flowOf, variable } from '../engine/bot.fixture.ts'
import type { OutsideRequest, RequestResult } from '../engine/request.ts'
import { FlowBot } from './flow-bot.ts'
import type { OutsideAsking } from './outside-requests.ts'
import { CLAIM_MS, RequestWork } from './request-work.ts'
import { RunClock } from './run-clock.ts'
import { RunMover } from './run-mover.ts'
import { tidyRuns } from './run.tidy.ts'
import { KeptTurn } from './turn-effects.ts'

const database = useDatabase({ entities })

const menu = flowOf('menu', {
  steps: {
    menu: { kind: 'MENU', text: { ES: '¿Qué desea?' }, style: 'BUTTONS', options: [{ id: 'saldo', title: { ES: 'Mi saldo' } }, { id: 'espera', title: { ES: 'Esperar' } }], next: { saldo: 'saldo', espera: 'espera' } },
    saldo: { kind: 'JUMP', flow: 'saldo' }, espera: { kind: 'JUMP', flow: 'espera' },
  },
})
const balance = flowOf('saldo', {
  triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['saldo'] } }], variables: [variable('cedula'), variable('saldo')],
  steps: {
    cedula: { kind: 'ASK', text: { ES: '¿Su cédula?' }, answer: { type: 'CEDULA' }, saveAs: 'cedula', next: { answered: 'recordar', failed: 'persona' } },
    recordar: { kind: 'SET', assignments: [{ to: 'contact.cedula', value: { path: 'cedula' } }], next: { done: 'banco' } },
    banco: { kind: 'CALL', connector: 'banco', operation: 'balance', input: { cedula: { path: 'cedula' } }, save: [{ from: 'balance', to: 'saldo' }], next: { done: 'decir', failed: 'persona' } },
    decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Tiene {{ saldo }}.' } }], next: { done: 'etiqueta' } },
    etiqueta: { kind: 'TAG', add: ['consultó'], remove: [] },
    persona: { kind: 'HAND_OFF', queue: 'Caja', priority: 'HIGH', summary: { ES: 'Cédula {{ cedula }}: {{ error.code }}' }, next: { returned: 'vuelta' } },
    vuelta: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Aquí estoy de nuevo.' } }] },
  },
})
const waits = flowOf('espera', { steps: { espera: { kind: 'WAIT', minutes: 5, next: { elapsed: 'decir' } }, decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Ya es hora.' } }] } } })
const idle = flowOf('quieta', { triggers: [{ id: 't', kind: 'INACTIVITY', minutes: 10 }], steps: { decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: '¿Sigue ahí?' } }] } } })
const CEDULA = '001-1391820-5'

let world: World
let now: Date
let asked: { request: OutsideRequest; asking: OutsideAsking }[]
let answer: (request: OutsideRequest) => Promise<RequestResult>
let mayRepeat: boolean
let errors: unknown[]

beforeEach(async () => {
  world = await newWorld(database)
  now = new Date('2026-11-27T15:00:00Z')
  asked = []
  answer = async () => ({ ok: true, data: { balance: 'RD$ 5.00' } })
  mayRepeat = false
  errors = []
})

/** One process: what it holds in memory dies with it. */
function newProcess(flows: Flow[] = [menu, balance, waits, idle], { isKilledBefore = '', known = null as Json, most = 1000 } = {}) {
  const units = new Units({ pools: database.pools, entities, clock: () => now })
  const compiled = botOf(flows, { mainFlow: 'menu' })
  const bots = { serving: async () => ({ botId: 'b', versionId: VERSION }), compiled: async () => compiled }
  const bot = new FlowBot({ bots, menu: new MenuBot(), inside: { answer: async () => ({ ok: false, code: 'NONE', message: '' }) }, effects: new KeptTurn({ requests: () => work }) })
  const rooms = () => new ContactRooms({ lines })
  const mover = new RunMover({ units, bot, rooms, outcomes: { known: async () => known, heard: async () => {} } })
  const events = new FlowEvents({ units, mover, bot, rooms, most, jobs: { handle: () => {} } as unknown as Jobs })
  const killed = async (at: string) => { if (at === isKilledBefore) throw new Error('killed') }
  const outside = {
    async answer(request: OutsideRequest, asking: OutsideAsking) {
      await killed('asking')
      asked.push({ request, asking })
      const result = await answer(request)
      await killed('telling')
      return result
    },
    mayRepeat: async () => mayRepeat,
  }
  // A process that is killed tells nobody anything any more.
  const telling: Pick<RunMover, 'answered'> = { answered: async (...told) => (isKilledBefore ? undefined : mover.answered(...told)) }
  const work: RequestWork = new RequestWork({ units, outside, mover: telling, onError: error => errors.push(error) })
  const clock = new RunClock({ units, requests: work, mover, onError: error => errors.push(error) })
  const messages = new VisitorMessageService({ contacts: new ContactService(), bot })
  const conversations = new ConversationService(bot)
  const visitor = world.visitor()
  const say = (text: string, optionId: string | null = null) => units.tenant({ tenantId: world.tenantId, actor: visitor, now }, unit =>
    messages.receive(unit, { clientId: randomUUID(), text, optionId, attachmentIds: [], language: 'ES' }))
  /** Another system tells; what it is answered, and what became of it. */
  const tell = async (told: Omit<ToldEvent, 'contactId'> & { contactId?: string }) => {
    const contactId = told.contactId ?? (await database.owner.query('select id from contact where tenant_id = $1', [world.tenantId])).rows[0].id as string
    const result = await inUnit(units, unit => events.tellByHand(unit, { ...told, contactId }))
    if (!(result instanceof Refusal)) await events.spread((await tellings()).at(-1)!)
    return result instanceof BotEventUnheard ? result.problem : result instanceof Refusal ? result.code : result.outcome
  }
  return { units, bot, mover, work, clock, conversations, events, say, tell }
}

const inUnit = <Result>(units: Units, work: (unit: Unit) => Promise<Result>) => units.tenant({ tenantId: world.tenantId, actor: systemActor(world.tenantId), now }, work)
const lines = new Lines({ units: database.units, sealer: {} as never, adapters, http: {} as never, publicUrl: () => '' })
const VERSION = '01890000-0000-7000-8000-000000000001'
const later = (minutes: number) => { now = new Date(now.getTime() + minutes * 60_000) }

async function thread(): Promise<string[]> {
  const { rows } = await database.owner.query(`select author, text, notice, visibility from message where tenant_id = $1 order by position`, [world.tenantId])
  return rows.map(({ author, text, notice, visibility }) => `${visibility === 'INTERNAL' ? '(' : ''}${author} ${notice ?? text}`)
}
const conversation = async () => (await database.owner.query('select * from conversation where tenant_id = $1', [world.tenantId])).rows[0] as Record<string, Json>
/** What jobs were given to tell, in this order. */
async function tellings(): Promise<Happened[]> {
  const { rows } = await database.owner.query(`select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'flows.happened' and j.payload->>'tenantId' = $1 order by j.id`, [world.tenantId])
  return rows.map(({ payload }) => payload as Happened)
}
const runs = async () => (await database.owner.query('select * from flow_run where tenant_id = $1 order by started_at', [world.tenantId])).rows

describe('a conversation with a bot of flows', () => {
  test('goes from the greeting to the answer of a system, and leaves what it learnt', async () => {
    const { say, work } = newProcess()
    await say('hola')
    await say('Mi saldo', 'saldo')
    await say(CEDULA)
    await work.settled()
    expect((await thread()).slice(1)).toEqual(['CONTACT hola', 'CONTACT Mi saldo', 'BOT ¿Su cédula?', `CONTACT ${CEDULA}`, 'BOT Tiene RD$ 5.00.'])
    expect(await conversation()).toMatchObject({ tags: ['consultó'], owner: 'BOT' })
    const { rows: [contact] } = await database.owner.query('select attributes from contact where tenant_id = $1', [world.tenantId])
    expect(contact.attributes).toMatchObject({ cedula: '00113918205' })
    expect(await runs()).toEqual([])
    const { rows: visits } = await database.owner.query('select flow, step, arrived, exit from flow_visit where tenant_id = $1 order by id', [world.tenantId])
    expect(visits.filter(({ flow }) => flow === 'saldo').map(({ step, exit }) => `${step} ${exit}`)).toEqual(
      ['cedula null', 'cedula answered', 'recordar done', 'banco null', 'banco done', 'decir done', 'etiqueta done'])
  })

  test('what is tapped of the menu under the greeting is answered, also where a flow begins with the first message', async () => {
    const welcome = flowOf('bienvenida', { triggers: [{ id: 't', kind: 'FIRST_MESSAGE' }], steps: { decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: '¡Bienvenida!' } }] } } })
    const { say } = newProcess([menu, balance, waits, welcome])
    await say('Mi saldo', 'saldo')
    expect((await thread()).slice(1)).toEqual(['CONTACT Mi saldo', 'BOT ¿Su cédula?'])
    await say('hola')
    expect((await thread()).at(-1)).not.toBe('BOT ¡Bienvenida!')
  })

  test('a first message that is no tap begins the flow that waits for one', async () => {
    const welcome = flowOf('bienvenida', { triggers: [{ id: 't', kind: 'FIRST_MESSAGE' }], steps: { decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: '¡Bienvenida!' } }] } } })
    const { say } = newProcess([menu, balance, waits, welcome])
    await say('otra cosa', 'nothing-of-the-menu')
    expect((await thread()).slice(1)).toEqual(['CONTACT otra cosa', 'BOT ¡Bienvenida!'])
  })

  test('waits its turn while a system is asked: what she wrote meanwhile is heard afterwards, once', async () => {
    const gate = Promise.withResolvers<RequestResult>()
    answer = () => gate.promise
    const { say, work } = newProcess()
    await say('saldo')
    await say(CEDULA)
    await say('¿qué más?')
    await say('saldo')
    gate.resolve({ ok: true, data: { balance: '1' } })
    await work.settled()
    expect((await thread()).slice(2)).toEqual(['BOT ¿Su cédula?', `CONTACT ${CEDULA}`, 'CONTACT ¿qué más?', 'CONTACT saldo', 'BOT Tiene 1.', 'BOT No le entendí.', 'BOT ¿Qué desea?', 'BOT ¿Su cédula?'])
  })

  test.each(['menú', 'cancelar'])('hears no word of before “%s” after it, when the answer of the system comes', async word => {
    const gate = Promise.withResolvers<RequestResult>()
    answer = () => gate.promise
    const { say, work } = newProcess()
    await say('saldo')
    await say(CEDULA)
    await say('1')
    await say(word)
    expect((await thread()).at(-1)).toBe('BOT ¿Qué desea?')
    gate.resolve({ ok: true, data: { balance: '1' } })
    await work.settled()
    expect((await thread()).at(-1)).toBe('BOT ¿Qué desea?')
    expect((await runs()).map(({ pending }) => pending)).toEqual([[]])
    await say('1')
    expect((await thread()).at(-1)).toBe('BOT ¿Su cédula?')
    expect(errors).toEqual([])
  })

  test('hears no word of before “menú” after it where the answer is for a run in the background', async () => {
    const gate = Promise.withResolvers<RequestResult>()
    answer = () => gate.promise
    const urgent = said('urgencia', 'Llame al 911.', { triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['me muero'] }, interrupts: true }] })
    const { say, work } = newProcess([menu, balance, waits, urgent])
    await say('saldo')
    await say(CEDULA)
    await say('1')
    await say('¡ay, que me muero!')
    await say('menú')
    gate.resolve({ ok: true, data: { balance: '1' } })
    await work.settled()
    expect((await thread()).slice(-3)).toEqual(['CONTACT menú', 'BOT ¿Qué desea?', 'BOT Tiene 1.'])
  })

  test('hears what she wrote after “ayuda” while a system was asked', async () => {
    const gate = Promise.withResolvers<RequestResult>()
    answer = () => gate.promise
    const greets = flowOf('datos', {
      triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['datos'] } }], variables: [variable('nombre')],
      steps: {
        buscar: { kind: 'CALL', connector: 'banco', operation: 'find', input: {}, save: [], next: { done: 'nombre', failed: 'nombre' } },
        nombre: { kind: 'ASK', text: { ES: '¿Su nombre?' }, answer: { type: 'TEXT' }, saveAs: 'nombre', next: { answered: 'decir', failed: 'decir' } },
        decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Gracias, {{ nombre }}.' } }] },
      },
    })
    const { say, work } = newProcess([menu, greets])
    for (const words of ['datos', 'ayuda', 'Ana']) await say(words)
    gate.resolve({ ok: true, data: {} })
    await work.settled()
    expect((await thread()).slice(-4)).toEqual(['BOT ¿Su nombre?', 'BOT Puedo ayudarle.', 'BOT ¿Su nombre?', 'BOT Gracias, Ana.'])
  })

  test('goes to people with all that is known when the system fails, and goes on where it was drawn when they give it back', async () => {
    answer = async () => ({ ok: false, code: 'TIMEOUT', message: 'late' })
    const { say, work, conversations, units } = newProcess()
    await say('saldo')
    await say(CEDULA)
    await work.settled()
    expect(await conversation()).toMatchObject({ owner: 'QUEUE', queue: 'Caja', priority: 'HIGH' })
    expect((await thread()).slice(-2)).toEqual(['SYSTEM HANDED_TO_QUEUE', '(BOT Cédula 00113918205: TIMEOUT'])
    const { id } = await conversation()
    const agent = await world.member()
    await units.tenant({ tenantId: world.tenantId, actor: agent, now }, unit => conversations.claim(unit, id as string))
    await units.tenant({ tenantId: world.tenantId, actor: agent, now }, unit => conversations.handBackToBot(unit, id as string))
    expect((await thread()).at(-1)).toBe('BOT Aquí estoy de nuevo.')
  })

  test('what a system answers after people took over is told to nobody', async () => {
    const gate = Promise.withResolvers<RequestResult>()
    answer = () => gate.promise
    const { say, work } = newProcess()
    await say('saldo')
    await say(CEDULA)
    await say('una persona por favor')
    gate.resolve({ ok: true, data: { balance: '1' } })
    await work.settled()
    expect((await thread()).at(-1)).toBe('SYSTEM HANDED_TO_QUEUE')
    expect(errors).toEqual([])
  })

  test('goes on by itself when its time has come, once, also where two processes look', async () => {
    const [one, other] = [newProcess(), newProcess()]
    await one.say('Esperar', 'espera')
    later(4)
    await one.clock.look()
    expect((await thread()).at(-1)).not.toBe('BOT Ya es hora.')
    later(2)
    await Promise.all([one.clock.look(), other.clock.look()])
    expect((await thread()).filter(text => text === 'BOT Ya es hora.')).toHaveLength(1)
  })

  test('asks once whether she is still there, and hears her answer to the question before', async () => {
    const { say, clock, work } = newProcess()
    await say('saldo')
    later(11)
    await clock.look()
    later(11)
    await clock.look()
    expect((await thread()).filter(text => text === 'BOT ¿Sigue ahí?')).toHaveLength(1)
    await say(CEDULA)
    await work.settled()
    expect((await thread()).at(-1)).toBe('BOT Tiene RD$ 5.00.')
  })

  test('an interrupted question is asked again when what came between is over', async () => {
    const other = flowOf('otra', { triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['sucursales'] } }], steps: { decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Hay tres.' } }] } } })
    const { say } = newProcess([menu, balance, other])
    await say('saldo')
    await say('¿cuántas sucursales tienen?')
    expect((await thread()).slice(-3)).toEqual(['CONTACT ¿cuántas sucursales tienen?', 'BOT Hay tres.', 'BOT ¿Su cédula?'])
    expect((await runs()).map(({ place }) => place)).toEqual(['FOREGROUND'])
  })

  test.each([['cerrado', false], ['primera', true]])('a flow for who comes while nobody is there, or for the first time, begins also where she says nothing: %s', async (key, isOpen) => {
    const flows = [said('cerrado', 'Abrimos mañana.', { triggers: [{ id: 'o', kind: 'OUT_OF_HOURS' }] }), said('primera', 'Bienvenida.', { triggers: [{ id: 'f', kind: 'FIRST_MESSAGE' }] })]
    const { say, units, bot } = newProcess([menu, ...flows])
    await say('hola')
    const { id: conversationId, contact_id: contactId, channel_account_id: channelAccountId } = await conversation() as Record<string, string>
    const turn = await inUnit(units, async unit => {
      const scene = await sceneFor(unit, channelAccountId!, 'ES')
      const place = { unit, conversationId: conversationId!, contactId: contactId!, channelAccountId: channelAccountId!, channelKind: 'WEB' as const, opening: { greeted: true } }
      return bot.arrived({ ...scene, calendar: { ...scene.calendar, timeZone: scene.calendar.timeZone, isOpen: () => isOpen } as typeof scene.calendar }, place)
    })
    expect(turn!.says[0]!.text).toBe(key === 'cerrado' ? 'Abrimos mañana.' : 'Bienvenida.')
  })

  test.each([['MENU', 'BOT Tiene dos.'], ['CHOICE', 'BOT Esa opción era de un menú anterior. Sigamos donde íbamos.']])('a menu to which a flow comes back may be tapped wherever it stands; a question that is asked once more, of something else, may not: %s', async (kind, answer) => {
    const options = [{ id: 'citas', title: { ES: 'Mis citas' } }]
    const round = flowOf('ronda', {
      triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['ronda'] } }], variables: [variable('cual')],
      steps: {
        menu: kind === 'MENU' ? { kind: 'MENU', text: { ES: '¿Y ahora?' }, style: 'BUTTONS', options, next: { citas: 'citas' } } :
          { kind: 'ASK', text: { ES: '¿Y ahora?' }, answer: { type: 'CHOICE', options }, saveAs: 'cual', next: { answered: 'citas', failed: 'citas' } },
        citas: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Tiene dos.' } }], next: { done: 'menu' } },
      },
    })
    const { say, units, bot } = newProcess([menu, round])
    await say('ronda')
    const { rows: [shown] } = await database.owner.query(`select id, text, menu from message where tenant_id = $1 and text = '¿Y ahora?'`, [world.tenantId])
    await say('Mis citas', 'citas')
    // The widget does not tell on which it was tapped; channels do.
    const chosenFrom = { messageId: shown.id as string, text: shown.text as string, options: shown.menu.options, isTyped: false, isLatest: false }
    const { id: conversationId, contact_id: contactId, channel_account_id: channelAccountId } = await conversation() as Record<string, string>
    const turn = await inUnit(units, async unit => bot.answer(await sceneFor(unit, channelAccountId!, 'ES'), { text: 'Mis citas', optionId: 'citas', chosenFrom },
      { unit, conversationId: conversationId!, contactId: contactId!, channelAccountId: channelAccountId!, channelKind: 'WEB' }))
    expect(`BOT ${turn.says[0]!.text}`).toBe(answer)
  })
})

const said = (key: string, words: string, more: Pick<Partial<Flow>, 'triggers'> = {}) => flowOf(key, { steps: { decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: words } }] } }, ...more })
const ready = said('listo', 'Su pedido {{ trigger.data.number }} está listo.', { triggers: [{ id: 'e', kind: 'EVENT', event: 'ready', when: { left: 'contact.attributes.muted', operator: 'IS_NOT_SET' } }] })
const closing = flowOf('cierre', { triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['adiós'] } }], steps: { fin: { kind: 'END', closes: true } } })
const set = (text: string, ...values: unknown[]) => database.owner.query(text, [world.tenantId, ...values])

describe('what happens in another system', () => {
  const data = { number: 'P-1' }

  test('moves on what waits for it, and says so', async () => {
    const waiting = flowOf('espera', { steps: { esperar: { kind: 'WAIT', event: 'ready', next: { happened: 'decir', written: 'decir' } }, decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Ya.' } }] } } })
    const { say, tell } = newProcess([menu, waiting, ready])
    await say('Esperar', 'espera')
    expect(await tell({ event: 'ready', data })).toBe('GOES_ON')
    expect((await thread()).at(-1)).toBe('BOT Ya.')
  })

  test('begins a flow in what she has open with the bot', async () => {
    const { say, tell } = newProcess([menu, ready])
    await say('hola')
    expect(await tell({ event: 'ready', data })).toBe('BEGINS')
    expect((await thread()).slice(-2)).toEqual(['BOT Su pedido P-1 está listo.', 'BOT ¿Qué desea?'])
  })

  test('opens a conversation where she wrote last, in which the flow begins', async () => {
    const { say, tell } = newProcess([menu, ready, closing])
    await say('adiós')
    expect(await tell({ event: 'ready', data })).toBe('OPENS')
    expect((await thread()).at(-1)).toBe('BOT Su pedido P-1 está listo.')
    const { rows } = await set(`select status, owner from conversation where tenant_id = $1 order by opened_at, id`)
    expect(rows).toEqual([{ status: 'CLOSED', owner: 'BOT' }, { status: 'OPEN', owner: 'BOT' }])
  })

  test('told twice begins twice in one conversation, and opens no second', async () => {
    const { say, tell } = newProcess([menu, ready, closing])
    await say('adiós')
    await tell({ event: 'ready', data })
    expect(await tell({ event: 'ready', data })).toBe('BEGINS')
    expect((await set('select id from conversation where tenant_id = $1')).rows).toHaveLength(2)
  })

  test('leaves no empty conversation where the flow does not begin after all', async () => {
    const { say, tell } = newProcess([menu, ready, closing])
    await say('adiós')
    await set(`update contact set attributes = '{"muted": true}' where tenant_id = $1`)
    expect(await tell({ event: 'ready', data })).toBe('OPENS')
    expect((await set('select id from conversation where tenant_id = $1')).rows).toHaveLength(1)
  })

  test('is heard by nobody while people have her, on a channel that she stopped or that is not live, and where no flow begins with it', async () => {
    const { say, tell } = newProcess([menu, ready, closing])
    await say('una persona')
    expect(await tell({ event: 'ready', data })).toBe('WITH_PEOPLE')
    await set(`update conversation set status = 'CLOSED', owner = 'BOT', closed_at = now(), queued_at = null where tenant_id = $1`)
    expect(await tell({ event: 'nunca', data })).toBe('NO_FLOW')
    expect(await tell({ event: 'ready', data, channelAccountId: randomUUID() })).toBe('NO_CHANNEL')
    await set(`update channel_account set state = 'PAUSED' where tenant_id = $1`)
    expect(await tell({ event: 'ready', data })).toBe('NO_CHANNEL')
    await set(`update channel_account set state = 'LIVE', kind = 'WHATSAPP' where tenant_id = $1`)
    expect(await tell({ event: 'ready', data })).toBe('WINDOW_CLOSED')
    await set(`update contact_identity set is_available = false where tenant_id = $1`)
    expect(await tell({ event: 'ready', data })).toBe('OPTED_OUT')
    expect((await set('select id from conversation where tenant_id = $1')).rows).toHaveLength(1)
  })
})

describe('what happened and is told again, since whoever told it died', () => {
  const data = { number: 'P-1' }
  const wait = ({ isAgain = false } = {}) => flowOf('espera', { steps: {
    esperar: { kind: 'WAIT', event: 'ready', next: { happened: 'decir', written: 'decir' } },
    decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Ya.' } }], next: isAgain ? { done: 'esperar' } : {} },
  } })
  const times = async (words: string) => (await thread()).filter(text => text === `BOT ${words}`).length
  const heard = async () => (await set('select run_id from flow_event_heard where tenant_id = $1')).rows

  const visits = flowOf('visita', {
    triggers: [{ id: 'e', kind: 'EVENT', event: 'ready' }],
    steps: {
      decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Le llamamos.' } }], next: { done: 'etiqueta' } },
      etiqueta: { kind: 'TAG', add: ['llamada'], remove: [], next: { done: 'pedir' } },
      pedir: { kind: 'CALL', connector: 'banco', operation: 'call', input: {}, save: [], next: { done: 'listo', failed: 'listo' } },
      listo: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Listo.' } }] },
    },
  })

  test.each([['in what is open', 'hola'], ['in what is opened for it', 'adiós']])('begins a flow, says and asks once, %s', async (_where, words) => {
    const [one, other] = [newProcess([menu, visits, closing]), newProcess([menu, visits, closing])]
    await one.say(words)
    await one.tell({ event: 'ready', data })
    await one.work.settled()
    await other.events.spread((await tellings())[0]!)
    await other.work.settled()
    expect([await times('Le llamamos.'), await times('Listo.'), asked.length]).toEqual([1, 1, 1])
    expect(await heard()).toEqual([{ run_id: null }])
    expect((await set('select id from conversation where tenant_id = $1')).rows).toHaveLength(words === 'hola' ? 1 : 2)
  })

  test.each([['hola'], ['adiós']])('begins once where two tell it at one time, after “%s”', async words => {
    const processes = [newProcess([menu, visits, closing]), newProcess([menu, visits, closing])]
    const [one] = processes
    await one!.say(words)
    const { rows: [contact] } = await set('select id from contact where tenant_id = $1')
    await inUnit(one!.units, unit => one!.events.tellByHand(unit, { event: 'ready', data, contactId: contact.id }))
    const [telling] = await tellings()
    await Promise.all(processes.map(({ events }) => events.spread(telling!)))
    await Promise.all(processes.map(({ work }) => work.settled()))
    expect([await times('Le llamamos.'), asked.length]).toEqual([1, 1])
  })

  test('begins nothing once a run has taken it, though nobody waits any more', async () => {
    const flows = [menu, wait(), ready]
    const [one, other] = [newProcess(flows), newProcess(flows)]
    await one.say('Esperar', 'espera')
    await one.tell({ event: 'ready', data })
    const before = await thread()
    expect(await times('Ya.')).toBe(1)
    await other.events.spread((await tellings())[0]!)
    expect(await thread()).toEqual(before)
  })

  test('moves nobody on twice who waits for the same again', async () => {
    const { say, tell, events } = newProcess([menu, wait({ isAgain: true })])
    await say('Esperar', 'espera')
    await tell({ event: 'ready', data })
    await events.spread((await tellings())[0]!)
    expect(await times('Ya.')).toBe(1)
    await tell({ event: 'ready', data })
    expect(await times('Ya.')).toBe(2)
  })

  test('moves on no flow that began with it, and none that she began to wait in since', async () => {
    const begins = { ...wait(), triggers: [{ id: 'e', kind: 'EVENT' as const, event: 'ready' }] }
    const { say, tell, events } = newProcess([menu, begins])
    await say('hola')
    await tell({ event: 'ready', data })
    await events.spread((await tellings())[0]!)
    expect(await times('Ya.')).toBe(0)
    await tell({ event: 'ready', data })
    expect(await times('Ya.')).toBe(1)
    later(5)
    await say('Esperar', 'espera')
    await events.spread((await tellings())[1]!)
    expect(await times('Ya.')).toBe(1)
  })

  test('is forgotten after as long as nobody tells it any more', async () => {
    const { say, tell } = newProcess([menu, ready])
    await say('hola')
    await tell({ event: 'ready', data })
    const tidy = () => database.units.platform({ actor: systemActor(), now }, tidyRuns)
    later(13 * 24 * 60)
    await tidy()
    expect(await heard()).toHaveLength(1)
    later(2 * 24 * 60)
    await tidy()
    expect(await heard()).toEqual([])
  })
})

describe('what very many wait for', () => {
  const waiting = flowOf('espera', { steps: { esperar: { kind: 'WAIT', event: 'ready', next: { happened: 'decir', written: 'decir' } }, decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Ya.' } }] } } })
  /** Her run, waited in by others too, whose ids come before hers. */
  const copied = (times: number, contactId: string | null) => set(`
    insert into flow_run (tenant_id, id, conversation_id, contact_id, bot_version_id, place, state, event, rested_at, started_at)
    select tenant_id, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, conversation_id, coalesce($3, contact_id), bot_version_id, 'BACKGROUND', state, event, rested_at, started_at
    from flow_run, generate_series(1, $2::int) n where tenant_id = $1 and event = 'ready'`, times, contactId)

  test('reaches her whom it names, however many wait before her', async () => {
    const { say, tell } = newProcess([menu, waiting])
    await say('Esperar', 'espera')
    await copied(1000, randomUUID())
    expect(await tell({ event: 'ready' })).toBe('GOES_ON')
    expect((await thread()).filter(text => text === 'BOT Ya.')).toHaveLength(1)
    expect(await runs()).toHaveLength(1000)
  })

  test('reaches each of them once, also where whoever told it died in between', async () => {
    const [one, other] = [newProcess([menu, waiting]), newProcess([menu, waiting])]
    await one.say('Esperar', 'espera')
    await copied(2, null)
    const happened = one.mover.happened.bind(one.mover)
    let told = 0
    one.mover.happened = async (...telling) => { if (told++ === 0) return happened(...telling); throw new Error('killed') }
    await expect(one.tell({ event: 'ready' })).rejects.toThrow('2 runs could not hear')
    expect((await thread()).filter(text => text === 'BOT Ya.')).toHaveLength(1)
    await other.events.spread((await tellings())[0]!)
    expect((await thread()).filter(text => text === 'BOT Ya.')).toHaveLength(3)
  })

  test('reaches all of them, page by page', async () => {
    const { units, say, events } = newProcess([menu, waiting], { most: 2 })
    await say('Esperar', 'espera')
    await copied(5, null)
    await inUnit(units, async unit => events.tell(unit, { event: 'ready', data: null }))
    await events.spread((await tellings())[0]!)
    expect((await thread()).filter(text => text === 'BOT Ya.')).toHaveLength(6)
    expect(await runs()).toEqual([])
  })
})

describe('a payment', () => {
  const pays = flowOf('pagar', {
    triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['pagar'] } }],
    steps: {
      pagar: { kind: 'PAYMENT', amount: { literal: { amount: '5.00', currency: 'DOP' } }, reference: { literal: 'r' }, description: { ES: 'd' }, text: { ES: 'Pague aquí.' }, next: { paid: 'pagado', failed: 'fallo', expired: 'fallo' } },
      pagado: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Recibido.' } }] }, fallo: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'No se pudo.' } }] },
    },
  })

  test.each([[null, 'BOT Pague aquí.'], [{ state: 'PAID' }, 'BOT Recibido.'], [{ state: 'FAILED' }, 'BOT No se pudo.']])('that was %j before its run waits for it', async (known, last) => {
    answer = async () => ({ ok: true, data: { id: 'p', url: 'https://pago.example' } })
    const { say, work } = newProcess([menu, pays], { known })
    await say('pagar')
    await work.settled()
    expect((await thread()).at(-1)).toBe(last)
    expect(errors).toEqual([])
  })
})

describe('what waits for no answer', () => {
  const urgent = said('urgencia', 'Llame al 911.', { triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['me muero'] }, interrupts: true }] })
  const asks = flowOf('queja', { triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['queja'] } }], variables: [variable('queja')], steps: { cual: { kind: 'ASK', text: { ES: '¿Qué pasó?' }, answer: { type: 'TEXT' }, saveAs: 'queja', next: { answered: 'fin', failed: 'fin' } }, fin: { kind: 'END' } } })

  test('begins where the flow under way would have taken her words, which is asked again', async () => {
    const { say } = newProcess([menu, asks, urgent])
    await say('queja')
    await say('¡ay, que me muero!')
    expect((await thread()).slice(-2)).toEqual(['BOT Llame al 911.', 'BOT ¿Qué pasó?'])
  })

  test('leaves her words to the flow under way where it does not interrupt', async () => {
    const { say } = newProcess([menu, asks, { ...urgent, triggers: urgent.triggers.map(trigger => ({ ...trigger, interrupts: false }) as Flow['triggers'][number]) }])
    await say('queja')
    await say('¡ay, que me muero!')
    expect((await thread()).at(-1)).toBe('CONTACT ¡ay, que me muero!')
  })
})

describe('a process that is killed', () => {
  test.each([
    ['before it asked, of what may not be repeated', 'asking', false, 0, 'TIMEOUT'],
    ['after it asked, of what may not be repeated', 'telling', false, 1, 'TIMEOUT'],
    ['after it asked, of what may be repeated', 'telling', true, 2, null],
  ])('%s', async (_what, isKilledBefore, repeats, times, failure) => {
    mayRepeat = repeats
    const dying = newProcess(undefined, { isKilledBefore })
    await dying.say('saldo')
    await dying.say(CEDULA)
    await dying.work.settled()
    const next = newProcess()
    await next.clock.look()
    await next.work.settled()
    expect(asked.length).toBe(isKilledBefore === 'asking' ? 0 : 1)
    later(CLAIM_MS / 60_000 + 1)
    await next.clock.look()
    await next.work.settled()
    expect(asked).toHaveLength(times)
    expect(new Set(asked.map(({ asking }) => asking.key)).size).toBeLessThanOrEqual(1)
    expect((await thread()).at(-1)).toBe(failure ? '(BOT Cédula 00113918205: UNKNOWN' : 'BOT Tiene RD$ 5.00.')
    expect((await database.owner.query('select * from flow_request where tenant_id = $1', [world.tenantId])).rows).toEqual([])
  })

  test('again and again over one request is followed by one that asks no more, and people take over', async () => {
    mayRepeat = true
    const first = newProcess(undefined, { isKilledBefore: 'telling' })
    await first.say('saldo')
    await first.say(CEDULA)
    await first.work.settled()
    for (const isKilledBefore of ['telling', 'telling', '']) {
      later(CLAIM_MS / 60_000 + 1)
      const next = newProcess(undefined, { isKilledBefore })
      await next.clock.look()
      await next.work.settled()
    }
    expect(asked).toHaveLength(3)
    expect((await thread()).at(-1)).toBe('(BOT Cédula 00113918205: BROKEN')
    expect((await database.owner.query('select * from flow_request where tenant_id = $1', [world.tenantId])).rows).toEqual([])
  })

  test('before it took the request up leaves it to the next, which asks once', async () => {
    const first = newProcess()
    first.work.begin = () => {}
    await first.say('saldo')
    await first.say(CEDULA)
    expect(asked).toEqual([])
    later(1)
    const [one, other] = [newProcess(), newProcess()]
    await Promise.all([one.clock.look(), other.clock.look()])
    await Promise.all([one.work.settled(), other.work.settled()])
    expect(asked).toHaveLength(1)
    expect((await thread()).at(-1)).toBe('BOT Tiene RD$ 5.00.')
  })

  test('an answer that is brought twice is told once', async () => {
    const { say, work, mover } = newProcess()
    await say('saldo')
    await say(CEDULA)
    await work.settled()
    const { id } = await conversation()
    const { asking } = asked[0]!
    const [runId, requestId] = asking.key.split(':') as [string, string]
    await mover.answered({ tenantId: world.tenantId, runId, requestId, conversationId: id as string }, { ok: true, data: { balance: 'otra vez' } })
    expect((await thread()).filter(text => text.startsWith('BOT Tiene'))).toEqual(['BOT Tiene RD$ 5.00.'])
  })
})
