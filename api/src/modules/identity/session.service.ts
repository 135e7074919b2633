import type { Actor } from '../../platform/actor.ts'
import { randomToken, sha256 } from '../../platform/crypto.ts'
import type { FreshAnswers } from '../../platform/fresh-answers.ts'
import { newId } from '../../platform/ids.ts'
import type { Unit } from '../../platform/unit.ts'
import { deviceOf } from './device.ts'
import { sessionsByIds } from './session.queries.ts'
import { auditTenant } from '../../platform/tenant-audit.ts'
import { actorOf } from './workplace.ts'

/** How somebody came to the door. */
export interface Visit {
  actor: Actor
  address: string
  userAgent: string
}

/** For the one who just signed in: the secret of the cookie, and as whom she goes on. */
export class OpenedSession {
  readonly token: string
  readonly actor: Actor

  constructor(token: string, actor: Actor) {
    this.token = token
    this.actor = actor
  }
}

export const SESSION_SECONDS = 90 * 86_400

interface Ended { id: string; user_id: string; tenant_id: string | null; support_until: Date | null }

/** Sessions begin and end here, in a platform unit. */
export class SessionService {
  readonly #cache: Pick<FreshAnswers<unknown>, 'clear'>

  constructor(cache: Pick<FreshAnswers<unknown>, 'clear'>) {
    this.#cache = cache
  }

  /** Always a new token; the session that the browser had before ends. Enters a tenant that is the only one. */
  async open(unit: Unit, userId: string, visit: Visit, tenantId?: string | null): Promise<OpenedSession> {
    if ('sessionId' in visit.actor) await this.end(unit, { id: visit.actor.sessionId })
    const token = randomToken()
    const id = newId(unit.now)
    await unit.kysely
      .insertInto('session')
      .values({
        id,
        user_id: userId,
        token_hash: sha256(token),
        tenant_id: tenantId ?? (await onlyTenant(unit, userId)),
        created_at: unit.now,
        last_used_at: unit.now,
        expires_at: new Date(unit.now.getTime() + SESSION_SECONDS * 1000),
        device: deviceOf(visit.userAgent),
        address: visit.address,
      })
      .execute()
    unit.audit({
      action: 'session.opened',
      targetType: 'user',
      targetId: userId,
      detail: { address: visit.address },
    })
    return new OpenedSession(token, await this.actorOf(unit, id))
  }

  /** As whom a session acts from now on. */
  async actorOf(unit: Unit, sessionId: string): Promise<Actor> {
    const [facts] = await sessionsByIds(unit, [sessionId])
    if (!facts) throw new Error(`The session ${sessionId} is over.`)
    return actorOf(facts, unit.now)
  }

  /** One session, or all of a person. A look into a tenant ends with it, and the tenant can read so. */
  async end(unit: Unit, which: { id: string; userId?: string } | { userId: string }): Promise<number> {
    const ended: Ended[] = await unit.kysely.deleteFrom('session')
      .$if('id' in which, query => query.where('id', '=', 'id' in which ? which.id : ''))
      .$if(which.userId !== undefined, query => query.where('user_id', '=', which.userId!))
      .returning(['id', 'user_id', 'tenant_id', 'support_until']).execute()
    for (const session of ended.filter(session => session.support_until)) await noteSupportLeft(unit, session)
    unit.afterCommit(() => this.#cache.clear())
    return ended.length
  }

  /** What ran out: unused or old sessions, and looks into a tenant. */
  async tidy(unit: Unit): Promise<void> {
    const quiet = new Date(unit.now.getTime() - 14 * 86_400_000)
    const old = await unit.kysely
      .selectFrom('session')
      .select('id')
      .where(eb => eb.or([eb('expires_at', '<=', unit.now), eb('last_used_at', '<=', quiet)]))
      .limit(1000)
      .execute()
    for (const { id } of old) await this.end(unit, { id })
    await endSupportVisits(unit)
    await unit.kysely.deleteFrom('two_factor_challenge').where('expires_at', '<=', unit.now).execute()
    const forgotten = new Date(unit.now.getTime() - 7 * 86_400_000)
    await unit.kysely.deleteFrom('sign_in_failure').where('last_at', '<=', forgotten).execute()
  }
}

async function onlyTenant({ kysely }: Unit, userId: string): Promise<string | null> {
  const others = await kysely.selectFrom('operator').select('user_id').where('user_id', '=', userId)
    .unionAll(kysely.selectFrom('reseller_member').select('user_id').where('user_id', '=', userId)
      .where('disabled_at', 'is', null).$castTo<{ user_id: string }>()).execute()
  const tenants = await kysely.selectFrom('member').select('tenant_id').where('user_id', '=', userId)
    .where('disabled_at', 'is', null).limit(2).execute()
  return others.length === 0 && tenants.length === 1 ? tenants[0]!.tenant_id : null
}

async function endSupportVisits(unit: Unit) {
  const over = await unit.kysely.selectFrom('session').select(['id', 'user_id', 'tenant_id', 'support_until'])
    .where('support_until', '<=', unit.now).forUpdate().skipLocked().limit(1000).execute()
  for (const visit of over) {
    await unit.kysely
      .updateTable('session')
      .set({ tenant_id: null, support_until: null })
      .where('id', '=', visit.id)
      .execute()
    await noteSupportLeft(unit, visit)
  }
}

export async function noteSupportLeft(unit: Unit, visit: Ended): Promise<void> {
  const { user_id: userId, tenant_id: tenantId, support_until: until } = visit
  if (!tenantId) return
  const { name } = await unit.kysely.selectFrom('app_user').select('name')
    .where('id', '=', userId).executeTakeFirstOrThrow()
  await auditTenant(unit, {
    tenantId, actor: { kind: 'SUPPORT', userId, name, address: unit.actor.address },
    action: 'support.left', targetType: 'tenant', targetId: tenantId,
    detail: { at: until && until < unit.now ? until : unit.now },
  })
}
