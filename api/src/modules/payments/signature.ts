import { hmac, isSame } from '../../platform/crypto.ts'

/** How far a sender's clock may be from ours, and how old what is sent again may be. */
const TOLERANCE_MS = 5 * 60_000

export const SIGNATURE_HEADER = 'botpro-signature'

/** `t=1732690000,v1=…`: seconds since 1970, and the HMAC-SHA256 of `<t>.<body>` in hexadecimal; several `v1` while a secret is renewed. */
const PARTS = /^(t|v1)=([0-9a-f]+)$/

interface Signature {
  seconds: number
  hashes: string[]
}

function parsed(header: string): Signature | null {
  const parts = header.split(',').slice(0, 10).map(part => PARTS.exec(part.trim()))
  const seconds = Number(parts.find(part => part?.[1] === 't')?.[2] ?? Number.NaN)
  const hashes = parts.flatMap(part => (part?.[1] === 'v1' ? [part[2]!] : []))
  return Number.isSafeInteger(seconds) && hashes.length > 0 ? { seconds, hashes } : null
}

export const signatureOf = (secret: string, seconds: number, body: string | Buffer): string =>
  hmac(secret, Buffer.concat([Buffer.from(`${seconds}.`), Buffer.from(body)])).toString('hex')

/** Whether somebody who knows one of the secrets sent exactly this, just now. */
export function isGenuine(header: unknown, body: Buffer, { secrets, now }: { secrets: readonly string[]; now: Date }): boolean {
  const signature = typeof header === 'string' && header.length <= 1000 ? parsed(header) : null
  if (!signature || Math.abs(now.getTime() - signature.seconds * 1000) > TOLERANCE_MS) return false
  // Every pair is compared, so that the time tells nothing of which one it was.
  return secrets.flatMap(secret => {
    const expected = signatureOf(secret, signature.seconds, body)
    return signature.hashes.map(hash => isSame(hash, expected))
  }).includes(true)
}
