import { defineEntity, p } from '@mikro-orm/core'
import type { MemberRole } from '../../platform/actor.ts'

export type MemberStatus = 'INVITED' | 'ACTIVE' | 'DISABLED'

export const memberRoles: readonly MemberRole[] = ['OWNER', 'ADMIN', 'SUPERVISOR', 'AGENT', 'ANALYST']

const MemberSchema = defineEntity({
  name: 'Member',
  tableName: 'member',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    userId: p.uuid().nullable(),
    email: p.text(),
    name: p.text(),
    role: p.string().$type<MemberRole>(),
    invitedAt: p.datetime(),
    invitationHash: p.blob().nullable(),
    invitationExpiresAt: p.datetime().nullable(),
    joinedAt: p.datetime().nullable(),
    disabledAt: p.datetime().nullable(),
    lastSeenAt: p.datetime().nullable(),
  },
})

export class Member extends MemberSchema.class {
  get status(): MemberStatus {
    return memberStatus(this)
  }

  /** The link that was sent before stops working, since its hash is gone. */
  invite(hash: Buffer, expiresAt: Date) {
    this.invitationHash = hash
    this.invitationExpiresAt = expiresAt
  }

  assign(role: MemberRole) {
    this.role = role
  }

  disable(now: Date) {
    this.disabledAt ??= now
    this.invitationHash = null
    this.invitationExpiresAt = null
  }

  enable() {
    this.disabledAt = null
  }
}
MemberSchema.setClass(Member)

interface StandingFacts { disabledAt?: Date | null; userId?: string | null }

export function memberStatus({ disabledAt, userId }: StandingFacts): MemberStatus {
  if (disabledAt) return 'DISABLED'
  return userId ? 'ACTIVE' : 'INVITED'
}
