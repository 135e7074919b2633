import { addDays, isDay, type Day } from '../../../platform/day.ts'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { InvalidInput, type Refusal } from '../../../platform/refusal.ts'
import { auditAt } from '../../../platform/tenant-audit.ts'
import type { Unit } from '../../../platform/unit.ts'
import { whoOf } from '../../plans/index.ts'
import { fileExists } from '../files/contract-file.store.ts'
import type { ContractLetters } from '../letters/contract-letters.ts'
import { dayWords } from '../letters/words.ts'
import { isQuote, isRunning } from '../machine/contract-facts.ts'
import { provisionalEnd, type ContractVerb } from '../machine/contract-verbs.ts'
import type { ContractParts } from '../parts.ts'
import type { ContractCalendar } from './contract-calendar.ts'
import { ContractDesk } from './contract-desk.ts'
import { mayDo } from './contract.policy.ts'
import type { ContractRow } from './contract.row.ts'
import { isName, reasonProblem } from './contract.service.ts'

export interface Accepting { contractId: string; contractFileId: string; signedBy: string; receivedOn: Day }

interface Parts extends Pick<ContractParts, 'holds'> {
  calendar: ContractCalendar
  letters: ContractLetters
}

const KEEP = `
  insert into formal_communication (tenant_id, id, contract_id, file_id, signed_by, received_on, until, accepted_at, accepted_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`

/** What the calendar never does: somebody decides, and it is written down who and why. */
export class DecisionService {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async acceptProvisionally(unit: Unit, { contractId, contractFileId, signedBy, receivedOn }: Accepting): Promise<string | Refusal> {
    const { desk, row } = await this.#with(unit, contractId, 'ACCEPT_PROVISIONALLY')
    const refused = desk.refuses('ACCEPT_PROVISIONALLY', row)
    if (refused) return refused
    if (!isName(signedBy)) return new InvalidInput('signedBy', '1 to 200 characters.')
    if (!isDay(receivedOn) || receivedOn > desk.today) return new InvalidInput('receivedOn', 'Not later than today.')
    if (!await fileExists(unit, row.tenantId, contractFileId)) throw new NotFound('The file')
    const until = provisionalEnd(row)
    await unit.sql('communication-keep', KEEP, [row.tenantId, newId(unit.now), row.id, contractFileId, signedBy.trim(), receivedOn, until, unit.now, whoOf(unit)])
    const accepted = await desk.change(row, { provisionalUntil: until, ...row.phase === 'EXPIRED' && { phase: 'PROVISIONAL' } }, { kind: 'PROVISIONAL_ACCEPTED' })
    await this.#release(desk, row)
    await this.#parts.letters.write(desk, accepted, 'PROVISIONAL_ACCEPTANCE', { communication: { signedBy: signedBy.trim(), receivedOn: dayWords(receivedOn, desk.tenant.language) } })
    return this.#done(desk, row, 'contract.provisional', { signedBy: signedBy.trim(), receivedOn, lastDay: addDays(until, -1) })
  }

  async suspend(unit: Unit, { contractId, scope, reason }: { contractId: string; scope: 'PART' | 'WHOLE'; reason: string }): Promise<string | Refusal> {
    const { desk, row } = await this.#with(unit, contractId, 'SUSPEND')
    const refused = desk.refuses('SUSPEND', row) ?? reasonProblem(reason)
    if (refused) return refused
    await this.#parts.holds.place(unit, { kind: 'CONTRACT', scope, reason: reason.trim() }, { tenantId: row.tenantId })
    await desk.change(row, {}, { kind: 'SUSPENDED', reason: reason.trim(), detail: { scope } })
    await this.#parts.letters.write(desk, row, 'SUSPENSION', { scope, reason: reason.trim() })
    return this.#done(desk, row, 'contract.suspended', { scope, reason: reason.trim() })
  }

  async restore(unit: Unit, { contractId, reason }: { contractId: string; reason: string }): Promise<string | Refusal> {
    const { desk, row } = await this.#with(unit, contractId, 'RESTORE')
    const refused = desk.refuses('RESTORE', row) ?? reasonProblem(reason)
    if (refused) return refused
    await this.#parts.holds.lift(unit, 'CONTRACT', { tenantId: row.tenantId })
    await desk.change(row, {}, { kind: 'RESTORED', reason: reason.trim() })
    await this.#parts.letters.write(desk, row, 'RESTORATION')
    return this.#done(desk, row, 'contract.restored', { reason: reason.trim() })
  }

  async cancel(unit: Unit, { contractId, reason }: { contractId: string; reason: string }): Promise<string | Refusal> {
    const { desk, row } = await this.#with(unit, contractId, 'CANCEL')
    const refused = desk.refuses('CANCEL', row) ?? reasonProblem(reason)
    if (refused) return refused
    await this.#cancel(desk, row, reason.trim())
    return row.id
  }

  /** For want of payment. Where nothing runs any more nothing happens, so it may be told twice. */
  async cancelLate(unit: Unit, { tenantId, reason }: { tenantId: string; reason: string }): Promise<void> {
    if (!mayDo(unit.actor, 'CANCEL')) throw new Forbidden()
    const desk = await ContractDesk.open(unit, tenantId)
    const row = desk.rows.find(isRunning) ?? desk.rows.find(({ phase }) => phase === 'SIGNED')
    if (row) await this.#cancel(desk, row, reason)
  }

  /** With what was to follow it. */
  async #cancel(desk: ContractDesk, row: ContractRow, reason: string): Promise<void> {
    const { unit, today } = desk
    const wasRunning = isRunning(row)
    const cancelled = await desk.change(row, { phase: 'CANCELLED', endedOn: today, warnedDays: null }, { kind: 'CANCELLED', reason })
    for (const after of desk.rows.filter(({ previousId }) => previousId === row.id)) {
      if (after.phase === 'SIGNED') await desk.change(after, { phase: 'CANCELLED', endedOn: today }, { kind: 'CANCELLED', reason })
      else if (isQuote(after)) await desk.change(after, { phase: 'WITHDRAWN' }, { kind: 'WITHDRAWN', reason })
    }
    if (wasRunning) {
      await this.#parts.calendar.endItems(desk, row, today)
      await this.#parts.holds.place(unit, { kind: 'CANCELLED', scope: 'WHOLE', reason }, { tenantId: row.tenantId })
      await unit.tell('contract.cancelled', { tenantId: row.tenantId, contractId: row.id, endsOn: today })
    }
    await this.#parts.letters.write(desk, cancelled, 'CANCELLATION', { reason })
    await this.#done(desk, row, 'contract.cancelled', { reason })
  }

  /** A hold that was placed for want of a contract is lifted when the customer may go on. */
  async #release(desk: ContractDesk, { tenantId }: ContractRow): Promise<void> {
    if (desk.holds.some(({ kind }) => kind === 'CONTRACT')) await this.#parts.holds.lift(desk.unit, 'CONTRACT', { tenantId })
  }

  async #with(unit: Unit, contractId: string, verb: ContractVerb) {
    if (!mayDo(unit.actor, verb)) throw new Forbidden()
    return this.#parts.calendar.open(unit, contractId)
  }

  async #done(desk: ContractDesk, { id, tenantId }: ContractRow, action: string, detail: object): Promise<string> {
    await auditAt(desk.unit, tenantId, { action, targetType: 'contract', targetId: id, detail: { number: desk.row(id).number, ...detail } })
    await this.#parts.calendar.settle(desk)
    return id
  }
}
