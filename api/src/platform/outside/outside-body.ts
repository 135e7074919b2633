import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { Transform, Writable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { OutsideProblem } from './outside-problem.ts'

const unpackers: Record<string, () => Transform> = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress }

export const ACCEPTED_ENCODINGS = 'gzip, deflate, br'

/** The body, unpacked. Stops at the limit, before and after unpacking: a bomb is small on its way. */
export async function bodyOf(message: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(message.headers['content-length']) > maxBytes) throw tooLarge(maxBytes)
  const chunks: Buffer[] = []
  const collected = new Writable({ write: (chunk: Buffer, _encoding, done) => (chunks.push(chunk), done()) })
  const unpacker = unpackerOf(message)
  try {
    if (unpacker) await pipeline(message, counted(maxBytes), unpacker, counted(maxBytes), collected)
    else await pipeline(message, counted(maxBytes), collected)
  } catch (error) {
    if (String((error as NodeJS.ErrnoException).code).startsWith('Z_')) throw new OutsideProblem('UNREADABLE', 'It is not packed as it says.', { cause: error })
    throw error
  }
  return Buffer.concat(chunks)
}

function unpackerOf({ headers }: IncomingMessage): Transform | undefined {
  const encoding = headers['content-encoding']?.trim().toLowerCase()
  if (!encoding || encoding === 'identity') return undefined
  const unpacker = unpackers[encoding]
  if (!unpacker) throw new OutsideProblem('UNREADABLE', 'It is packed in a way that was not asked for.')
  return unpacker()
}

function counted(maxBytes: number): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      return bytes > maxBytes ? done(tooLarge(maxBytes)) : done(null, chunk)
    },
  })
}

const tooLarge = (maxBytes: number) => new OutsideProblem('TOO_LARGE', `It has more than ${maxBytes} bytes.`)
