import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BUCKET, BucketServer } from '../../../test/bucket-server.ts'
import { bucketStore } from './bucket-store.ts'
import { diskStore } from './disk-store.ts'
import type { FileStore } from './file-store.ts'
import { openFiles } from './open-files.ts'

let folder: string
let server: BucketServer
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'botpro-files-'))
  server = await BucketServer.open()
})
beforeEach(() => { server.troubles.length = 0 })
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const onDisk = () => diskStore(path.join(folder, 'files'))
const inBucket = () => bucketStore({ ...BUCKET, endpoint: server.endpoint })
const bytes = (...chunks: string[]) => Readable.from(chunks.map(chunk => Buffer.from(chunk)))

describe.each([{ place: 'a folder', open: onDisk }, { place: 'a bucket', open: inBucket }])('files in $place', ({ open }) => {
  let store: FileStore
  beforeAll(() => { store = open() })

  test('what was put is got, in whole or in part, until it is deleted', async () => {
    const stored = await store.put('tenant/one', bytes('hello ', 'there'))
    expect(stored).toEqual({ size: 11, sha256: '12998c017066eb0d2a70b94e6ed3192985855ce390f321bbdb832022888bd251' })
    expect(await text(await store.get('tenant/one'))).toBe('hello there')
    expect(await text(await store.get('tenant/one', { start: 6 }))).toBe('there')
    expect(await text(await store.get('tenant/one', { start: 0, end: 4 }))).toBe('hello')
    await store.delete('tenant/one')
    await store.delete('tenant/one')
    await expect(store.get('tenant/one')).rejects.toThrow('not found')
  })

  test('what is put again takes the place of what was there', async () => {
    await store.put('again/one', bytes('first'))
    await store.put('again/one', bytes('second'))
    expect(await text(await store.get('again/one'))).toBe('second')
  })

  test('a file that is too large leaves nothing behind, nor does one that breaks off', async () => {
    await expect(store.put('big/one', Readable.from([Buffer.alloc(11)]), { maxBytes: 10 })).rejects.toThrow('larger')
    const broken = Readable.from((async function* () {
      yield Buffer.from('half')
      throw new Error('broken off')
    })())
    await expect(store.put('big/one', broken)).rejects.toThrow('broken off')
    await expect(store.get('big/one')).rejects.toThrow('not found')
  })

  test('a tenant that leaves takes all that is hers, and nothing of one whose name begins the same', async () => {
    for (const key of ['ana/one', 'ana/two', 'anais/one']) await store.put(key, bytes(key))
    await store.deleteAll('ana')
    await expect(store.get('ana/two')).rejects.toThrow('not found')
    expect(await text(await store.get('anais/one'))).toBe('anais/one')
  })

  test.each(['../secret', '/etc/passwd', 'a/../../b', '', 'a//b', 'a\0b'])('the key “%s” is refused', async key => {
    await expect(store.get(key)).rejects.toThrow('not the key')
    await expect(store.put(key, bytes('x'))).rejects.toThrow('not the key')
  })
})

describe('a folder', () => {
  test('holds nothing that is half written', async () => {
    await onDisk().put('whole/one', bytes('x'))
    await expect(onDisk().put('whole/two', Readable.from([Buffer.alloc(11)]), { maxBytes: 10 })).rejects.toThrow('larger')
    expect(await readdir(path.join(folder, 'files', 'whole'))).toEqual(['one'])
  })

  test('has room until the disk comes near what is to stay free', async () => {
    expect(await onDisk().hasRoom()).toBe(true)
    expect(await diskStore(path.join(folder, 'not made yet'), { leaveFree: 2 ** 60 }).hasRoom()).toBe(false)
  })
})

describe('a bucket', () => {
  const settings = { DATA_DIR: '/nowhere', DISK_RESERVE_MB: 0, S3_BUCKET: BUCKET.bucket, S3_REGION: BUCKET.region, S3_ACCESS_KEY_ID: BUCKET.keys.accessKeyId, S3_SECRET_ACCESS_KEY: BUCKET.keys.secretAccessKey }

  test('that is busy for a moment is asked again', async () => {
    server.troubles.push({ status: 503 }, { status: 500 })
    await inBucket().put('busy/one', bytes('x'))
    expect(server.objects.get('busy/one')?.toString()).toBe('x')
  })

  test('named in the settings is where files go, and a start leaves nothing in it', async () => {
    const before = server.objects.size
    const store = await openFiles({ ...settings, S3_ENDPOINT: server.endpoint })
    expect(server.objects.size).toBe(before)
    await store.put('set/one', bytes('x'))
    expect(server.objects.has('set/one')).toBe(true)
  })

  test.each([
    ['whose secret is wrong', { S3_SECRET_ACCESS_KEY: 'another' }, 'signature'],
    ['that does not exist', { S3_BUCKET: 'otro' }, 'does not exist'],
    ['that nobody answers for', { S3_ENDPOINT: 'http://127.0.0.1:9' }, 'ECONNREFUSED'],
  ])('%s is said at the start, with the settings to look at', async (_, wrong, why) => {
    const opened = openFiles({ ...settings, S3_ENDPOINT: server.endpoint, ...wrong })
    await expect(opened).rejects.toThrow(new RegExp(`cannot be written: .*${why}.* Look at S3_BUCKET`))
  })
})
