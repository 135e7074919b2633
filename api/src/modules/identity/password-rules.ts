import { commonPasswords } from './common-passwords.ts'

export type PasswordRefusal = 'TOO_SHORT' | 'TOO_LONG' | 'TOO_COMMON'

const SHORTEST = 8
const LONGEST = 256

/**
 * Length and rarity, nothing else: rules of composition make passwords that people write down. `person` is what
 * an attacker tries first.
 */
export function passwordProblem(
  password: string,
  person: { email?: string; name?: string } = {},
): PasswordRefusal | undefined {
  const { length } = [...password]
  if (length < SHORTEST) return 'TOO_SHORT'
  if (length > LONGEST) return 'TOO_LONG'
  return isCommon(password.normalize('NFKC').toLowerCase(), person) ? 'TOO_COMMON' : undefined
}

function isCommon(password: string, { email = '', name = '' }: { email?: string; name?: string }): boolean {
  const own = [email, email.split('@')[0]!, name, name.replaceAll(' ', '')].map(text => text.toLowerCase())
  return commonPasswords.has(password) || own.includes(password) || new Set(password).size === 1
}
