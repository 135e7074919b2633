import type { Language } from './language.ts'

export type MemberRole = 'OWNER' | 'ADMIN' | 'SUPERVISOR' | 'AGENT' | 'ANALYST'

/** What the one who acts was called and where she was, as the audit trail remembers it. */
export interface Caller {
  name?: string
  address?: string
}

/** On whose behalf something is done. Everybody who acts is one of these, jobs and webhooks too. */
export type Actor = Caller &
  (
    | { kind: 'ANONYMOUS'; locale: string }
    | {
        kind: 'MEMBER'
        userId: string
        memberId: string
        tenantId: string
        role: MemberRole
        sessionId: string
      }
    | { kind: 'SUPPORT'; userId: string; tenantId: string; sessionId: string }
    | { kind: 'USER'; userId: string; sessionId: string }
    | { kind: 'OPERATOR'; userId: string; sessionId: string }
    | { kind: 'RESELLER'; userId: string; resellerId: string; sessionId: string }
    | { kind: 'API_KEY'; keyId: string; tenantId: string; scopes: string[] }
    | {
        kind: 'VISITOR'
        tenantId: string
        channelAccountId: string
        /** The id by which the channel knows the person; a contact exists once she has written. */
        externalId: string
        /** Whether the tenant's own site vouched for who this is. */
        verified: boolean
        language: Language
        /** What the site said of her, where it vouched. */
        claims: { name?: string; email?: string; phone?: string }
        /** What she was let in on: the page she came from or the application's token, the secret that vouched for her, until when (ms). */
        pass: { origin?: string; appTokenId?: string; secretVersion?: string; expiresAt?: number }
      }
    | { kind: 'SYSTEM'; tenantId?: string }
  )

export const systemActor = (tenantId?: string): Actor => ({ kind: 'SYSTEM', tenantId })

export const isOneOf = (actor: Actor, ...roles: MemberRole[]): boolean => actor.kind === 'MEMBER' && roles.includes(actor.role)

/** Whether it is a key that was given this. */
export const hasScope = (actor: Actor, scope: string): boolean => actor.kind === 'API_KEY' && actor.scopes.includes(scope)

/** The member who acts, if it is one. */
export const memberIdOf = (actor: Actor): string | null => (actor.kind === 'MEMBER' ? actor.memberId : null)
