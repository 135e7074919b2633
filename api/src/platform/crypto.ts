import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

export const hmac = (key: string | Buffer, text: string | Buffer): Buffer =>
  createHmac('sha256', key).update(text).digest()

export const sha256 = (text: string | Buffer): Buffer => createHash('sha256').update(text).digest()

/** In constant time, whatever the lengths. */
export const isSame = (left: string | Buffer, right: string | Buffer): boolean =>
  timingSafeEqual(sha256(left), sha256(right))

/** 32 bytes cannot be guessed; such a token needs no slow hash, only `sha256`, to be stored. */
export const randomToken = (bytes = 32): string => randomBytes(bytes).toString('base64url')

/** A key for one purpose, so that what is signed for one is worthless for another. */
export const derivedKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `botpro ${purpose}`, 32))

export interface SealingKey {
  id: string
  secret: string
}

/** Keeps short secrets unreadable at rest. The first key seals; the others still open what they sealed. */
export class Sealer {
  readonly #keys: Map<string, Buffer>
  readonly #current: string

  constructor(keys: [SealingKey, ...SealingKey[]]) {
    this.#keys = new Map(keys.map(({ id, secret }) => [id, derivedKey(secret, 'sealing')]))
    this.#current = keys[0].id
  }

  /** `context` names whose secret it is, e.g. `totp:<user id>`: elsewhere it does not open. */
  seal(text: string, context: string): string {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', this.#keys.get(this.#current)!, nonce).setAAD(
      Buffer.from(context),
    )
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    return ['s1', this.#current, nonce.toString('base64url'), body.toString('base64url')].join('.')
  }

  open(sealed: string, context: string): string {
    const [version, id, nonce, encoded] = sealed.split('.')
    const key = this.#keys.get(id ?? '')
    if (version !== 's1' || !key || !nonce || !encoded)
      throw new Error(`Nothing here opens a secret of the key “${id}”.`)
    const body = Buffer.from(encoded, 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), {
      authTagLength: 16,
    })
      .setAAD(Buffer.from(context))
      .setAuthTag(body.subarray(-16))
    return decipher.update(body.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8')
  }

  /** Whether it should be sealed anew, under the present key. */
  isStale(sealed: string): boolean {
    return sealed.split('.')[1] !== this.#current
  }
}

/** The secret of an installation that was given none: made once, kept in its data folder. */
export async function keptSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'secret')
  await mkdir(dataDir, { recursive: true })
  await writeFile(file, randomToken(48) + '\n', { mode: 0o600, flag: 'wx' }).catch(error => {
    if (error.code !== 'EEXIST') throw error
  })
  return (await readFile(file, 'utf8')).trim()
}
