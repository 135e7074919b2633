import { Key, type Json } from '@botpro/graphql/flows'
import { hasScope, systemActor } from '../../../platform/actor.ts'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import type { Jobs } from '../../../platform/jobs.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import { loadContacts } from '../../contacts/index.ts'
import { mayConfigureBots } from '../bots/bot.policy.ts'
import type { ContactRooms, NoRoom, Room } from '../../conversations/index.ts'
import type { FlowBot } from './flow-bot.ts'
import { BotEventUnheard } from './flow-events.errors.ts'
import { runsWaitingFor } from './run-clock.queries.ts'
import type { RunMover } from './run-mover.ts'
import { triggersOf } from './triggers.ts'

export interface Happened {
  tenantId: string
  /** The name that runs wait for. */
  event: string
  data: Json
  /** Only what waits in this conversation. */
  conversationId?: string | null
  /** Only hers; where nothing of hers waits, a flow may begin. */
  contactId?: string | null
  /** Where it may begin, and nowhere else. */
  channelAccountId?: string | null
}

declare module '../../../platform/unit.ts' {
  interface JobPayloads {
    'flows.happened': Happened
  }
}

interface Parts {
  units: Pick<Units, 'tenant' | 'read'>
  mover: RunMover
  jobs: Jobs
  bot: Pick<FlowBot, 'serving'>
  /** Known when everything is built. */
  rooms: () => Pick<ContactRooms, 'find'>
}

export interface ToldEvent {
  event: string
  contactId: string
  conversationId?: string | null
  channelAccountId?: string | null
  data?: unknown
}

export type BotEventOutcome = 'GOES_ON' | 'BEGINS' | 'OPENS'

interface Found {
  waiting: Awaited<ReturnType<typeof runsWaitingFor>>
  /** Where a flow may begin, where nothing waits. */
  room: Room | NoRoom | null
}

const MOST_DATA = 16 * 1024

/** What happens elsewhere, for the runs that wait for it: after the commit of whoever tells, each run in a unit of its own. */
export class FlowEvents {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
    parts.jobs.handle('flows.happened', happened => this.spread(happened))
  }

  /** In the unit in which it happens. */
  tell(unit: Unit, happened: Omit<Happened, 'tenantId'>): void {
    unit.enqueue('flows.happened', { tenantId: unit.tenantId, ...happened })
  }

  /** Another system says so. */
  async tellByHand(unit: Unit, { event, contactId, conversationId = null, channelAccountId = null, data }: ToldEvent): Promise<{ event: string; outcome: BotEventOutcome } | BotEventUnheard | InvalidInput> {
    if (!mayConfigureBots(unit.actor) && !hasScope(unit.actor, 'CONVERSATIONS_WRITE')) throw new Forbidden()
    if (!Key.safeParse(event).success) return new InvalidInput('event', 'Small letters, digits, `-` and `_`, beginning with a letter.')
    if (JSON.stringify(data ?? null).length > MOST_DATA) return new InvalidInput('data', 'At most 16 kB.')
    if (!(await loadContacts(unit, [contactId]))[0]) throw new NotFound('The contact')
    const outcome = await this.#outcome(unit, { event, contactId, conversationId, channelAccountId })
    if (outcome instanceof BotEventUnheard) return outcome
    this.tell(unit, { event, contactId, conversationId, channelAccountId, data: (data ?? null) as Json })
    return { event, outcome }
  }

  /** As things stand: what comes of it is decided once more when it is spread. */
  async #outcome(unit: Unit, asked: Omit<Happened, 'tenantId' | 'data'> & { contactId: string }): Promise<BotEventOutcome | BotEventUnheard> {
    const { waiting, room } = await this.#found(unit, asked)
    if (waiting.length > 0) return 'GOES_ON'
    if (!room || typeof room === 'string') return new BotEventUnheard(room && !(asked.conversationId && room === 'NO_CHANNEL') ? room : 'NO_FLOW')
    const bot = await this.#parts.bot.serving({ unit, channelAccountId: room.channelAccountId })
    if (!bot || !triggersOf(bot, 'EVENT').some(({ trigger }) => trigger.event === asked.event)) return new BotEventUnheard('NO_FLOW')
    return room.conversationId ? 'BEGINS' : 'OPENS'
  }

  /** Twice is once for what waits: a run that went on waits no longer. */
  async spread({ tenantId, data, ...asked }: Happened): Promise<void> {
    const { mover } = this.#parts
    const { event, contactId } = asked
    const { waiting, room } = await this.#read(tenantId, asked)
    const failures: unknown[] = []
    for (const run of waiting) await mover.happened({ tenantId, ...run }, event, data).catch(error => failures.push(error))
    if (waiting.length === 0 && contactId && room && typeof room !== 'string') await mover.begun({ tenantId, contactId, room }, event, data)
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} runs could not hear of ${event}.`)
  }

  async #read(tenantId: string, asked: Omit<Happened, 'tenantId' | 'data'>) {
    await using unit = this.#parts.units.read({ tenantId, actor: systemActor(tenantId) })
    return await this.#found(unit, asked)
  }

  async #found(unit: ReadUnit, { event, conversationId, contactId, channelAccountId }: Omit<Happened, 'tenantId' | 'data'>): Promise<Found> {
    const waiting = (await runsWaitingFor(unit, event))
      .filter(run => (!conversationId || run.conversationId === conversationId) && (!contactId || run.contactId === contactId))
    const room = waiting.length === 0 && contactId ? await this.#parts.rooms().find(unit, { contactId, conversationId, channelAccountId }) : null
    return { waiting, room }
  }
}
