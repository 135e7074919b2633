import { randomInt } from 'node:crypto'
import { sha256 } from '../../platform/crypto.ts'

const COUNT = 10
const GROUPS = 4
const GROUP = 4
// Without the letters and digits that people mistake for each other.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten codes of 79 bits: `xxxx-xxxx-xxxx-xxxx`. */
export const newRecoveryCodes = (): string[] => Array.from({ length: COUNT }, newCode)

const newCode = () => Array.from({ length: GROUPS }, () => letters(GROUP)).join('-')
const letters = (count: number) =>
  Array.from({ length: count }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

/** People type them with spaces, without hyphens and in capitals. */
export function recoveryCodeHash(typed: string): Buffer | undefined {
  const code = typed.toLowerCase().replace(/[^a-z0-9]/g, '')
  return code.length === GROUPS * GROUP ? sha256(code) : undefined
}
