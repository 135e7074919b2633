import { systemActor } from '../../platform/actor.ts'
import { randomToken, sha256 } from '../../platform/crypto.ts'
import type { Unit } from '../../platform/unit.ts'
import type { Units } from '../../platform/units.ts'
import { Refusal } from '../../platform/refusal.ts'
import { LinkInvalid, PasswordRefused } from './identity.errors.ts'
import { RESET_MINUTES, type Links } from './links.ts'
import { passwordChangedMail, resetMail } from './mails.ts'
import type { PasswordCheck } from './password-check.ts'
import { hashPassword } from './password-hash.ts'
import { passwordProblem } from './password-rules.ts'
import type { SessionService, Visit } from './session.service.ts'
import { accountSubject, forgive } from './sign-in-lock.ts'
import { userIdOf } from './two-factor.service.ts'
import { canonicalEmail, isEmail, User } from './user.entity.ts'
import { accountByEmail, accountById } from './user.queries.ts'
import { homeOf } from './workplace.queries.ts'

declare module '../../platform/unit.ts' {
  interface JobPayloads {
    'identity.reset-password': { email: string }
  }
}

interface PasswordParts { units: Units; check: PasswordCheck; sessions: SessionService; links: Links }

/** One letter at a time: an address is not flooded by asking often. */
const LETTER_EVERY_MS = 60_000

export class PasswordService {
  readonly #parts: PasswordParts

  constructor(parts: PasswordParts) {
    this.#parts = parts
  }

  /** Takes the same time whether or not the address is known: finding out is left to a job. */
  async requestReset(email: string): Promise<void> {
    if (!isEmail(email)) return
    await this.#platform(async unit => {
      const key = accountSubject(email)
      unit.enqueue('identity.reset-password', { email: canonicalEmail(email) }, { jobKey: `reset ${key}` })
    })
  }

  /** The job. A link that was sent before stops working. */
  sendReset({ email }: { email: string }): Promise<void> {
    return this.#platform(async unit => {
      const account = await accountByEmail(unit, email)
      const user = account && (await unit.em.findOneOrFail(User, { id: account.id }))
      if (!user || user.awaitsReset(new Date(unit.now.getTime() + RESET_MINUTES * 60_000 - LETTER_EVERY_MS)))
        return
      const token = randomToken()
      user.expectReset(sha256(token), new Date(unit.now.getTime() + RESET_MINUTES * 60_000))
      const link = this.#parts.links.reset(await homeOf(unit, user.id), token)
      unit.enqueue('mail.send', resetMail({ to: user.email, name: user.name, language: user.language, link }))
    })
  }

  /** Ends every session and opens the door that failures had shut. The second factor stays. */
  async reset({ token, password }: { token: string; password: string }) {
    const person = await this.#platform(unit => personOfReset(unit, token))
    if (!person) return new LinkInvalid()
    const problem = passwordProblem(password, person)
    if (problem) return new PasswordRefused(problem)
    const hash = await hashPassword(password)
    return this.#platform(async unit => {
      const user = await personOfReset(unit, token)
      if (!user) return new LinkInvalid()
      await forgive(unit, [accountSubject(user.email)])
      return this.#change(unit, user, hash)
    })
  }

  /** The caller goes on in a new session: the old token is worth nothing any more. */
  async change(
    visit: Visit,
    { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
  ) {
    const userId = userIdOf(visit.actor)
    const person = await this.#platform(unit => accountById(unit, userId))
    const problem = passwordProblem(newPassword, person)
    if (problem) return new PasswordRefused(problem)
    const account = await this.#parts.check.byUser(userId, currentPassword, visit.address)
    if (account instanceof Refusal) return account
    const hash = await hashPassword(newPassword)
    return this.#parts.units.platform({ actor: visit.actor }, async unit => {
      const changed = await this.#change(unit, await unit.em.findOneOrFail(User, { id: userId }), hash)
      const tenantId = visit.actor.kind === 'MEMBER' ? visit.actor.tenantId : null
      return { changed, session: await this.#parts.sessions.open(unit, userId, visit, tenantId) }
    })
  }

  async #change(unit: Unit, user: User, hash: string): Promise<PasswordChanged> {
    user.changePassword(hash, unit.now)
    await unit.em.flush()
    await this.#parts.sessions.end(unit, { userId: user.id })
    await unit.kysely.deleteFrom('two_factor_challenge').where('user_id', '=', user.id).execute()
    unit.audit({ action: 'password.changed', targetType: 'user', targetId: user.id })
    unit.enqueue(
      'mail.send',
      passwordChangedMail({ to: user.email, name: user.name, language: user.language }),
    )
    return new PasswordChanged(unit.now)
  }

  #platform<Result>(work: (unit: Unit) => Promise<Result>): Promise<Result> {
    return this.#parts.units.platform({ actor: systemActor() }, work)
  }
}

export class PasswordChanged {
  readonly __typename = 'PasswordChanged'
  readonly changedAt: Date

  constructor(changedAt: Date) {
    this.changedAt = changedAt
  }
}

const personOfReset = (unit: Unit, token: string): Promise<User | null> =>
  unit.em.findOne(User, { resetHash: sha256(token), resetExpiresAt: { $gt: unit.now }, disabledAt: null })
