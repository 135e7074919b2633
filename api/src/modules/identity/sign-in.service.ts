import { randomToken, sha256 } from '../../platform/crypto.ts'
import { lock } from '../../platform/lock.ts'
import type { Unit } from '../../platform/unit.ts'
import type { Units } from '../../platform/units.ts'
import { Refusal } from '../../platform/refusal.ts'
import { InvalidCredentials, SignInLocked } from './identity.errors.ts'
import type { PasswordCheck } from './password-check.ts'
import type { SecondFactor } from './second-factor.ts'
import type { OpenedSession, SessionService, Visit } from './session.service.ts'
import { addressSubject, countAttempt, factorSubject, forgive } from './sign-in-lock.ts'

const CHALLENGE_MS = 10 * 60_000

/** The password was right; the second factor is asked for. */
export class TwoFactorRequired {
  readonly __typename = 'TwoFactorRequired'
  readonly challenge: string

  constructor(challenge: string) {
    this.challenge = challenge
  }
}

interface SignInParts {
  units: Units
  passwords: PasswordCheck
  factor: SecondFactor
  sessions: SessionService
}

interface Person { id: string; twoFactorEnabled: boolean }

export class SignInService {
  readonly #parts: SignInParts

  constructor(parts: SignInParts) {
    this.#parts = parts
  }

  async signIn(visit: Visit, { email, password }: { email: string; password: string }) {
    const account = await this.#parts.passwords.byEmail(email, password, visit.address)
    if (account instanceof Refusal) return account
    return this.#platform(visit, unit => this.#admit(unit, account, visit))
  }

  async #admit(unit: Unit, person: Person, visit: Visit) {
    if (!person.twoFactorEnabled) return this.#parts.sessions.open(unit, person.id, visit)
    const challenge = randomToken()
    await unit.kysely.insertInto('two_factor_challenge').values({
      token_hash: sha256(challenge), user_id: person.id, expires_at: new Date(unit.now.getTime() + CHALLENGE_MS),
    }).execute()
    return new TwoFactorRequired(challenge)
  }

  /** A code is counted like a password; so a hundred aliases in one request are a hundred attempts. */
  async completeTwoFactor(visit: Visit, { challenge, code }: { challenge: string; code: string }):
  Promise<OpenedSession | InvalidCredentials | SignInLocked> {
    const known = await this.#platform(visit, unit => findChallenge(unit, challenge))
    if (!known) return new InvalidCredentials()
    const subjects = [factorSubject(known.userId), addressSubject(visit.address)]
    const lockedUntil = await this.#platform(visit, unit => countAttempt(unit, subjects))
    if (lockedUntil) return new SignInLocked(lockedUntil)
    return this.#platform(visit, async unit => {
      // Of two who answer at once, the later spends no code on a challenge that is gone.
      await lock(unit, `challenge ${challenge}`)
      if (!await findChallenge(unit, challenge)) return new InvalidCredentials()
      if (!await this.#parts.factor.accepts(unit, known.userId, code)) return new InvalidCredentials()
      await spendChallenge(unit, challenge)
      await forgive(unit, subjects)
      return this.#parts.sessions.open(unit, known.userId, visit)
    })
  }

  #platform<Result>({ actor }: Visit, work: (unit: Unit) => Promise<Result>): Promise<Result> {
    return this.#parts.units.platform({ actor }, work)
  }
}

const findChallenge = ({ kysely, now }: Unit, challenge: string): Promise<{ userId: string } | undefined> =>
  kysely.selectFrom('two_factor_challenge').select('user_id as userId')
    .where('token_hash', '=', sha256(challenge)).where('expires_at', '>', now).executeTakeFirst()

const spendChallenge = ({ kysely }: Unit, challenge: string) =>
  kysely.deleteFrom('two_factor_challenge').where('token_hash', '=', sha256(challenge)).execute()
