import { NotFound } from '../../platform/errors.ts'
import { systemActor } from '../../platform/actor.ts'
import type { Unit } from '../../platform/unit.ts'
import type { Units } from '../../platform/units.ts'
import { InvalidCredentials, SignInLocked } from './identity.errors.ts'
import { verifyPassword } from './password-hash.ts'
import { accountSubject, addressSubject, countAttempt, forgive } from './sign-in-lock.ts'
import { accountByEmail, accountById, type Account } from './user.queries.ts'

/** Asks for a password, counting each time. The slow part runs in no transaction. */
export class PasswordCheck {
  readonly #units: Units

  constructor(units: Units) {
    this.#units = units
  }

  async byEmail(
    email: string,
    password: string,
    address: string,
  ): Promise<Account | InvalidCredentials | SignInLocked> {
    const subjects = [accountSubject(email), addressSubject(address)]
    const counted = await this.#platform(async unit => {
      const lockedUntil = await countAttempt(unit, subjects)
      return { lockedUntil, account: lockedUntil ? undefined : await accountByEmail(unit, email) }
    })
    if (counted.lockedUntil) return new SignInLocked(counted.lockedUntil)
    const right = await verifyPassword(counted.account?.passwordHash, password)
    if (!right) return new InvalidCredentials()
    await this.#platform(unit => forgive(unit, subjects))
    return counted.account!
  }

  async byUser(userId: string, password: string, address: string) {
    const account = await this.#platform(unit => accountById(unit, userId))
    if (!account) throw new NotFound('The user')
    return this.byEmail(account.email, password, address)
  }

  #platform<Result>(work: (unit: Unit) => Promise<Result>): Promise<Result> {
    return this.#units.platform({ actor: systemActor() }, work)
  }
}
