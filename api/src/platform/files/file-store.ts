import { BadInput } from '../errors.ts'
import type { Readable } from 'node:stream'

export interface StoredFile {
  size: number
  sha256: string
}

/** Where contents of files lie. Keys look like `<tenant>/<file>`; names and rights belong to the database. */
export interface FileStore {
  /** There whole or not at all; put again, it takes the place of what was there. */
  put(key: string, content: Readable, limits?: { maxBytes?: number }): Promise<StoredFile>
  /** Bytes from `start` to `end`, both included, as in HTTP. */
  get(key: string, range?: FileRange): Promise<Readable>
  /** Whether more may be put without taking what others need of the place. */
  hasRoom(): Promise<boolean>
  /** What is not there is deleted already. */
  delete(key: string): Promise<void>
  /** Everything of a tenant that leaves. */
  deleteAll(prefix: string): Promise<void>
}

export interface FileRange {
  start?: number
  end?: number
}

export function safeKey(key: string): string {
  if (!/^[\w-]+(\/[\w-]+)*$/.test(key)) throw new BadInput('file', 'This is not the key of a file.')
  return key
}

export const tooLarge = (maxBytes: number) => new BadInput('file', `The file is larger than ${maxBytes} bytes.`)
