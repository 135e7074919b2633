import { localDay, type Day } from '../../../platform/day.ts'
import { NotFound } from '../../../platform/errors.ts'
import { lock } from '../../../platform/lock.ts'
import type { Unit } from '../../../platform/unit.ts'
import { tenantMeant, type TenantRow } from '../../tenancy/index.ts'
import type { ContractBook } from '../machine/contract-facts.ts'
import { dueOn } from '../machine/contract-machine.ts'
import { isPossible, type ContractVerb } from '../machine/contract-verbs.ts'
import { NotAsItStands } from './contract.errors.ts'
import { maySee } from './contract.policy.ts'
import type { ContractRow, NewContractEvent } from './contract.row.ts'
import { stateShown, type Hold } from './contract-state.ts'
import { addEvent, contractsOf, updateContract } from './contract.store.ts'

/** All contracts of a tenant, held until the unit ends: they lead into each other, so none is changed alone. */
export class ContractDesk {
  readonly unit: Unit
  readonly tenant: TenantRow
  readonly today: Day
  readonly holds: readonly Hold[]
  #rows: ContractRow[]

  private constructor({ unit, tenant, rows, holds }: { unit: Unit; tenant: TenantRow; rows: ContractRow[]; holds: readonly Hold[] }) {
    this.unit = unit
    this.tenant = tenant
    this.today = localDay(unit.now, tenant.timeZone)
    this.holds = holds
    this.#rows = rows
  }

  static async open(unit: Unit, tenantId: string | null | undefined): Promise<ContractDesk> {
    const tenant = await tenantMeant(unit, tenantId)
    await lock(unit, `contracts:${tenant.id}`)
    const holds = await unit.sql<Hold & { id: string }>('contract-holds', HOLDS, [tenant.id])
    return new ContractDesk({ unit, tenant, holds, rows: await contractsOf(unit, tenant.id) })
  }

  /** The desk on which a contract lies. Not there and not hers look the same. */
  static async with(unit: Unit, contractId: string): Promise<{ desk: ContractDesk; row: ContractRow }> {
    const [found] = await unit.sql<{ tenantId: string }>('contract-tenant', 'select tenant_id as "tenantId" from contract where id = $1', [contractId])
    if (!found) throw new NotFound('The contract')
    const desk = await ContractDesk.open(unit, found.tenantId).catch(error => {
      throw error instanceof NotFound ? new NotFound('The contract') : error
    })
    const row = desk.row(contractId)
    if (!maySee(unit.actor, row)) throw new NotFound('The contract')
    return { desk, row }
  }

  get rows(): readonly ContractRow[] {
    return this.#rows
  }

  get book(): ContractBook {
    return { isPublic: this.tenant.institution === 'PUBLIC', contracts: this.#rows }
  }

  row(id: string): ContractRow {
    return this.#rows.find(one => one.id === id)!
  }

  add(row: ContractRow): void {
    this.#rows.push(row)
  }

  /** Undefined where it can be done as it stands. */
  refuses(verb: ContractVerb, row: ContractRow): NotAsItStands | undefined {
    const isSuspended = this.holds.some(({ kind }) => kind === 'CONTRACT')
    if (!isPossible(verb, { book: this.book, contract: row, today: this.today, isSuspended })) return new NotAsItStands(stateShown(row, this.holds))
  }

  /** Written down with what happened. */
  async change({ id }: Pick<ContractRow, 'id'>, changes: Partial<ContractRow>, event: Omit<NewContractEvent, 'day'> & { day?: Day }): Promise<ContractRow> {
    const row = { ...this.row(id), ...changes, version: this.row(id).version + 1 }
    this.#rows = this.#rows.map(one => (one.id === id ? row : one))
    await updateContract(this.unit, row)
    await addEvent(this.unit, row, { day: this.today, ...event })
    return row
  }

  /** When the calendar has to look at each of them again. */
  async plan(): Promise<void> {
    for (const row of this.#rows) {
      const due = dueOn(this.book, row)
      if (due === row.dueOn) continue
      row.dueOn = due
      await updateContract(this.unit, row)
    }
  }
}

const HOLDS = `select id, kind, scope from service_hold where tenant_id = $1 and lifted_at is null`
