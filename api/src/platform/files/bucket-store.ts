import type { Readable } from 'node:stream'
import { GetObjectCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import { S3Driver } from 'flydrive/drivers/s3'
import { sha256 } from '../crypto.ts'
import { NotFound } from '../errors.ts'
import { safeKey, tooLarge, type FileRange, type FileStore } from './file-store.ts'

/** Milliseconds. */
const TO_CONNECT = 3000
const TO_ANSWER = 20_000

export interface Bucket {
  bucket: string
  region: string
  /** Of a server that speaks S3; Amazon's own when left out. */
  endpoint?: string
  /** Where they are left out, the machine's own role is asked, as is the custom at Amazon. */
  keys?: { accessKeyId: string; secretAccessKey: string }
}

/** A bucket on S3, or on whatever speaks its protocol. `flydrive` writes and deletes; parts of a file, which it does not know, are asked of its client. */
export function bucketStore({ bucket, ...place }: Bucket): FileStore {
  const client = new S3Client(clientOf(place))
  const driver = new S3Driver({ client, bucket, visibility: 'private', supportsACL: false })
  return {
    async put(key, content, { maxBytes = Infinity } = {}) {
      const whole = await gathered(content, maxBytes)
      await driver.put(safeKey(key), whole, { contentLength: whole.length, contentType: 'application/octet-stream' })
      return { size: whole.length, sha256: sha256(whole).toString('hex') }
    },
    async get(key, range) {
      const wanted = new GetObjectCommand({ Bucket: bucket, Key: safeKey(key), Range: rangeOf(range) })
      const { Body } = await client.send(wanted).catch(error => {
        throw error.name === 'NoSuchKey' ? new NotFound('The file') : error
      })
      return Body as Readable
    },
    // A bucket has no end; what a tenant may keep of it is counted elsewhere.
    hasRoom: async () => true,
    delete: key => driver.delete(safeKey(key)),
    deleteAll: prefix => driver.deleteAll(`${safeKey(prefix)}/`),
  }
}

const clientOf = ({ region, endpoint, keys }: Omit<Bucket, 'bucket'>): S3ClientConfig => ({
  region,
  maxAttempts: 3,
  requestHandler: { connectionTimeout: TO_CONNECT, requestTimeout: TO_ANSWER, throwOnRequestTimeout: true },
  // Checksums that only Amazon's own servers know are asked for only where the protocol requires them.
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
  ...keys && { credentials: keys },
  // Names of buckets as part of a host's name are Amazon's custom; others rarely have them.
  ...endpoint && { endpoint, forcePathStyle: true },
})

/** Whole in memory, as whoever puts a file has it anyway: S3 asks for the length first. */
async function gathered(content: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of content) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge(maxBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const rangeOf = (range: FileRange | undefined) => range && `bytes=${range.start ?? 0}-${range.end ?? ''}`
