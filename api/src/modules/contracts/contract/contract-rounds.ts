import { systemActor } from '../../../platform/actor.ts'
import type { Units } from '../../../platform/units.ts'
import type { LetterBox } from '../letters/letter-box.ts'
import type { ContractCalendar } from './contract-calendar.ts'
import { ContractDesk } from './contract-desk.ts'

declare module '../../../platform/unit.ts' {
  interface JobPayloads {
    'contracts.daily': object
  }
}

const DUE = `
  select distinct c.tenant_id as "tenantId" from contract c join tenant t on t.id = c.tenant_id
  where c.due_on <= ($1::timestamptz at time zone t.time_zone)::date limit 10000`

interface Parts {
  units: Pick<Units, 'platform' | 'readPlatform'>
  calendar: ContractCalendar
  letters: LetterBox
  onError: (error: unknown) => void
}

/** Every hour, for those whose day has something due; each in a unit of its own, so that the trouble of one stops no other. */
export class ContractRounds {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async go(): Promise<void> {
    await this.#parts.units.platform({ actor: systemActor() }, unit => this.#parts.letters.takeUp(unit))
    for (const tenantId of await this.#due()) await this.settle(tenantId).catch(this.#parts.onError)
  }

  settle(tenantId: string): Promise<void> {
    return this.#parts.units.platform({ tenantId, actor: systemActor(tenantId) }, async unit => this.#parts.calendar.settle(await ContractDesk.open(unit, tenantId)))
  }

  async #due(): Promise<string[]> {
    await using unit = this.#parts.units.readPlatform({ actor: systemActor() })
    return (await unit.sql<{ tenantId: string }>('contracts-due', DUE, [unit.now])).map(({ tenantId }) => tenantId)
  }
}
