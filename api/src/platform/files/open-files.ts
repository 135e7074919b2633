import path from 'node:path'
import { Readable } from 'node:stream'
import { diskStore } from './disk-store.ts'
import type { FileStore } from './file-store.ts'

export interface FileSettings {
  DATA_DIR: string
  DISK_RESERVE_MB: number
  S3_BUCKET?: string
  S3_REGION: string
  S3_ENDPOINT?: string
  S3_ACCESS_KEY_ID?: string
  S3_SECRET_ACCESS_KEY?: string
}

/** The folder of this machine, or the bucket when one is named. A bucket that cannot be written is said so at once, not by the first customer's picture. */
export async function openFiles(settings: FileSettings): Promise<FileStore> {
  const { S3_BUCKET: bucket, DATA_DIR, DISK_RESERVE_MB } = settings
  if (!bucket) return diskStore(path.join(DATA_DIR, 'files'), { leaveFree: DISK_RESERVE_MB * 1024 ** 2 })
  // A third of a second and some 20 MB, for those who need it.
  const { bucketStore } = await import('./bucket-store.ts')
  const { S3_REGION: region, S3_ENDPOINT: endpoint, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = settings
  const store = bucketStore({ bucket, region, endpoint, keys: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined })
  await checkWritable(store).catch((error: Error) => {
    throw new Error(`The bucket ${bucket} ${endpoint ? `at ${endpoint} ` : ''}cannot be written: ${error.message} Look at S3_BUCKET, S3_REGION, S3_ENDPOINT, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.`)
  })
  return store
}

async function checkWritable(store: FileStore) {
  await store.put('botpro/start', Readable.from([Buffer.from('written at the start, to see that it can be')]))
  await store.delete('botpro/start')
}
