import type { Json } from '@botpro/graphql/flows'
import { systemActor } from '../../../platform/actor.ts'
import type { Jobs } from '../../../platform/jobs.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import { runsWaitingFor } from './run-clock.queries.ts'
import type { RunMover } from './run-mover.ts'

export interface Happened {
  tenantId: string
  /** The name that runs wait for. */
  event: string
  data: Json
  /** Only what waits in this conversation; else whatever waits for an event of this name. */
  conversationId?: string | null
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

  /** Twice is once: a run that went on waits no longer. */
  async spread({ tenantId, event, data, conversationId = null }: Happened): Promise<void> {
    const { units, mover } = this.#parts
    await using unit = units.read({ tenantId, actor: systemActor(tenantId) })
    const waiting = await runsWaitingFor(unit, event)
    await unit.close()
    const failures: unknown[] = []
    for (const run of waiting) {
      if (conversationId && run.conversationId !== conversationId) continue
      await mover.happened({ tenantId, ...run }, event, data).catch(error => failures.push(error))
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} runs could not hear of ${event}.`)
  }
}
