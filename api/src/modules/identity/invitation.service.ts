import { sha256 } from '../../platform/crypto.ts'
import { newId } from '../../platform/ids.ts'
import type { Language } from '../../platform/language.ts'
import type { Unit } from '../../platform/unit.ts'
import type { Units } from '../../platform/units.ts'
import { LinkInvalid, PasswordRefused } from './identity.errors.ts'
import { invitationByHash, type Invitation, resetByHash } from './invitation.queries.ts'
import { hashPassword } from './password-hash.ts'
import { passwordProblem } from './password-rules.ts'
import type { Visit } from './session.service.ts'
import type { SignInService } from './sign-in.service.ts'
import { auditTenant } from './tenant-audit.ts'
import { accountByEmail, type Account } from './user.queries.ts'

export interface LinkState {
  valid: boolean
  purpose?: 'INVITATION' | 'PASSWORD_RESET'
  email?: string
  name?: string
  tenantName?: string
  needsPassword: boolean
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
  readonly #signIn: SignInService

  constructor(units: Units, signIn: SignInService) {
    this.#units = units
    this.#signIn = signIn
  }

  async linkState(token: string): Promise<LinkState> {
    return this.#platform(undefined, async unit => {
      const hash = sha256(token)
      const invitation = await invitationByHash(unit, hash)
      if (invitation) return stateOf(invitation, await accountByEmail(unit, invitation.email))
      const reset = await resetByHash(unit, hash)
      return reset
        ? { valid: true, purpose: 'PASSWORD_RESET', ...reset, needsPassword: true }
        : { valid: false, needsPassword: false }
    })
  }

  /** The link proves the address, so it signs in who has an account already; her password stays as it is. */
  async accept(visit: Visit, { token, name, password }: Acceptance) {
    const state = await this.linkState(token)
    if (!state.valid || state.purpose !== 'INVITATION') return new LinkInvalid()
    const called = (name?.trim() || state.name!).slice(0, NAME_LENGTH)
    const problem =
      state.needsPassword && passwordProblem(password ?? '', { email: state.email, name: called })
    if (problem) return new PasswordRefused(problem)
    const newcomer = state.needsPassword
      ? { name: called, passwordHash: await hashPassword(password!) }
      : undefined
    return this.#platform(visit, unit => this.#join(unit, visit, { hash: sha256(token), newcomer }))
  }

  async #join(unit: Unit, visit: Visit, { hash, newcomer }: { hash: Buffer; newcomer?: Newcomer }) {
    const invitation = await invitationByHash(unit, hash, true)
    const account = invitation && await accountOf(unit, invitation, newcomer)
    if (!account) return new LinkInvalid()
    await settle(unit, invitation, account)
    return this.#signIn.admit(unit, account, visit, invitation.tenantId)
  }

  #platform<Result>(visit: Visit | undefined, work: (unit: Unit) => Promise<Result>): Promise<Result> {
    return this.#units.platform({ actor: visit?.actor ?? { kind: 'SYSTEM' } }, work)
  }
}

const stateOf = ({ email, name, place }: Invitation, account: Account | undefined): LinkState => ({
  valid: true,
  purpose: 'INVITATION',
  email,
  name: account?.name ?? name,
  tenantName: place,
  needsPassword: !account,
})

/** Hers if she has one. A disabled person has none, and gets none: her address is taken. */
async function accountOf(
  unit: Unit,
  { email, language }: Invitation,
  newcomer?: Newcomer,
): Promise<Account | undefined> {
  const known = await accountByEmail(unit, email)
  if (known || !newcomer) return known
  await createAccount(unit, { email, language, ...newcomer })
  return accountByEmail(unit, email)
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
