import type { Store } from '../live/store.ts'

export interface OutboxFile {
  name: string
  mediaType: string
  size: number
  url: string
  /** Once the server has it. */
  id?: string
  file?: File
}

export interface OutboxEntry {
  clientId: string
  text: string
  optionId?: string
  files: OutboxFile[]
  createdAt: string
  attempts: number
  state: 'WAITING' | 'SENDING' | 'FAILED'
  reason?: string
}

const PREFIX = 'outbox:'

export const entryKey = (clientId: string) => PREFIX + clientId

export const fileOf = (file: File): OutboxFile =>
  ({ name: file.name, mediaType: file.type, size: file.size, url: URL.createObjectURL(file), file })

/** A file's bytes do not outlive the page, so a message is kept from the moment its files are with the server. */
export function keepEntry(store: Store, entry: OutboxEntry) {
  if (!entry.files.every(file => file.id)) return
  const files = entry.files.map(file => ({ ...file, file: undefined, url: '' }))
  store.set(entryKey(entry.clientId), { ...entry, files })
}

/** Whatever was being sent when the page went away has to be sent again: the client id tells the server. */
export function restoredEntries(store: Store): OutboxEntry[] {
  const kept = store.keys(PREFIX).map(key => store.get<OutboxEntry>(key)).filter(entry => entry !== undefined)
  return kept
    .map(entry => (entry.state === 'SENDING' ? { ...entry, state: 'WAITING' as const } : entry))
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt))
}
