import { randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const SECRET_LENGTH = 30
const CHECKSUM_LENGTH = 6

/** Secrets of one kind, which are shown once and kept as hashes. */
export interface SecretTokens {
  make(): string
  /** Whether it may be one of ours: a fake is told without asking the database. */
  isOne(token: string): boolean
}

/** A prefix by which a secret is known wherever it is found, 178 random bits, and a checksum. */
export function secretTokens(prefix: string): SecretTokens {
  const form = new RegExp(`^${prefix}[0-9A-Za-z]{${SECRET_LENGTH + CHECKSUM_LENGTH}}$`)
  return {
    make() {
      const secret = Array.from({ length: SECRET_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
      return prefix + secret + checksum(secret)
    },
    isOne: token => form.test(token) && token.endsWith(checksum(token.slice(prefix.length, -CHECKSUM_LENGTH))),
  }
}

function checksum(secret: string): string {
  let rest = crc32(secret)
  let digits = ''
  for (; rest > 0; rest = Math.floor(rest / ALPHABET.length))
    digits = ALPHABET[rest % ALPHABET.length] + digits
  return digits.padStart(CHECKSUM_LENGTH, ALPHABET[0])
}
