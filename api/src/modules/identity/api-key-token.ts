import { randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

const PREFIX = 'bpk_live_'
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const SECRET_LENGTH = 30
const CHECKSUM_LENGTH = 6
const FORM = new RegExp(`^${PREFIX}[0-9A-Za-z]{${SECRET_LENGTH + CHECKSUM_LENGTH}}$`)

/** `bpk_live_`, 178 random bits, and a checksum by which a fake is told without asking the database. */
export function newApiKeyToken(): string {
  const secret = Array.from({ length: SECRET_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return PREFIX + secret + checksum(secret)
}

export const isApiKeyToken = (token: string): boolean =>
  FORM.test(token) && token.endsWith(checksum(token.slice(PREFIX.length, -CHECKSUM_LENGTH)))

function checksum(secret: string): string {
  let rest = crc32(secret)
  let digits = ''
  for (; rest > 0; rest = Math.floor(rest / ALPHABET.length))
    digits = ALPHABET[rest % ALPHABET.length] + digits
  return digits.padStart(CHECKSUM_LENGTH, ALPHABET[0])
}
