import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Per app, the documents that it may send, by their sha256. */
export type PersistedDocuments = Record<'admin' | 'agent' | 'shared' | 'widget', Record<string, string>>

/** Beside the sources, or beside the bundle in `api/dist`. */
const PLACES = [
  '../../persisted-documents.json',
  '../src/persisted-documents.json',
  './persisted-documents.json',
]

export function loadPersistedDocuments(): PersistedDocuments {
  const files = PLACES.map(place => fileURLToPath(new URL(place, import.meta.url)))
  const found = files.find(file => existsSync(file))
  if (!found) throw new Error('persisted-documents.json was not found; generate the contract first.')
  return JSON.parse(readFileSync(found, 'utf8')) as PersistedDocuments
}
