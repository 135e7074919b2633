import { randomUUID } from 'node:crypto'
import type { Actor, MemberRole } from '../src/platform/actor.ts'
import { newId } from '../src/platform/ids.ts'
import type { Unit } from '../src/platform/unit.ts'
import type { TestDatabase } from './harness.ts'

type Member = Extract<Actor, { kind: 'MEMBER' }>
type Visitor = Extract<Actor, { kind: 'VISITOR' }>

/** A tenant of a test's own, with the people and the chat that the test asks for. */
export class World {
  readonly tenantId = newId()
  readonly channelAccountId = newId()
  readonly siteKey = `web_${randomUUID()}`
  readonly #database: TestDatabase

  constructor(database: TestDatabase) {
    this.#database = database
  }

  /** Runs work in a unit of this tenant. */
  as<Result>(actor: Actor, work: (unit: Unit) => Promise<Result>, now?: Date): Promise<Result> {
    return this.#database.units.tenant({ tenantId: this.tenantId, actor, now }, work)
  }

  async open(): Promise<this> {
    const { owner } = this.#database
    await owner.query(`insert into tenant (id, name, slug, sector, institution, time_zone, language, currency, created_at)
      values ($1, 'Prueba', $2, 'OTHER', 'PRIVATE', 'America/Santo_Domingo', 'ES', 'USD', now())`,
    [this.tenantId, `t-${this.tenantId.slice(-12)}`])
    const intervals = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'].map(weekday => ({ weekday, opens: '09:00', closes: '18:00' }))
    await owner.query('insert into business_calendar (tenant_id, id, intervals) values ($1, $2, $3)',
      [this.tenantId, newId(), JSON.stringify(intervals)])
    await owner.query(`insert into channel_account (tenant_id, id, kind, name, created_at) values ($1, $2, 'WEB', 'Web', now())`,
      [this.tenantId, this.channelAccountId])
    await owner.query(`insert into web_channel (tenant_id, channel_account_id, site_key, allowed_origins, color, side, bot_name, texts)
      values ($1, $2, $3, '{https://example.com}', '#123456', 'RIGHT', 'ELENA', $4)`,
    [this.tenantId, this.channelAccountId, this.siteKey, JSON.stringify(['ES', 'EN'].map(language => ({
      language, title: 'Prueba', subtitle: '', greeting: `Hola (${language})`, outOfHours: `Cerrado (${language})`,
    })))])
    return this
  }

  async member(role: MemberRole = 'AGENT', name = `${role} ${randomUUID().slice(0, 4)}`): Promise<Member> {
    const [userId, memberId] = [newId(), newId()]
    const email = `${memberId}@example.com`
    await this.#database.owner.query(`insert into app_user (id, email, name, language, password_hash, password_changed_at, created_at)
      values ($1, $2, $3, 'ES', 'x', now(), now())`, [userId, email, name])
    await this.#database.owner.query(`insert into member (tenant_id, id, user_id, email, name, role, invited_at, joined_at)
      values ($1, $2, $3, $4, $5, $6, now(), now())`, [this.tenantId, memberId, userId, email, name, role])
    return { kind: 'MEMBER', userId, memberId, tenantId: this.tenantId, role, sessionId: newId() }
  }

  visitor(externalId = `visitor:${randomUUID()}`): Visitor {
    const { tenantId, channelAccountId } = this
    return { kind: 'VISITOR', tenantId, channelAccountId, externalId, verified: false, language: 'ES', claims: {}, pass: { origin: 'https://example.com' } }
  }
}

export const newWorld = (database: TestDatabase): Promise<World> => new World(database).open()
