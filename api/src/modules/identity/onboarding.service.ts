import { randomToken, sha256 } from '../../platform/crypto.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Unit } from '../../platform/unit.ts'
import type { Units } from '../../platform/units.ts'
import type { NewTenant, Reseller, ResellerService, TenantService } from '../tenancy/index.ts'
import type { Links } from './links.ts'
import { invitationMail } from './mails.ts'
import { Member } from './member.entity.ts'
import { addMember, invitationExpiry, personProblem, sendInvitation } from './member-invitation.ts'

interface OnboardingParts { units: Units; links: Links; tenants: TenantService; resellers: ResellerService }

export interface NewCustomer extends NewTenant { ownerName: string; ownerEmail: string }
export interface NewSeller { name: string; contactName: string; contactEmail: string }

/** A new place and the first person in it, both or neither. */
export class OnboardingService {
  readonly #parts: OnboardingParts

  constructor(parts: OnboardingParts) {
    this.#parts = parts
  }

  /** The unit is bound to the tenant to be, so that its trail begins with who made it. */
  async createTenant(actor: Actor, input: NewCustomer) {
    const owner = { email: input.ownerEmail, name: input.ownerName, role: 'OWNER' as const }
    const problem = personProblem(owner, { email: 'ownerEmail', name: 'ownerName' })
    if (problem) return problem
    const id = newId()
    return this.#parts.units.platform({ actor, tenantId: id }, async unit => {
      const tenant = await this.#parts.tenants.create(unit, { ...input, id })
      if (tenant instanceof Refusal) return tenant
      const memberId = await addMember(unit, owner)
      await sendInvitation(unit, await unit.em.findOneOrFail(Member, { id: memberId! }), this.#parts.links)
      await unit.em.flush()
      return tenant
    })
  }

  async createReseller(actor: Actor, { name, contactName, contactEmail }: NewSeller) {
    const contact = { email: contactEmail, name: contactName }
    const problem = personProblem(contact, { email: 'contactEmail', name: 'contactName' })
    if (problem) return problem
    return this.#parts.units.platform({ actor }, async unit => {
      const reseller = await this.#parts.resellers.create(unit, { name })
      if (!(reseller instanceof Refusal)) await this.#inviteSeller(unit, reseller, contact)
      return reseller
    })
  }

  async #inviteSeller(unit: Unit, reseller: Reseller, { email, name }: { email: string; name: string }) {
    const token = randomToken()
    await unit.kysely.insertInto('reseller_member').values({
      id: newId(unit.now), reseller_id: reseller.id, user_id: null, email: email.trim(), name: name.trim(),
      invited_at: unit.now, invitation_hash: sha256(token), invitation_expires_at: invitationExpiry(unit.now),
    }).execute()
    unit.enqueue('mail.send', invitationMail({
      to: email.trim(), name: name.trim(), place: reseller.name, inviter: unit.actor.name, language: 'ES',
      link: this.#parts.links.invitation('admin', token),
    }))
  }
}
