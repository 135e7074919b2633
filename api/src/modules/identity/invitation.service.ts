import { systemActor, type Actor } from '../../platform/actor.ts'
import { sha256 } from '../../platform/crypto.ts'
import { newId } from '../../platform/ids.ts'
import type { Language } from '../../platform/language.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Unit } from '../../platform/unit.ts'
import type { Units } from '../../platform/units.ts'
import { LinkInvalid, PasswordRefused, SignInRequired } from './identity.errors.ts'
import { invitationByHash, type Invitation, resetByHash } from './invitation.queries.ts'
import { hashPassword } from './password-hash.ts'
import { passwordProblem } from './password-rules.ts'
import type { SessionService, Visit } from './session.service.ts'
import { auditTenant } from '../../platform/tenant-audit.ts'
import { accountByEmail, type Account } from './user.queries.ts'

export interface LinkState {
  valid: boolean
  purpose?: 'INVITATION' | 'PASSWORD_RESET'
  email?: string
  name?: string
  tenantName?: string
  needsPassword: boolean
  signedIn: boolean
}

export interface Acceptance {
  token: string
  name?: string | null
  password?: string | null
}

type Newcomer = { name: string; passwordHash: string }

const NAME_LENGTH = 120

export class InvitationService {
  readonly #units: Units
  readonly #sessions: SessionService

  constructor(units: Units, sessions: SessionService) {
    this.#units = units
    this.#sessions = sessions
  }

  async linkState(token: string, actor: Actor): Promise<LinkState> {
    return this.#units.platform({ actor: systemActor() }, async unit => {
      const hash = sha256(token)
      const invitation = await invitationByHash(unit, hash)
      if (invitation) return stateOf(invitation, await accountByEmail(unit, invitation.email), actor)
      const reset = await resetByHash(unit, hash)
      return reset
        ? { valid: true, purpose: 'PASSWORD_RESET', ...reset, needsPassword: true, signedIn: false }
        : { valid: false, needsPassword: false, signedIn: false }
    })
  }

  /** Links are forwarded and leak: one alone makes an account, and never opens one. */
  async accept(visit: Visit, { token, name, password }: Acceptance) {
    const state = await this.linkState(token, visit.actor)
    if (!state.valid || state.purpose !== 'INVITATION') return new LinkInvalid()
    const called = (name?.trim() || state.name!).slice(0, NAME_LENGTH)
    const problem =
      state.needsPassword && passwordProblem(password ?? '', { email: state.email, name: called })
    if (problem) return new PasswordRefused(problem)
    const newcomer = state.needsPassword
      ? { name: called, passwordHash: await hashPassword(password!) }
      : undefined
    return this.#units.platform({ actor: visit.actor }, unit =>
      this.#join(unit, visit, { hash: sha256(token), newcomer }))
  }

  async #join(unit: Unit, visit: Visit, { hash, newcomer }: { hash: Buffer; newcomer?: Newcomer }) {
    const invitation = await invitationByHash(unit, hash, true)
    if (!invitation) return new LinkInvalid()
    const account = await accountOf(unit, invitation, newcomer)
    if (account instanceof Refusal) return account
    await settle(unit, invitation, account)
    return this.#sessions.open(unit, account.id, visit, invitation.tenantId)
  }
}

function stateOf({ email, name, place }: Invitation, account: Account | undefined, actor: Actor): LinkState {
  const signedIn = account !== undefined && isOwn(actor, account)
  return { valid: true, purpose: 'INVITATION', email, name, tenantName: place, needsPassword: !account, signedIn }
}

const isOwn = (actor: Actor, { id }: Account) => 'userId' in actor && actor.userId === id

/** A disabled person has none, and gets none: her address is taken. */
async function accountOf(
  unit: Unit,
  { email, language }: Invitation,
  newcomer?: Newcomer,
): Promise<Account | SignInRequired | LinkInvalid> {
  const made = newcomer && await createAccount(unit, { email, language, ...newcomer })
  const account = await accountByEmail(unit, email)
  if (!account) return new LinkInvalid()
  return made || isOwn(unit.actor, account) ? account : new SignInRequired()
}

export interface NewAccount { email: string; name: string; language: Language; passwordHash: string }

/** Nothing happens when the address has an account, disabled or not. */
export async function createAccount(
  unit: Unit,
  { email, name, language, passwordHash }: NewAccount,
): Promise<string | undefined> {
  const row = {
    id: newId(unit.now),
    email,
    name,
    language,
    password_hash: passwordHash,
    password_changed_at: unit.now,
    created_at: unit.now,
  }
  const created = await unit.kysely.insertInto('app_user').values(row)
    .onConflict(conflict => conflict.doNothing()).returning('id').executeTakeFirst()
  return created?.id
}

async function settle(unit: Unit, { id, tenantId }: Invitation, account: Account): Promise<void> {
  const spent = { user_id: account.id, name: account.name, invitation_hash: null, invitation_expires_at: null }
  if (!tenantId) {
    await unit.kysely.updateTable('reseller_member').set(spent).where('id', '=', id).execute()
    return
  }
  await unit.kysely.updateTable('member').set({ ...spent, joined_at: unit.now, last_seen_at: unit.now })
    .where('tenant_id', '=', tenantId).where('id', '=', id).execute()
  const { address } = unit.actor
  const actor = { kind: 'MEMBER' as const, userId: account.id, memberId: id, name: account.name, address }
  await auditTenant(unit, { tenantId, actor, action: 'member.joined', targetType: 'member', targetId: id })
}
