import { randomBytes } from 'node:crypto'

export interface ShelvedFile {
  name: string
  mediaType: string
  content: Buffer
}

/** Files behind addresses that carry their own key, as those of Meta's networks do, and what was uploaded. */
export class FileShelf {
  readonly #files = new Map<string, ShelvedFile>()
  readonly #baseUrl: () => string

  constructor(baseUrl: () => string) {
    this.#baseUrl = baseUrl
  }

  add(file: ShelvedFile): string {
    return `${this.#baseUrl()}/cdn/${this.put(file)}/${encodeURIComponent(file.name)}`
  }

  put(file: ShelvedFile): string {
    const key = String(BigInt(`0x${randomBytes(7).toString('hex')}`) + 10n ** 15n)
    this.#files.set(key, file)
    return key
  }

  find = (key: string): ShelvedFile | undefined => this.#files.get(key)

  /** Addresses run out. */
  clear(): void {
    this.#files.clear()
  }
}

/** As Meta fetches what it is given an address of; there is no other machine here than this one. */
export async function fetchGiven(url: string): Promise<ShelvedFile | undefined> {
  const { hostname, pathname } = new URL(url)
  const name = decodeURIComponent(pathname.split('/').at(-1) ?? '')
  if (hostname !== '127.0.0.1' && hostname !== 'localhost') return { name, mediaType: '', content: Buffer.alloc(0) }
  const answer = await fetch(url).catch(() => undefined)
  return answer?.ok ? { name, mediaType: answer.headers.get('content-type') ?? '', content: Buffer.from(await answer.arrayBuffer()) } : undefined
}
