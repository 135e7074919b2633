import { beforeAll } from 'vitest'
import { useDatabase } from '../../../test/harness.ts'
import { systemActor, type Actor, type MemberRole } from '../../platform/actor.ts'
import { Sealer } from '../../platform/crypto.ts'
import { newId } from '../../platform/ids.ts'
import type { Mail } from '../../platform/mail.ts'
import type { Unit } from '../../platform/unit.ts'
import { Tenant, tenancyEntities, TenantService } from '../tenancy/index.ts'
import { createIdentity, identityEntities, type Identity } from './index.ts'
import { OpenedSession, type Visit } from './session.service.ts'

export const PASSWORD = 'correct horse battery'
export const STRANGER: Actor = { kind: 'ANONYMOUS', locale: 'es' }
export const START = new Date('2026-11-23T12:00:00Z')

/** The services on a database of the test file's own, with a clock that the tests turn. */
export function useIdentity() {
  const world = { now: START } as World
  const db = useDatabase({ entities: [...tenancyEntities, ...identityEntities], clock: () => world.now })
  beforeAll(() => Object.assign(world, new World(db)))
  Object.setPrototypeOf(world, World.prototype)
  return world
}

type Database = ReturnType<typeof useDatabase>

export interface Somebody { userId: string; memberId: string; email: string; name: string; actor: Actor }

export class World {
  now = START
  db: Database
  identity: Identity

  constructor(db: Database) {
    this.db = db
    this.identity = this.anotherProcess()
  }

  /** The same database, nothing remembered. */
  anotherProcess(): Identity {
    const sealer = new Sealer([{ id: 'k1', secret: 'a secret of the tests' }])
    return createIdentity({
      units: this.db.units,
      sealer,
      secure: true,
      publicUrl: () => 'https://botpro.test',
    })
  }

  later(seconds: number) {
    this.now = new Date(this.now.getTime() + seconds * 1000)
  }

  system<Result>(work: (unit: Unit) => Promise<Result>, tenantId?: string): Promise<Result> {
    return this.db.units.platform({ actor: systemActor(), tenantId }, work)
  }

  inTenant<Result>(actor: Actor, work: (unit: Unit) => Promise<Result>): Promise<Result> {
    return this.db.units.tenant({ tenantId: (actor as { tenantId: string }).tenantId, actor }, work)
  }

  async tenant(name = 'Banco Ñandú'): Promise<string> {
    const id = newId()
    const made = await this.system(unit => new TenantService().create(unit, {
      id, name, slug: `t-${id.slice(-12)}`, sector: 'FINANCIAL', institution: 'PRIVATE', currency: 'USD',
      timeZone: 'America/Santo_Domingo', language: 'ES',
    }), id)
    if (!(made instanceof Tenant)) throw new Error(made.message)
    return id
  }

  async member(tenantId: string, role: MemberRole = 'AGENT', email = newEmail()): Promise<Somebody> {
    const name = `Ana ${role.toLowerCase()}`
    const memberId = await this.system(
      unit => this.identity.enrolment.member(unit, { email, name, role, password: PASSWORD }),
      tenantId,
    )
    const { user_id: userId } = await this.system(unit =>
      unit.kysely.selectFrom('member').select('user_id').where('id', '=', memberId).executeTakeFirstOrThrow(),
    )
    const actor: Actor = {
      kind: 'MEMBER',
      userId: userId!,
      memberId,
      tenantId,
      role,
      sessionId: newId(),
      name,
    }
    return { userId: userId!, memberId, email, name, actor }
  }

  async operator(email = newEmail()): Promise<{ userId: string; email: string }> {
    const userId = await this.system(unit =>
      this.identity.enrolment.operator(unit, { email, name: 'Olga Operadora', password: PASSWORD }))
    return { userId, email }
  }

  /** Through the door, like a browser. */
  async signIn(email: string, visit = visitFrom()): Promise<OpenedSession> {
    const opened = await this.identity.signIn.signIn(visit, { email, password: PASSWORD })
    if (!(opened instanceof OpenedSession)) throw new Error(opened.__typename)
    return opened
  }

  ask(token: string, identity = this.identity): Promise<Actor> {
    return identity.authenticator.authenticate({ cookie: `__Host-botpro=${token}`, address: '10.0.0.1' })
  }

  /** What waits to be sent to an address, the oldest first. */
  async mails(to: string): Promise<Mail[]> {
    const { rows } = await this.db.owner.query(`select j.payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'mail.send' and j.payload->>'to' = $1 order by j.id`, [to])
    return rows.map(row => row.payload)
  }

  async lastLink(to: string): Promise<string> {
    const mail = (await this.mails(to)).at(-1)
    return /https:\/\/botpro\.test\/\S+\/(\S+)/.exec(mail?.text ?? '')![1]!
  }

  async trail(
    tenantId: string,
  ): Promise<{ action: string; actor: Record<string, unknown>; detail: Record<string, unknown> }[]> {
    const { rows } = await this.db.owner.query(
      'select action, actor, detail from audit_entry where tenant_id = $1 order by seq', [tenantId])
    return rows
  }
}

export const newEmail = () => `${newId()}@banco.do`

/** From an address of its own, so that tests do not lock each other out. */
export const visitFrom = (actor: Actor = STRANGER): Visit =>
  ({ actor, address: newId(), userAgent: 'Mozilla/5.0 (X11; Linux) Chrome/142.0 Safari/537.36' })
