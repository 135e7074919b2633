import { Key, type Json } from '@botpro/graphql/flows'
import { hasScope, systemActor } from '../../../platform/actor.ts'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import type { Jobs } from '../../../platform/jobs.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import { loadContacts } from '../../contacts/index.ts'
import { mayConfigureBots } from '../bots/bot.policy.ts'
import { openConversationOf, runsWaitingFor } from './run-clock.queries.ts'
import type { RunMover } from './run-mover.ts'

export interface Happened {
  tenantId: string
  /** The name that runs wait for. */
  event: string
  data: Json
  /** Only what waits in this conversation. */
  conversationId?: string | null
  /** Only hers; where nothing of hers waits, a flow may begin. */
  contactId?: string | null
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
  async tellByHand(unit: Unit, { event, contactId, conversationId, data }: { event: string; contactId: string; conversationId?: string | null; data?: unknown }): Promise<string | InvalidInput> {
    if (!mayConfigureBots(unit.actor) && !hasScope(unit.actor, 'CONVERSATIONS_WRITE')) throw new Forbidden()
    if (!Key.safeParse(event).success) return new InvalidInput('event', 'Small letters, digits, `-` and `_`, beginning with a letter.')
    if (JSON.stringify(data ?? null).length > MOST_DATA) return new InvalidInput('data', 'At most 16 kB.')
    if (!(await loadContacts(unit, [contactId]))[0]) throw new NotFound('The contact')
    this.tell(unit, { event, contactId, conversationId: conversationId ?? null, data: (data ?? null) as Json })
    return event
  }

  /** Twice is once for what waits: a run that went on waits no longer. */
  async spread({ tenantId, event, data, conversationId = null, contactId = null }: Happened): Promise<void> {
    const { mover } = this.#parts
    const { waiting, open } = await this.#found({ tenantId, event, conversationId, contactId })
    const failures: unknown[] = []
    for (const run of waiting) await mover.happened({ tenantId, ...run }, event, data).catch(error => failures.push(error))
    if (waiting.length === 0 && open) await mover.begun({ tenantId, conversationId: open }, event, data)
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} runs could not hear of ${event}.`)
  }

  async #found({ tenantId, event, conversationId, contactId }: Omit<Happened, 'data'>) {
    await using unit = this.#parts.units.read({ tenantId, actor: systemActor(tenantId) })
    const waiting = (await runsWaitingFor(unit, event))
      .filter(run => (!conversationId || run.conversationId === conversationId) && (!contactId || run.contactId === contactId))
    return { waiting, open: contactId ? conversationId ?? await openConversationOf(unit, contactId) : null }
  }
}
