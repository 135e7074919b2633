import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { NotFound } from '../errors.ts'
import { newId } from '../ids.ts'
import { safeKey, tooLarge, type FileStore, type StoredFile } from './file-store.ts'

/** A folder of this machine, or one that all processes share. */
export function diskStore(folder: string, { leaveFree = 0 }: { leaveFree?: number } = {}): FileStore {
  const root = path.resolve(folder)
  const place = (key: string) => path.join(root, safeKey(key))
  return {
    async put(key, content, { maxBytes = Infinity } = {}) {
      const target = place(key)
      await mkdir(path.dirname(target), { recursive: true })
      return writeWhole(content, target, maxBytes)
    },
    async get(key, range) {
      const file = place(key)
      await stat(file).catch(() => {
        throw new NotFound('The file')
      })
      return createReadStream(file, range)
    },
    async hasRoom() {
      await mkdir(root, { recursive: true })
      const { bavail, bsize } = await statfs(root)
      return bavail * bsize > leaveFree
    },
    delete: key => rm(place(key), { force: true }),
    deleteAll: prefix => rm(place(prefix), { recursive: true, force: true }),
  }
}

/** Written beside its place and renamed, so that a file is there whole or not at all. */
async function writeWhole(content: Readable, target: string, maxBytes: number): Promise<StoredFile> {
  const draft = `${target}.${newId()}.part`
  const hash = createHash('sha256')
  let size = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      size += chunk.length
      done(size > maxBytes ? tooLarge(maxBytes) : null, chunk)
    },
  })
  try {
    await pipeline(content, measure, createWriteStream(draft, { flags: 'wx', mode: 0o600 }))
    await flushed(draft)
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  return { size, sha256: hash.digest('hex') }
}

async function flushed(file: string) {
  const handle = await open(file, 'r+')
  await handle.sync().finally(() => handle.close())
}
