import { randomUUID } from 'node:crypto'
import type { Flow, Json } from '@botpro/graphql/flows'
import { beforeEach } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { testSealer } from '../../../../test/test-sealer.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import { systemActor } from '../../../platform/actor.ts'
import type { Jobs } from '../../../platform/jobs.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { Units } from '../../../platform/units.ts'
import { adapters } from '../../channels/index.ts'
import { Lines } from '../../channels/provider/lines.ts'
import { ContactService } from '../../contacts/index.ts'
import { ContactRooms, ConversationService, MenuBot, VisitorMessageService } from '../../conversations/index.ts'
import { botOf, flowOf, variable } from '../engine/bot.fixture.ts'
import type { CompiledBot } from '../engine/compiled.ts'
import type { OutsideRequest, RequestResult } from '../engine/request.ts'
import { FlowBot } from './flow-bot.ts'
import { BotEventUnheard } from './flow-events.errors.ts'
import { FlowEvents, type Happened, type ToldEvent } from './flow-events.ts'
import type { InsideRequests } from './inside-requests.ts'
import type { OutsideAsking } from './outside-requests.ts'
import type { BotStanding, PublishedBots } from './published-bots.ts'
import { Recordings } from './recordings.ts'
import { RequestWork } from './request-work.ts'
import { RunClock } from './run-clock.ts'
import { RunMover } from './run-mover.ts'
import type { TurnEffects } from './spoken-turn.ts'
import { KeptTurn } from './turn-effects.ts'

export const menu = flowOf('menu', {
  steps: {
    menu: { kind: 'MENU', text: { ES: '¿Qué desea?' }, style: 'BUTTONS', options: [{ id: 'saldo', title: { ES: 'Mi saldo' } }, { id: 'espera', title: { ES: 'Esperar' } }], next: { saldo: 'saldo', espera: 'espera' } },
    saldo: { kind: 'JUMP', flow: 'saldo' }, espera: { kind: 'JUMP', flow: 'espera' },
  },
})
export const balance = flowOf('saldo', {
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
export const waits = flowOf('espera', { steps: { espera: { kind: 'WAIT', minutes: 5, next: { elapsed: 'decir' } }, decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Ya es hora.' } }] } } })
export const idle = flowOf('quieta', { triggers: [{ id: 't', kind: 'INACTIVITY', minutes: 10 }], steps: { decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: '¿Sigue ahí?' } }] } } })
export const CEDULA = '001-1391820-5'
export const said = (key: string, words: string, more: Pick<Partial<Flow>, 'triggers'> = {}) => flowOf(key, { steps: { decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: words } }] } }, ...more })
export const ready = said('listo', 'Su pedido {{ trigger.data.number }} está listo.', { triggers: [{ id: 'e', kind: 'EVENT', event: 'ready', when: { left: 'contact.attributes.muted', operator: 'IS_NOT_SET' } }] })
export const closing = flowOf('cierre', { triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['adiós'] } }], steps: { fin: { kind: 'END', closes: true } } })
const VERSION = '01890000-0000-7000-8000-000000000001'
/** Of the bot that answers instead. */
export const OTHER = '01890000-0000-7000-8000-000000000002'

/** What every test may change, new before each. */
interface Scene {
  world: World
  now: Date
  asked: { request: OutsideRequest; asking: OutsideAsking }[]
  answer(request: OutsideRequest): Promise<RequestResult>
  mayRepeat: boolean
  errors: unknown[]
}

/** What a process is made of, where a test makes it of something else. */
interface ProcessParts {
  compiled: CompiledBot
  inside: InsideRequests
  effects(kept: TurnEffects): TurnEffects
  /** Before anything of the conversation is read. */
  asksFor(unit: ReadUnit): Promise<void>
}

/** The same person of a company, whichever process hears her. */
const visitors = new WeakMap<World, ReturnType<World['visitor']>>()
function visitorOf(world: World) {
  if (!visitors.has(world)) visitors.set(world, world.visitor())
  return visitors.get(world)!
}

/** One contact who talks to a bot of flows, in a database: its processes may die and be followed by others. */
export function useTalk({ schema }: { schema?: string } = {}) {
  const database = useDatabase({ entities, ...schema && { schema } })
  const scene = { database } as Scene & { database: typeof database }
  /** Nothing of before is known here. */
  async function renew() {
    const [world, answer] = [await newWorld(database), async () => ({ ok: true as const, data: { balance: 'RD$ 5.00' } })]
    Object.assign(scene, { world, now: new Date('2026-11-27T15:00:00Z'), asked: [], answer, mayRepeat: false, errors: [] })
  }
  beforeEach(renew)

  /** One process: what it holds in memory dies with it. */
  function newProcess(flows: Flow[] = [menu, balance, waits, idle], { isKilledBefore = '', known = null as Json, most = 1000, standing = 'SERVES' as BotStanding, instead = null as Flow[] | null, parts = {} as Partial<ProcessParts> } = {}) {
    const units = new Units({ pools: scene.database.pools, entities, clock: () => scene.now })
    const { compiled = botOf(flows, { mainFlow: 'menu' }), asksFor = async () => {}, inside = { answer: async () => ({ ok: false, code: 'NONE', message: '' }) }, effects = kept => kept } = parts
    const other = instead && botOf(instead, { mainFlow: 'menu' })
    const bots: PublishedBots = {
      serving: async unit => (await asksFor(unit), standing === 'SERVES' ? { botId: 'b', versionId: VERSION } : other ? { botId: 'o', versionId: OTHER } : null),
      compiled: async (_unit, id) => (id === OTHER ? other! : compiled), standing: async (_unit, { versionId }) => (versionId === OTHER ? 'SERVES' : standing),
    }
    const bot = new FlowBot({ bots, menu: new MenuBot(), inside, effects: effects(new KeptTurn({ requests: () => work, recordings: new Recordings(testSealer) })) })
    const lines = new Lines({ units, sealer: {} as never, adapters, http: {} as never, publicUrl: () => '' })
    const rooms = () => new ContactRooms({ lines })
    const mover = new RunMover({ units, bot, rooms, outcomes: { known: async () => known, heard: async () => {}, elapsed: async () => {} } })
    const events = new FlowEvents({ units, mover, bot, rooms, most, jobs: { handle: () => {} } as unknown as Jobs })
    const killed = async (at: string) => { if (at === isKilledBefore) throw new Error('killed') }
    const outside = {
      async answer(request: OutsideRequest, asking: OutsideAsking) {
        await killed('asking')
        scene.asked.push({ request, asking })
        const result = await scene.answer(request)
        await killed('telling')
        return result
      },
      mayRepeat: async () => scene.mayRepeat,
    }
    // A process that is killed tells nobody anything any more.
    const telling: Pick<RunMover, 'answered'> = { answered: async (...told) => (isKilledBefore ? undefined : mover.answered(...told)) }
    const work: RequestWork = new RequestWork({ units, outside, mover: telling, onError: error => scene.errors.push(error) })
    const clock = new RunClock({ units, requests: work, mover, onError: error => scene.errors.push(error) })
    const messages = new VisitorMessageService({ contacts: new ContactService(), bot })
    const conversations = new ConversationService(bot)
    const say = (text: string, optionId: string | null = null, clientId: string = randomUUID()) => units.tenant({ tenantId: scene.world.tenantId, actor: visitorOf(scene.world), now: scene.now }, unit =>
      messages.receive(unit, { clientId, text, optionId, attachmentIds: [], language: 'ES' }))
    /** Another system tells; what it is answered, and what became of it. */
    const tell = async (told: Omit<ToldEvent, 'contactId'> & { contactId?: string }) => {
      const contactId = told.contactId ?? (await scene.database.owner.query('select id from contact where tenant_id = $1', [scene.world.tenantId])).rows[0].id as string
      const result = await inUnit(units, unit => events.tellByHand(unit, { ...told, contactId }))
      if (!(result instanceof Refusal)) await events.spread((await tellings()).at(-1)!)
      return result instanceof BotEventUnheard ? result.problem : result instanceof Refusal ? result.code : result.outcome
    }
    return { units, bot, mover, work, clock, conversations, events, say, tell }
  }

  const inUnit = <Result>(units: Units, work: (unit: Unit) => Promise<Result>) => units.tenant({ tenantId: scene.world.tenantId, actor: systemActor(scene.world.tenantId), now: scene.now }, work)
  const later = (minutes: number) => { scene.now = new Date(scene.now.getTime() + minutes * 60_000) }

  async function thread(): Promise<string[]> {
    const { rows } = await scene.database.owner.query(`select author, text, notice, visibility from message where tenant_id = $1 order by position`, [scene.world.tenantId])
    return rows.map(({ author, text, notice, visibility }) => `${visibility === 'INTERNAL' ? '(' : ''}${author} ${notice ?? text}`)
  }
  const conversation = async () => (await scene.database.owner.query('select * from conversation where tenant_id = $1', [scene.world.tenantId])).rows[0] as Record<string, Json>
  /** What jobs were given to tell, in this order. */
  async function tellings(): Promise<Happened[]> {
    const { rows } = await scene.database.owner.query(`select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'flows.happened' and j.payload->>'tenantId' = $1 order by j.id`, [scene.world.tenantId])
    return rows.map(({ payload }) => payload as Happened)
  }
  const runs = async () => (await scene.database.owner.query('select * from flow_run where tenant_id = $1 order by started_at', [scene.world.tenantId])).rows
  const set = (text: string, ...values: unknown[]) => scene.database.owner.query(text, [scene.world.tenantId, ...values])

  return { scene, renew, newProcess, inUnit, later, thread, conversation, tellings, runs, set }
}
