import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestDatabase } from '../../../test/harness.ts'
import type { Actor } from '../../platform/actor.ts'
import { openBroadcast } from '../../platform/broadcast.ts'
import { localDay } from '../../platform/day.ts'
import { diskStore } from '../../platform/files/disk-store.ts'
import { newId } from '../../platform/ids.ts'
import { Jobs } from '../../platform/jobs.ts'
import { News } from '../../platform/news.ts'
import type { Refusal } from '../../platform/refusal.ts'
import type { Unit } from '../../platform/unit.ts'
import { createPlans, type NewLine } from '../plans/index.ts'
import { ServiceHolds, ServiceStates } from '../tenancy/index.ts'
import { createContracts } from './index.ts'

/** Plans with a price of what goes beyond them, which the list does not have. */
export const line = (productKey: string, { prices = [], ...more }: Partial<NewLine> = {}): NewLine => ({
  productKey, quantity: 1, discountPercent: '0', ...more,
  prices: ['STARTER', 'BUSINESS', 'PREMIUM'].includes(productKey) && !prices.some(({ charge }) => charge === 'CONVERSATION') ? [{ charge: 'CONVERSATION', amount: '0.15' }, ...prices] : prices,
})

export interface CustomerOptions { institution?: 'PRIVATE' | 'PUBLIC'; timeZone?: string; language?: 'ES' | 'EN'; resellerId?: string | null }

/** The module on a database of the test's, with a clock that it moves. */
export class ContractsScene {
  now: Date
  readonly told: { name: string; item: unknown }[] = []
  readonly errors: unknown[] = []
  readonly files = diskStore(mkdtempSync(path.join(tmpdir(), 'botpro-contracts-')))
  readonly contracts: ReturnType<typeof createContracts>
  readonly plans: ReturnType<typeof createPlans>
  readonly units: ReturnType<TestDatabase['openUnits']>
  readonly #database: TestDatabase

  constructor(database: TestDatabase, now: string) {
    this.#database = database
    this.now = new Date(now)
    const news = new News()
    for (const name of ['contract.in-force', 'contract.renewed', 'contract.expired', 'contract.ended', 'contract.cancelled'] as const)
      news.on(name, async (_unit, item) => void this.told.push({ name, item }))
    this.units = database.openUnits({ clock: () => this.now, news })
    const broadcast = openBroadcast({ onError: error => { throw error } })
    this.plans = createPlans({ units: this.units, clock: () => this.now, broadcast, news, inForce: async () => undefined })
    this.contracts = createContracts({
      units: this.units, jobs: new Jobs({ pool: database.pools.jobs }), files: this.files, holds: new ServiceHolds(new ServiceStates({ units: this.units, broadcast })),
      catalogue: this.plans.catalogue, subscriptions: this.plans.subscriptions, onError: error => this.errors.push(error),
    })
  }

  async operator(name = 'Olga Mena'): Promise<Actor & { kind: 'OPERATOR' }> {
    const userId = await this.#user(name)
    await this.#database.owner.query('insert into operator (user_id, created_at) values ($1, now())', [userId])
    return { kind: 'OPERATOR', userId, sessionId: newId(), name }
  }

  async reseller(): Promise<Actor & { kind: 'RESELLER' }> {
    const [resellerId, userId] = [newId(), await this.#user('Raúl Sosa')]
    await this.#database.owner.query(`insert into reseller (id, name, created_at) values ($1, 'Aliado Digital', now())`, [resellerId])
    await this.#database.owner.query(`insert into reseller_member (id, reseller_id, user_id, email, name, invited_at) values ($1, $2, $3, $4, 'Raúl Sosa', now())`, [newId(), resellerId, userId, `${userId}@example.com`])
    return { kind: 'RESELLER', userId, resellerId, sessionId: newId(), name: 'Raúl Sosa' }
  }

  /** With an owner and an administrator. */
  async customer({ institution = 'PRIVATE', timeZone = 'America/Santo_Domingo', language = 'ES', resellerId = null }: CustomerOptions = {}) {
    const tenantId = newId()
    const { owner } = this.#database
    await owner.query(`insert into tenant (id, name, slug, sector, institution, time_zone, language, currency, reseller_id, created_at) values ($1, 'Óptica Ñandú, S. R. L.', $2, 'RETAIL', $3, $4, $5, 'USD', $6, now())`,
      [tenantId, `t-${tenantId.slice(-12)}`, institution, timeZone, language, resellerId])
    const actor = async (role: 'OWNER' | 'ADMIN' | 'AGENT') => {
      const [userId, memberId] = [await this.#user(role), newId()]
      await owner.query(`insert into member (tenant_id, id, user_id, email, name, role, invited_at, joined_at) values ($1, $2, $3, $4, $5, $5, now(), now())`, [tenantId, memberId, userId, `${role.toLowerCase()}-${tenantId}@example.com`, role])
      return { kind: 'MEMBER' as const, userId, memberId, tenantId, role, sessionId: newId() }
    }
    return { tenantId, owner: await actor('OWNER'), admin: await actor('ADMIN'), agent: await actor('AGENT') }
  }

  async #user(name: string): Promise<string> {
    const id = newId()
    await this.#database.owner.query(`insert into app_user (id, email, name, language, password_hash, password_changed_at, created_at) values ($1, $2, $3, 'ES', 'x', now(), now())`, [id, `${id}@example.com`, name])
    return id
  }

  /** In the unit that such an actor gets. */
  as<Result>(actor: Actor, work: (unit: Unit) => Promise<Result>): Promise<Result> {
    return actor.kind === 'MEMBER' ? this.units.tenant({ actor, tenantId: actor.tenantId }, work) : this.units.platform({ actor }, work)
  }

  /** Fails where it is refused. */
  async done(actor: Actor, work: (unit: Unit) => Promise<string | Refusal>): Promise<string> {
    const result = await this.as(actor, work)
    if (typeof result !== 'string') throw new Error(`${result.code}: ${result.message}`)
    return result
  }

  /** Quoted, sent and signed on this day. */
  async signed(actor: Actor, tenantId: string, more: { lines?: NewLine[]; startsOn?: string } = {}): Promise<string> {
    const { quotes, contracts } = this.contracts
    const { rows: [{ zone }] } = await this.#database.owner.query('select time_zone as zone from tenant where id = $1', [tenantId])
    const id = await this.done(actor, unit => quotes.quote(unit, { idempotencyKey: newId(), tenantId, lines: more.lines ?? [line('BUSINESS')] }))
    await this.done(actor, unit => quotes.send(unit, { contractId: id, recipients: [] }))
    return this.done(actor, unit => contracts.sign(unit, { contractId: id, signedBy: 'Rosa Peña', signedTitle: 'Gerente General', signedOn: localDay(this.now, zone), startsOn: more.startsOn }))
  }

  /** A paper that somebody brought. */
  async file(tenantId: string): Promise<string> {
    const id = newId()
    await this.#database.owner.query(`insert into contract_file (tenant_id, id, name, media_type, size, sha256, storage_key, uploaded_at, uploaded_by) values ($1, $2, 'carta.pdf', 'application/pdf', 1, 'x', 'x/y', now(), '{}')`, [tenantId, id])
    return id
  }

  async phase(id: string): Promise<Record<string, unknown>> {
    return (await this.#database.owner.query(`select phase, term, to_char(starts_on, 'YYYY-MM-DD') as "startsOn", to_char(ends_on, 'YYYY-MM-DD') as "endsOn", to_char(due_on, 'YYYY-MM-DD') as "dueOn" from contract where id = $1`, [id])).rows[0]
  }

  async letters(tenantId: string): Promise<string[]> {
    return (await this.#database.owner.query(`select kind, to_char(day, 'YYYY-MM-DD') as day from letter where tenant_id = $1 order by day, created_at, id`, [tenantId])).rows.map(({ kind, day }) => `${day} ${kind}`)
  }

  async timeline(id: string): Promise<string[]> {
    return (await this.#database.owner.query(`select kind, to_char(day, 'YYYY-MM-DD') as day, who->>'name' as name from contract_event where contract_id = $1 order by at, id`, [id])).rows
      .map(({ kind, day, name }) => `${day} ${kind}${name ? ` ${name}` : ''}`)
  }
}
