import { randomToken, sha256 } from '../../platform/crypto.ts'
import type { MemberRole } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { InvalidInput } from '../../platform/refusal.ts'
import type { Unit } from '../../platform/unit.ts'
import { nameProblem } from '../tenancy/index.ts'
import { appOf, INVITATION_DAYS, type Links } from './links.ts'
import { invitationMail } from './mails.ts'
import type { Member } from './member.entity.ts'
import { isEmail } from './user.entity.ts'

export interface Invited {
  email: string
  name: string
  role: MemberRole
}

export const emailProblem = (email: string, field = 'email'): InvalidInput | undefined =>
  (isEmail(email) ? undefined : new InvalidInput(field, 'Must be an e-mail address.'))

/** The fields of a person in an input, under the names that it gives them. */
export const personProblem = (
  { email, name }: { email: string; name: string },
  fields = { email: 'email', name: 'name' },
) => emailProblem(email, fields.email) ?? nameProblem(name, fields.name)

export const invitationExpiry = (now: Date) => new Date(now.getTime() + INVITATION_DAYS * 86_400_000)

/** In a unit of the tenant, or a platform unit bound to it. Undefined when somebody there has the address. */
export async function addMember(unit: Unit, { email, name, role }: Invited): Promise<string | undefined> {
  const row = {
    tenant_id: unit.tenantId,
    id: newId(unit.now),
    user_id: null,
    email: email.trim(),
    name: name.trim(),
    role,
    invited_at: unit.now,
    invitation_hash: null,
    invitation_expires_at: null,
  }
  const added = await unit.kysely
    .insertInto('member')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added)
    unit.audit({
      action: 'member.invited',
      targetType: 'member',
      targetId: added.id,
      detail: { email: row.email, role },
    })
  return added?.id
}

/** A new link; the one before stops working. */
export async function sendInvitation(unit: Unit, member: Member, links: Links): Promise<void> {
  const token = randomToken()
  member.invite(sha256(token), invitationExpiry(unit.now))
  const tenant = await unit.kysely
    .selectFrom('tenant')
    .select(['name', 'language'])
    .where('id', '=', unit.tenantId)
    .executeTakeFirstOrThrow()
  unit.enqueue(
    'mail.send',
    invitationMail({
      to: member.email,
      name: member.name,
      place: tenant.name,
      inviter: unit.actor.name,
      language: tenant.language,
      link: links.invitation(appOf(member.role), token),
    }),
  )
}
