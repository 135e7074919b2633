import { toString as svgOf } from 'qrcode'
import type { Actor } from '../../platform/actor.ts'
import { Conflict, Unauthenticated } from '../../platform/errors.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Unit } from '../../platform/unit.ts'
import type { Units } from '../../platform/units.ts'
import { InvalidCredentials, SignInLocked } from './identity.errors.ts'
import type { PasswordCheck } from './password-check.ts'
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts'
import type { SecondFactor } from './second-factor.ts'
import type { Visit } from './session.service.ts'
import { addressSubject, countAttempt, factorSubject, forgive } from './sign-in-lock.ts'
import { newTotpSecret, totpUri } from './totp.ts'
import { User } from './user.entity.ts'
import { userView } from './user.queries.ts'

/** Shown once. */
export class RecoveryCodes {
  readonly __typename = 'RecoveryCodes'
  readonly codes: string[]

  constructor(codes: string[]) {
    this.codes = codes
  }
}

interface TwoFactorParts { units: Units; passwords: PasswordCheck; factor: SecondFactor }

/** What an authenticator app needs. */
export class TwoFactorSetup {
  readonly __typename = 'TwoFactorSetup'
  readonly secret: string
  readonly uri: string
  readonly qrCode: string

  constructor(secret: string, uri: string, qrCode: string) {
    this.secret = secret
    this.uri = uri
    this.qrCode = qrCode
  }
}

export class TwoFactorService {
  readonly #parts: TwoFactorParts

  constructor(parts: TwoFactorParts) {
    this.#parts = parts
  }

  /** A stolen session must neither add a factor nor swap it: the present one is taken off first. */
  async start(visit: Visit, password: string) {
    const refusal = await this.#refusal(visit, password)
    if (refusal) return refusal
    const secret = newTotpSecret()
    const email = await this.#platform(visit.actor, async (_unit, user) => {
      if (user.twoFactorEnabled) throw new Conflict('A second factor is in use; disable it first.')
      user.proposeTwoFactor(this.#parts.factor.seal(user.id, secret))
      return user.email
    })
    const uri = totpUri(secret, email)
    return new TwoFactorSetup(secret, uri, await svgOf(uri, { type: 'svg', margin: 1 }))
  }

  /** A code is counted as at sign-in: a set-up that was left half done must not be finished by guessing. */
  async confirm({ actor, address }: Visit, code: string) {
    const subjects = [factorSubject(userIdOf(actor)), addressSubject(address)]
    const lockedUntil = await this.#platform(actor, async (unit, user) => {
      expectSetUp(user)
      return countAttempt(unit, subjects)
    })
    if (lockedUntil) return new SignInLocked(lockedUntil)
    return this.#platform(actor, async (unit, user) => {
      expectSetUp(user)
      const step = this.#parts.factor.stepOf(user, user.totpPending, { code, now: unit.now })
      if (step === undefined) return new InvalidCredentials()
      user.armTwoFactor(step)
      await forgive(unit, subjects)
      unit.audit({ action: 'two-factor.enabled', targetType: 'user', targetId: user.id })
      return giveRecoveryCodes(unit, user.id)
    })
  }

  async disable(visit: Visit, password: string) {
    const refusal = await this.#refusal(visit, password)
    if (refusal) return refusal
    return this.#platform(visit.actor, async (unit, user) => {
      user.disarmTwoFactor()
      await unit.em.flush()
      await unit.kysely.deleteFrom('recovery_code').where('user_id', '=', user.id).execute()
      unit.audit({ action: 'two-factor.disabled', targetType: 'user', targetId: user.id })
      return userView(unit, user.id)
    })
  }

  async renewRecoveryCodes(visit: Visit, password: string) {
    const refusal = await this.#refusal(visit, password)
    if (refusal) return refusal
    return this.#platform(visit.actor, async (unit, user) => {
      if (!user.twoFactorEnabled) throw new Conflict('There is no second factor in use.')
      unit.audit({ action: 'recovery-codes.renewed', targetType: 'user', targetId: user.id })
      return giveRecoveryCodes(unit, user.id)
    })
  }

  async #refusal({ actor, address }: Visit, password: string) {
    const account = await this.#parts.passwords.byUser(userIdOf(actor), password, address)
    return account instanceof Refusal ? account : undefined
  }

  #platform<Result>(actor: Actor, work: (unit: Unit, user: User) => Promise<Result>): Promise<Result> {
    return this.#parts.units.platform({ actor }, async unit =>
      work(unit, await unit.em.findOneOrFail(User, { id: userIdOf(actor) })))
  }
}

function expectSetUp({ twoFactorEnabled, totpPending }: User) {
  if (twoFactorEnabled || !totpPending) throw new Conflict('Start the set-up of a second factor first.')
}

async function giveRecoveryCodes(unit: Unit, userId: string): Promise<RecoveryCodes> {
  const codes = newRecoveryCodes()
  await unit.kysely.deleteFrom('recovery_code').where('user_id', '=', userId).execute()
  await unit.kysely.insertInto('recovery_code')
    .values(codes.map(code => ({ user_id: userId, hash: recoveryCodeHash(code)! }))).execute()
  return new RecoveryCodes(codes)
}

/** The person behind an actor; keys, visitors and strangers have none. */
export function userIdOf(actor: Actor): string {
  if ('userId' in actor) return actor.userId
  throw new Unauthenticated()
}

