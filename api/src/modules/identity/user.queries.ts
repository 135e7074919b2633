import type { Language } from '../../platform/language.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { canonicalEmail } from './user.entity.ts'

export interface Account {
  id: string
  email: string
  name: string
  language: Language
  passwordHash: string
  twoFactorEnabled: boolean
}

const accounts = ({ kysely }: ReadUnit) => kysely.selectFrom('app_user')
  .select(['id', 'email', 'name', 'language', 'password_hash as passwordHash'])
  .select(eb => eb('totp_secret', 'is not', null).as('twoFactorEnabled')).where('disabled_at', 'is', null)
  .$castTo<Account>()

export const accountByEmail = (unit: ReadUnit, email: string): Promise<Account | undefined> =>
  accounts(unit)
    .where(({ eb, fn }) => eb(fn<string>('lower', ['email']), '=', canonicalEmail(email)))
    .executeTakeFirst()

export const accountById = (unit: ReadUnit, id: string): Promise<Account | undefined> =>
  accounts(unit).where('id', '=', id).executeTakeFirst()

export interface UserView {
  __typename: 'User'
  id: string
  name: string
  email: string
  language: Language
  twoFactorEnabled: boolean
  recoveryCodesLeft: number
}

export async function userView(unit: ReadUnit, id: string): Promise<UserView> {
  const { passwordHash: _, ...user } = await accounts(unit).where('id', '=', id).executeTakeFirstOrThrow()
  const left = await unit.kysely
    .selectFrom('recovery_code')
    .where('user_id', '=', id)
    .where('used_at', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return { __typename: 'User', ...user, recoveryCodesLeft: left.count }
}
