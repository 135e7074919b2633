import { hash, verify } from '@node-rs/argon2'

// Argon2id, of at least the cost that OWASP asks: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// The same letter can be typed as one character or as two; both must open the door.
const canonical = (password: string) => password.normalize('NFKC')

export const hashPassword = (password: string): Promise<string> => hash(canonical(password), COST)

// Of a secret that nobody knows, at the same cost.
export const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$EesUl863/kQ5pAzLNxkZOQ$lrFS1VT+VCm3CBPD3B/0kysIZZKe2AAijCCdlt8+N/I'

/** Takes as long for an account that does not exist as for one that does. */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const right = await verify(passwordHash ?? NOBODY, canonical(password))
  return right && passwordHash !== undefined
}
