import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts'
import type { MemberRole } from '../../platform/actor.ts'
import type { FreshAnswers } from '../../platform/fresh-answers.ts'
import type { News } from '../../platform/news.ts'
import type { Unit } from '../../platform/unit.ts'
import { LastOwner, MemberExists } from './identity.errors.ts'
import type { Links } from './links.ts'
import { Member } from './member.entity.ts'
import { addMember, personProblem, sendInvitation, type Invited } from './member-invitation.ts'
import { mayChangeRole, mayDisable, mayGrant, mayManage } from './member.policy.ts'

interface MemberParts { links: Links; cache: Pick<FreshAnswers<unknown>, 'clear'>; news: News }

declare module '../../platform/news.ts' {
  interface NewsItems {
    /** Her role, or whether she may enter. Her row stays locked until the unit ends. */
    'member.rights-changed': { memberId: string }
    /** Somebody is now there in this role: whoever counts seats may refuse by throwing. */
    'member.seat-taken': { role: MemberRole }
  }
}

/** The people of a tenant, in a unit of that tenant. */
export class MemberService {
  readonly #parts: MemberParts

  constructor(parts: MemberParts) {
    this.#parts = parts
  }

  async invite(unit: Unit, person: Invited) {
    if (!mayGrant(unit.actor, unit.tenantId, person.role)) throw new Forbidden()
    const problem = personProblem(person)
    if (problem) return problem
    const id = await addMember(unit, person)
    if (!id) return new MemberExists()
    const member = await unit.em.findOneOrFail(Member, { id })
    await sendInvitation(unit, member, this.#parts.links)
    await unit.em.flush()
    await this.#parts.news.tell(unit, 'member.seat-taken', { role: person.role })
    return member
  }

  async resendInvitation(unit: Unit, memberId: string): Promise<Member> {
    const member = await find(unit, memberId)
    if (!mayManage(unit.actor, member)) throw new Forbidden()
    if (member.status !== 'INVITED') throw new Conflict('There is no invitation to send.')
    await sendInvitation(unit, member, this.#parts.links)
    unit.audit({ action: 'member.invitation-sent', targetType: 'member', targetId: member.id })
    return member
  }

  async changeRole(unit: Unit, { memberId, role }: { memberId: string; role: MemberRole }) {
    const owners = await activeOwners(unit)
    const member = await find(unit, memberId)
    if (!mayChangeRole(unit.actor, member, role)) throw new Forbidden()
    if (role !== 'OWNER' && isLast(owners, member)) return new LastOwner()
    unit.audit({
      action: 'member.role-changed',
      targetType: 'member',
      targetId: member.id,
      detail: { from: member.role, to: role },
    })
    member.assign(role)
    return this.#seated(unit, member)
  }

  async disable(unit: Unit, memberId: string) {
    const owners = await activeOwners(unit)
    const member = await find(unit, memberId)
    if (!mayDisable(unit.actor, member)) throw new Forbidden()
    if (isLast(owners, member)) return new LastOwner()
    unit.audit({ action: 'member.disabled', targetType: 'member', targetId: member.id })
    member.disable(unit.now)
    return this.#done(unit, member)
  }

  async enable(unit: Unit, memberId: string): Promise<Member> {
    const member = await find(unit, memberId)
    if (!mayManage(unit.actor, member)) throw new Forbidden()
    unit.audit({ action: 'member.enabled', targetType: 'member', targetId: member.id })
    member.enable()
    return this.#seated(unit, member)
  }

  async #seated(unit: Unit, member: Member): Promise<Member> {
    await unit.em.flush()
    await this.#parts.news.tell(unit, 'member.seat-taken', { role: member.role })
    return this.#done(unit, member)
  }

  async #done(unit: Unit, member: Member): Promise<Member> {
    await unit.em.flush()
    unit.afterCommit(() => this.#parts.cache.clear())
    await this.#parts.news.tell(unit, 'member.rights-changed', { memberId: member.id })
    return member
  }
}

// Not “for update”: whoever writes in a thread refers to a member, and would wait here while this unit waits for the thread.
const LOCK = 'select id from member where tenant_id = $1 and id = $2 for no key update'

async function find(unit: Unit, memberId: string): Promise<Member> {
  await unit.sql('member-lock', LOCK, [unit.tenantId, memberId])
  const member = await unit.em.findOne(Member, { id: memberId, tenantId: unit.tenantId })
  if (!member) throw new NotFound('The member')
  return member
}

/** Held until the end of the unit: two owners who withdraw each other at once do it one after the other. */
async function activeOwners(unit: Unit): Promise<string[]> {
  const rows = await unit.kysely.selectFrom('member').select('id').where('tenant_id', '=', unit.tenantId)
    .where('role', '=', 'OWNER').where('disabled_at', 'is', null).where('user_id', 'is not', null)
    .orderBy('id').forNoKeyUpdate().execute()
  return rows.map(row => row.id)
}

const isLast = (owners: string[], member: Member) => owners.length === 1 && owners[0] === member.id
