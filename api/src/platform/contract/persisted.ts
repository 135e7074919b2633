import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { apiFolder } from '../api-folder.ts'

/** Per app, the documents that it may send, by their sha256. */
export type PersistedDocuments = Record<'admin' | 'agent' | 'shared' | 'widget', Record<string, string>>

const MANIFEST = path.join(apiFolder, 'src/persisted-documents.json')

export function loadPersistedDocuments(): PersistedDocuments {
  if (!existsSync(MANIFEST)) throw new Error('The manifest of documents is missing: generate the contract first.')
  return JSON.parse(readFileSync(MANIFEST, 'utf8')) as PersistedDocuments
}
