import type { MemberRole } from '../../platform/actor.ts'
import { Forbidden } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Language } from '../../platform/language.ts'
import type { Unit } from '../../platform/unit.ts'
import { createAccount } from './invitation.service.ts'
import { addMember } from './member-invitation.ts'
import { hashPassword } from './password-hash.ts'
import { accountByEmail } from './user.queries.ts'

export interface Person {
  email: string
  name: string
  password: string
  language?: Language
}

/** People without invitations: the first operator, the demo, tests. The system alone, in a platform unit. */
export class EnrolmentService {
  /** Her id; whoever has an account keeps it as it is. */
  async person(unit: Unit, { email, name, password, language = 'ES' }: Person): Promise<string> {
    if (unit.actor.kind !== 'SYSTEM') throw new Forbidden()
    const known = await accountByEmail(unit, email)
    if (known) return known.id
    return (await createAccount(unit, { email, name, language, passwordHash: await hashPassword(password) }))!
  }

  async operator(unit: Unit, person: Person): Promise<string> {
    const userId = await this.person(unit, person)
    await unit.kysely.insertInto('operator').values({ user_id: userId, created_at: unit.now })
      .onConflict(conflict => conflict.doNothing()).execute()
    return userId
  }

  /** In a platform unit bound to the tenant; the id of the member. */
  async member(unit: Unit, person: Person & { role: MemberRole }): Promise<string> {
    const userId = await this.person(unit, person)
    const id = await addMember(unit, person)
    if (!id) throw new Error(`${person.email} is in the tenant already.`)
    await unit.kysely.updateTable('member').set({ user_id: userId, joined_at: unit.now })
      .where('tenant_id', '=', unit.tenantId).where('id', '=', id).execute()
    return id
  }

  async resellerMember(unit: Unit, person: Person & { resellerId: string }): Promise<string> {
    const userId = await this.person(unit, person)
    await unit.kysely.insertInto('reseller_member').values({
      id: newId(unit.now), reseller_id: person.resellerId, user_id: userId, email: person.email, name: person.name,
      invited_at: unit.now, invitation_hash: null, invitation_expires_at: null,
    }).onConflict(conflict => conflict.doNothing()).execute()
    return userId
  }
}
