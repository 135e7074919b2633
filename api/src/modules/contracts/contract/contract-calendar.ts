import { daysBetween } from '../../../platform/day.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { ContractLetters } from '../letters/contract-letters.ts'
import { applyStep, contractSteps, type ContractStep, type StepKind } from '../machine/contract-machine.ts'
import type { ContractParts } from '../parts.ts'
import { ContractDesk } from './contract-desk.ts'
import type { ContractEventKind, ContractRow } from './contract.row.ts'
import { loadLines } from './contract.store.ts'

declare module '../../../platform/news.ts' {
  interface NewsItems {
    'contract.in-force': { tenantId: string; contractId: string; startsOn: string }
    'contract.renewed': { tenantId: string; contractId: string; startsOn: string; term: number }
    /** Nothing follows by itself. `isProvisional`: the customer goes on for a while. */
    'contract.expired': { tenantId: string; contractId: string; endsOn: string; isProvisional: boolean }
    /** Its renewal is in force. */
    'contract.ended': { tenantId: string; contractId: string; endsOn: string }
    'contract.cancelled': { tenantId: string; contractId: string; endsOn: string }
  }
}

type After = (desk: ContractDesk, row: ContractRow, step: ContractStep) => Promise<void>

/** Does what the calendar says, and what follows from it. Run twice, or late, it does the same once. */
export class ContractCalendar {
  readonly #parts: ContractParts
  readonly #letters: ContractLetters

  constructor(parts: ContractParts, letters: ContractLetters) {
    this.#parts = parts
    this.#letters = letters
  }

  /** The desk on which a contract lies, with all done that is due. */
  async open(unit: Unit, contractId: string): Promise<{ desk: ContractDesk; row: ContractRow }> {
    const { desk } = await ContractDesk.with(unit, contractId)
    await this.settle(desk)
    return { desk, row: desk.row(contractId) }
  }

  /** Everything that is due on the desk up to today; what a tenant's own people bring about waits for the job. */
  async settle(desk: ContractDesk): Promise<void> {
    if (desk.unit.actor.kind !== 'MEMBER') for (const step of contractSteps(desk.book, desk.today)) await this.#take(desk, step)
    await desk.plan()
  }

  async #take(desk: ContractDesk, step: ContractStep): Promise<void> {
    const after = applyStep(desk.book, step).contracts.find(({ id }) => id === step.contractId)!
    const { phase, term, endsOn, warnedDays, provisionalUntil, endedOn } = after
    const row = await desk.change({ id: step.contractId }, { phase, term, endsOn, warnedDays, provisionalUntil, endedOn }, {
      kind: step.kind as ContractEventKind, day: step.on, byCalendar: true, ...step.daysBefore !== undefined && { detail: { daysBefore: step.daysBefore } },
    })
    await this.#after[step.kind]?.(desk, row, step)
  }

  readonly #after: Partial<Record<StepKind, After>> = {
    WARNED: (desk, row) => this.#letters.write(desk, row, desk.tenant.institution === 'PUBLIC' ? 'RENEWAL_WARNING' : 'RENEWAL_NOTICE', { daysLeft: daysBetween(desk.today, row.endsOn!) }),
    RENEWED: async (desk, row, { on }) => {
      await desk.unit.tell('contract.renewed', { tenantId: row.tenantId, contractId: row.id, startsOn: on, term: row.term })
      await this.#letters.write(desk, row, 'RENEWED')
    },
    EXPIRED: (desk, row, { on }) => this.#expired(desk, row, on, false),
    PROVISIONAL: (desk, row, { on }) => this.#expired(desk, row, on, true),
    PROVISIONAL_OVER: (desk, row) => this.#letters.write(desk, row, 'PROVISIONAL_END'),
    ENDED: async (desk, row, { on }) => {
      await this.endItems(desk, row, on)
      await desk.unit.tell('contract.ended', { tenantId: row.tenantId, contractId: row.id, endsOn: on })
    },
    CAME_INTO_FORCE: (desk, row, { on }) => this.#cameIntoForce(desk, row, on),
  }

  async #expired(desk: ContractDesk, row: ContractRow, endsOn: string, isProvisional: boolean): Promise<void> {
    await desk.unit.tell('contract.expired', { tenantId: row.tenantId, contractId: row.id, endsOn, isProvisional })
    await this.#letters.write(desk, row, 'EXPIRY')
  }

  /** What is agreed begins; what stood still for want of a contract goes on. */
  async #cameIntoForce(desk: ContractDesk, { tenantId, id }: ContractRow, startsOn: string): Promise<void> {
    const [lines] = await loadLines(desk.unit, [id])
    const items = lines!.map(({ id: lineId, productKey, productKind, name, quantity, currency, prices, discountPercent, entitlements }) => ({
      productKey, productKind, name, quantity, currency, prices, discountPercent, entitlements, startsOn, contractId: id, origin: `contract-line:${lineId}`,
    }))
    await this.#parts.subscriptions.begin(desk.unit, { tenantId, items })
    for (const { kind } of desk.holds) if (kind !== 'LATE_PAYMENT') await this.#parts.holds.lift(desk.unit, kind, { tenantId })
    await desk.unit.tell('contract.in-force', { tenantId, contractId: id, startsOn })
  }

  /** What came with a contract, and what was added while it was in force. */
  async endItems({ unit }: ContractDesk, { tenantId, id }: ContractRow, endsOn: string): Promise<void> {
    const items = await this.#parts.subscriptions.itemsOf(unit, tenantId)
    await this.#parts.subscriptions.end(unit, { tenantId, itemIds: items.filter(item => item.contractId === id).map(item => item.id), endsOn })
  }
}
