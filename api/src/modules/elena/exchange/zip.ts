import { strToU8, Unzip, UnzipInflate, zipSync } from 'fflate'
import { EndOfReading, type Draft } from './draft.ts'
import { limits } from './model.ts'

/**
 * Archives are read with fflate (MIT): small, without dependencies, and it unpacks as a stream, so that what an archive
 * claims of itself need not be believed: neither sizes nor entries that lie over one another.
 */

const step = 4096
const ratioFrom = 1024 * 1024

/**
 * The texts of those entries of a zip whose path is wanted, by path. Throws EndOfReading, with the problem told, where
 * the archive is broken or unpacks to more than people's exports do.
 */
export function textsOfZip(bytes: Uint8Array, wanted: (path: string) => boolean, draft: Draft): Map<string, string> {
  const unpacking = new Unpacking(bytes.length, wanted)
  try {
    if (!endsAsZip(bytes)) throw new Error('cut off')
    unpacking.run(bytes)
    return unpacking.texts()
  } catch (error) {
    draft.problem(error instanceof RangeError ? 'zipTooLarge' : 'zipBroken')
    throw new EndOfReading()
  }
}

/** Whether the record that closes an archive is there, before a comment of at most 64 KiB. */
const endsAsZip = (bytes: Uint8Array) => Buffer.from(bytes.subarray(-65_557)).lastIndexOf('PK\x05\x06', undefined, 'latin1') >= 0

class Unpacking {
  private readonly wanted: (path: string) => boolean
  private readonly packed: number
  private readonly chunks = new Map<string, Uint8Array[]>()
  private readonly finished = new Set<string>()
  private entries = 0
  private total = 0

  constructor(packed: number, wanted: (path: string) => boolean) {
    this.packed = packed
    this.wanted = wanted
  }

  run(bytes: Uint8Array): void {
    const unzip = new Unzip(file => {
      if (++this.entries > limits.zipEntries) throw new RangeError('too many entries')
      if (!this.wanted(file.name) || this.chunks.has(file.name)) return
      const chunks: Uint8Array[] = []
      let size = 0
      this.chunks.set(file.name, chunks)
      file.ondata = (error, chunk, final) => {
        if (error) throw error
        size += chunk.length
        this.weigh(chunk.length, size)
        chunks.push(chunk)
        if (final) this.finished.add(file.name)
      }
      file.start()
    })
    unzip.register(UnzipInflate)
    for (let at = 0; at < bytes.length; at += step) unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length)
    if (this.entries === 0) throw new Error('no entries')
  }

  private weigh(more: number, size: number): void {
    this.total += more
    const tooMuch = size > limits.zipEntryBytes || this.total > limits.zipBytes
    if (tooMuch || this.total > Math.max(ratioFrom, this.packed * limits.zipRatio)) throw new RangeError('unpacks to too much')
  }

  texts(): Map<string, string> {
    return new Map(Array.from(this.chunks, ([path, chunks]) => {
      if (!this.finished.has(path)) throw new Error('cut off')
      return [path, new TextDecoder().decode(Buffer.concat(chunks))]
    }))
  }
}

/** A zip of texts by path; the same texts make the same bytes. */
export function zipOf(texts: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  const mtime = new Date(2000, 0, 1)
  return zipSync(Object.fromEntries(Array.from(texts, ([path, text]) => [path, strToU8(text)])), { level: 6, mtime }) as Uint8Array<ArrayBuffer>
}

/** A name in a path: what a file system or another program may stumble over is written as %XX. */
export const pathName = (name: string): string =>
  name.replace(/[^\p{L}\p{N} _.-]|^\./gu, unit => Array.from(strToU8(unit), byte => `%${byte.toString(16).padStart(2, '0')}`).join('')).slice(0, 150)
