import type { Actor } from '../../platform/actor.ts'
import { BadInput, Forbidden, NotFound, Unauthenticated } from '../../platform/errors.ts'
import type { FreshAnswers } from '../../platform/fresh-answers.ts'
import type { Unit } from '../../platform/unit.ts'
import type { Units } from '../../platform/units.ts'
import { noteSupportLeft, type SessionService } from './session.service.ts'
import { userIdOf } from './two-factor.service.ts'

const SUPPORT_MS = 4 * 3_600_000
const REASON = { shortest: 5, longest: 500 }

interface WorkplaceParts {
  units: Units
  sessions: SessionService
  cache: Pick<FreshAnswers<unknown>, 'clear'>
}

export interface SupportVisit { tenantId: string; reason: string }

interface Place { tenant_id: string | null; support_until: Date | null }

/** Where a session works. Each verb answers as whom it goes on. */
export class WorkplaceService {
  readonly #parts: WorkplaceParts

  constructor(parts: WorkplaceParts) {
    this.#parts = parts
  }

  enterTenant(actor: Actor, tenantId: string): Promise<Actor> {
    return this.#move(actor, async unit => {
      const member = await unit.kysely.selectFrom('member').select('id').where('tenant_id', '=', tenantId)
        .where('user_id', '=', userIdOf(actor)).where('disabled_at', 'is', null).executeTakeFirst()
      if (!member) throw new NotFound('The tenant')
      return { tenant_id: tenantId, support_until: null }
    })
  }

  /** The tenant reads in its own trail who looked, why, and until when. */
  async enterAsSupport(actor: Actor, { tenantId, reason }: SupportVisit): Promise<Actor> {
    if (actor.kind !== 'OPERATOR') throw new Forbidden()
    const why = reason.trim()
    if (why.length < REASON.shortest || why.length > REASON.longest) {
      throw new BadInput('reason', 'Say why, in 5 to 500 characters.')
    }
    return this.#move(actor, async unit => {
      const tenant = await unit.kysely.selectFrom('tenant').select('id')
        .where('id', '=', tenantId).executeTakeFirst()
      if (!tenant) throw new NotFound('The tenant')
      const until = new Date(unit.now.getTime() + SUPPORT_MS)
      const detail = { reason: why, until }
      unit.audit({ action: 'support.entered', targetType: 'tenant', targetId: tenantId, detail })
      return { tenant_id: tenantId, support_until: until }
    }, tenantId)
  }

  leaveTenant(actor: Actor): Promise<Actor> {
    return this.#move(actor, async () => ({ tenant_id: null, support_until: null }))
  }

  #move(actor: Actor, choose: (unit: Unit) => Promise<Place>, tenantId?: string) {
    const id = sessionIdOf(actor)
    return this.#parts.units.platform({ actor, tenantId }, async unit => {
      const before = await unit.kysely.selectFrom('session')
        .select(['id', 'user_id', 'tenant_id', 'support_until'])
        .where('id', '=', id).forUpdate().executeTakeFirst()
      if (!before) throw new Unauthenticated()
      if (before.support_until) await noteSupportLeft(unit, before)
      await unit.kysely.updateTable('session').set(await choose(unit)).where('id', '=', id).execute()
      unit.afterCommit(() => this.#parts.cache.clear())
      return this.#parts.sessions.actorOf(unit, id)
    })
  }
}

export function sessionIdOf(actor: Actor): string {
  if ('sessionId' in actor) return actor.sessionId
  throw new Unauthenticated()
}
