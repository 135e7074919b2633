import { LockMode } from '@mikro-orm/core'
import type { Sealer } from '../../platform/crypto.ts'
import type { Unit } from '../../platform/unit.ts'
import { recoveryCodeHash } from './recovery-codes.ts'
import { totpStep } from './totp.ts'
import { User } from './user.entity.ts'

const contextOf = (userId: string) => `totp:${userId}`

/** Codes of the app in a person's hand, or of her list. Each is good for one time. */
export class SecondFactor {
  readonly #sealer: Sealer

  constructor(sealer: Sealer) {
    this.#sealer = sealer
  }

  seal(userId: string, secret: string): string {
    return this.#sealer.seal(secret, contextOf(userId))
  }

  /** The step that a code belongs to under a sealed secret. */
  stepOf(
    user: User,
    sealed: string | null | undefined,
    { code, now }: { code: string; now: Date },
  ): number | undefined {
    return sealed ? totpStep(this.#sealer.open(sealed, contextOf(user.id)), code, now) : undefined
  }

  /** Spends the code. The row is held, so one code never passes twice at the same moment. */
  async accepts(unit: Unit, userId: string, typed: string): Promise<boolean> {
    const user = await unit.em.findOne(
      User,
      { id: userId, disabledAt: null },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    )
    if (!user?.twoFactorEnabled) return false
    const step = this.stepOf(user, user.totpSecret, { code: typed.replace(/\s/g, ''), now: unit.now })
    if (step === undefined) return spendRecoveryCode(unit, userId, typed)
    const fresh = user.spendStep(step)
    await unit.em.flush()
    return fresh
  }
}

async function spendRecoveryCode(unit: Unit, userId: string, typed: string): Promise<boolean> {
  const hash = recoveryCodeHash(typed)
  if (!hash) return false
  const spent = await unit.kysely
    .updateTable('recovery_code')
    .set({ used_at: unit.now })
    .where('user_id', '=', userId)
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .returning('user_id')
    .executeTakeFirst()
  if (spent) unit.audit({ action: 'recovery-code.used', targetType: 'user', targetId: userId })
  return spent !== undefined
}
