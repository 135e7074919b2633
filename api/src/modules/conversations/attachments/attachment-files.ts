import { Readable } from 'node:stream'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { CheckedFile } from './attachment-content.ts'

/** Where the small picture of a file lies. */
export const thumbnailKey = (storageKey: string) => `${storageKey}-small`

/** Safe to do twice. The small picture comes first: where the file is, all of it is. */
export async function keepFile(files: FileStore, storageKey: string, { content, thumbnail }: CheckedFile): Promise<void> {
  if (thumbnail) await files.put(thumbnailKey(storageKey), Readable.from([thumbnail]))
  await files.put(storageKey, Readable.from([content]))
}

export async function dropFile(files: FileStore, storageKey: string): Promise<void> {
  await files.delete(thumbnailKey(storageKey))
  await files.delete(storageKey)
}
