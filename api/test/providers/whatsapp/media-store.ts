import { createHash, randomBytes } from 'node:crypto'
import { GraphError } from './graph-error.ts'

export interface StoredMedia {
  id: string
  name: string
  mediaType: string
  content: Buffer
  expiresAt: number
}

const DAY = 86_400_000
/** Largest sizes in bytes by the first part of the type. */
const MOST: Readonly<Record<string, number>> = { audio: 16 * 1024 ** 2, image: 5 * 1024 ** 2, video: 16 * 1024 ** 2, application: 100 * 1024 ** 2, text: 100 * 1024 ** 2 }
const TYPES = /^(?:audio\/(?:aac|amr|mpeg|mp4|ogg)|image\/(?:jpeg|png|webp)|video\/(?:mp4|3gpp)|text\/(?:plain|csv)|application\/.+)$/

/** Files by id, and addresses to them that run out. */
export class MediaStore {
  readonly #media = new Map<string, StoredMedia>()
  readonly #addresses = new Map<string, { id: string; until: number }>()
  readonly #now: () => number
  /** How long an address is good for. */
  addressMs = 300_000

  constructor(now: () => number) {
    this.#now = now
  }

  /** Of ours: good for 30 days. Of a customer: for seven. */
  add(file: { name: string; mediaType: string; content: Buffer }, { days = 7 } = {}): StoredMedia {
    const stored = { ...file, id: String(BigInt(`0x${randomBytes(6).toString('hex')}`) + 10n ** 15n), expiresAt: this.#now() + days * DAY }
    this.#media.set(stored.id, stored)
    return stored
  }

  upload(file: { name: string; mediaType: string; content: Buffer }): { id: string } {
    const type = file.mediaType.split(';')[0]!.trim()
    if (!TYPES.test(type)) throw new GraphError(100, `Param file must be a file with one of the known types, and ${type} is none.`)
    if (file.content.length > (MOST[type.split('/')[0]!] ?? 0)) throw new GraphError(131053, 'The file is too large.')
    return { id: this.add(file, { days: 30 }).id }
  }

  find(id: string): StoredMedia | undefined {
    const media = this.#media.get(id)
    return media && media.expiresAt > this.#now() ? media : undefined
  }

  describe(id: string, baseUrl: string): object {
    const media = this.find(id)
    if (!media) throw new GraphError(100, 'Unsupported get request. The object does not exist.', 33)
    const token = randomBytes(12).toString('hex')
    this.#addresses.set(token, { id, until: this.#now() + this.addressMs })
    return { messaging_product: 'whatsapp', url: `${baseUrl}/whatsapp_business/attachments/?mid=${token}`, mime_type: media.mediaType, sha256: sha256(media.content), file_size: String(media.content.length), id }
  }

  behind(token: string): StoredMedia | undefined {
    const address = this.#addresses.get(token)
    return address && address.until > this.#now() ? this.find(address.id) : undefined
  }
}

export const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')
