import { Key, type Json } from '@botpro/graphql/flows'
import { hasScope, systemActor } from '../../../platform/actor.ts'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import type { Jobs } from '../../../platform/jobs.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import { loadContacts } from '../../contacts/index.ts'
import { mayConfigureBots } from '../bots/bot.policy.ts'
import type { ContactRooms } from '../../conversations/index.ts'
import type { FlowBot } from './flow-bot.ts'
import { BotEventUnheard } from './flow-events.errors.ts'
import { runsWaitingFor, type WaitedFor } from './run-clock.queries.ts'
import type { RunMover } from './run-mover.ts'
import { triggersOf } from './triggers.ts'

/** Where a contact is named and nothing of hers waits, a flow may begin. */
export interface Happened extends WaitedFor {
  tenantId: string
  /** Of this telling: by it, who has heard already hears nothing when the job is run again. */
  id: string
  data: Json
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
  /** How many of those that wait are read at once. */
  most?: number
}

export interface ToldEvent {
  event: string
  contactId: string
  conversationId?: string | null
  channelAccountId?: string | null
  data?: unknown
}

export type BotEventOutcome = 'GOES_ON' | 'BEGINS' | 'OPENS'

type Where = Omit<Happened, 'tenantId' | 'id' | 'data'>
type Waiting = Awaited<ReturnType<typeof runsWaitingFor>>[number]

const MOST_DATA = 16 * 1024

/** What happens elsewhere, for the runs that wait for it: after the commit of whoever tells, each run in a unit of its own. */
export class FlowEvents {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
    parts.jobs.handle('flows.happened', happened => this.spread(happened))
  }

  /** In the unit in which it happens. */
  tell(unit: Unit, happened: Omit<Happened, 'tenantId' | 'id'>): void {
    unit.enqueue('flows.happened', { tenantId: unit.tenantId, id: newId(unit.now), ...happened })
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
  async #outcome(unit: Unit, asked: Where & { contactId: string }): Promise<BotEventOutcome | BotEventUnheard> {
    if ((await runsWaitingFor(unit, asked, { after: null, most: 1 })).length > 0) return 'GOES_ON'
    const room = await this.#parts.rooms().find(unit, asked)
    if (typeof room === 'string') return new BotEventUnheard(asked.conversationId && room === 'NO_CHANNEL' ? 'NO_FLOW' : room)
    const bot = await this.#parts.bot.serving({ unit, channelAccountId: room.channelAccountId })
    if (!bot || !triggersOf(bot, 'EVENT').some(({ trigger }) => trigger.event === asked.event)) return new BotEventUnheard('NO_FLOW')
    return room.conversationId ? 'BEGINS' : 'OPENS'
  }

  /** Twice is once: whoever has heard of it hears nothing any more, and what somebody heard begins no flow. */
  async spread(happened: Happened): Promise<void> {
    const { mover } = this.#parts
    const { tenantId, event, contactId } = happened
    const failures: unknown[] = []
    let hasWaited = false
    for await (const run of this.#waiting(happened)) {
      const isAlive = await mover.happened({ tenantId, ...run }, happened).catch(error => failures.push(error) > 0)
      hasWaited ||= isAlive
    }
    const room = !hasWaited && contactId ? await this.#read(tenantId, unit => this.#parts.rooms().find(unit, { ...happened, contactId })) : null
    if (contactId && room && typeof room !== 'string') await mover.begun({ tenantId, contactId, room }, happened)
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} runs could not hear of ${event}.`)
  }

  /** All that wait for it, however many. */
  async *#waiting({ tenantId, ...asked }: Happened) {
    const { most = 1000 } = this.#parts
    let after: string | null = null
    do {
      const page: Waiting[] = await this.#read(tenantId, unit => runsWaitingFor(unit, asked, { after, most }))
      yield* page
      after = page.length < most ? null : page.at(-1)!.runId
    } while (after !== null)
  }

  async #read<Result>(tenantId: string, work: (unit: ReadUnit) => Promise<Result>): Promise<Result> {
    await using unit = this.#parts.units.read({ tenantId, actor: systemActor(tenantId) })
    return await work(unit)
  }
}
