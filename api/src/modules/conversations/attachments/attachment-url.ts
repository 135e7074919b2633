import { hmac, isSame } from '../../../platform/crypto.ts'

const LIFETIME_MS = { HOUR: 3_600_000, MONTH: 30 * 86_400_000 }
// The same address for a while, so that a browser does not load the picture again with every look.
const STEP_MS = 900_000

/** Addresses of files that are good for about an hour, or a month, for whoever was given one: an image cannot send a token. */
export class AttachmentUrls {
  readonly #key: Buffer

  constructor(key: Buffer) {
    this.#key = key
  }

  /** `small` for its thumbnail. */
  sign({ tenantId, id, now, size, lasts = 'HOUR' }: { tenantId: string; id: string; now: Date; size?: 'small'; lasts?: keyof typeof LIFETIME_MS }): string {
    const expires = Math.ceil(now.getTime() / STEP_MS) * STEP_MS + LIFETIME_MS[lasts]
    return `/files/${tenantId}/${id}${size ? `/${size}` : ''}?expires=${expires}&signature=${this.#signature(tenantId, id, expires)}`
  }

  isGood({ tenantId, id, expires, signature, now }: SignedFile): boolean {
    return Number.isInteger(expires) && expires > now.getTime() && isSame(signature, this.#signature(tenantId, id, expires))
  }

  #signature(tenantId: string, id: string, expires: number): string {
    return hmac(this.#key, `${tenantId}/${id}/${expires}`).toString('base64url')
  }
}

export interface SignedFile {
  tenantId: string
  id: string
  expires: number
  signature: string
  now: Date
}
