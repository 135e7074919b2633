import { ref } from 'vue'
import { ApiError } from '../live/api.ts'
import { backoff } from '../live/backoff.ts'
import { newId as randomId } from '../live/id.ts'
import type { Store } from '../live/store.ts'
import type { ThreadMessage } from './merge.ts'
import { entryKey, fileOf, keepEntry, restoredEntries, type OutboxEntry } from './outbox-entry.ts'

export type Draft = Pick<OutboxEntry, 'text' | 'optionId'> & { files?: File[] }

interface OutboxOptions {
  store: Store
  send: (entry: OutboxEntry) => Promise<ThreadMessage[]>
  upload: (file: File) => Promise<{ id: string }>
  onStored: (messages: ThreadMessage[]) => void
  newId?: () => string
  now?: () => Date
}

/** Answers that another attempt may change. All others are final until the visitor herself tries again. */
const PASSING = ['UNREACHABLE', 'RATE_LIMITED', 'BUSY', 'UNAUTHENTICATED', 'INTERNAL']
const PATIENCE = 5
export type Outbox = ReturnType<typeof createOutbox>

/** What the visitor wrote and the server has not confirmed; sent one by one, in the order written. */
export function createOutbox(options: OutboxOptions) {
  const { store, send, upload, onStored, newId = randomId, now = () => new Date() } = options
  const entries = ref<OutboxEntry[]>(restoredEntries(store))
  let isBusy = false
  let isClosed = false
  let timer: ReturnType<typeof setTimeout>

  /** Takes in what another visit left behind. */
  function restore() {
    const known = new Set(entries.value.map(entry => entry.clientId))
    entries.value.push(...restoredEntries(store).filter(entry => !known.has(entry.clientId)))
    void pump()
  }

  const find = (clientId: string) => entries.value.find(entry => entry.clientId === clientId)
  const keep = (entry: OutboxEntry) => keepEntry(store, entry)

  function drop(clientId: string) {
    find(clientId)?.files.forEach(file => file.file && URL.revokeObjectURL(file.url))
    entries.value = entries.value.filter(entry => entry.clientId !== clientId)
    store.remove(entryKey(clientId))
  }

  async function deliver(entry: OutboxEntry) {
    for (const file of entry.files) {
      if (file.file && !file.id) file.id = (await upload(file.file)).id
    }
    keep(entry)
    onStored(await send(entry))
    drop(entry.clientId)
  }

  function postpone(entry: OutboxEntry, code: string) {
    entry.attempts++
    const isPatient = PASSING.includes(code) && (code === 'UNREACHABLE' || entry.attempts < PATIENCE)
    entry.state = isPatient ? 'WAITING' : 'FAILED'
    entry.reason = code
    keep(entry)
    if (isPatient && !isClosed) timer = setTimeout(pump, backoff(entry.attempts))
    return !isPatient
  }

  /** Whether the next one may go. */
  async function attempt(entry: OutboxEntry) {
    entry.state = 'SENDING'
    try {
      await deliver(entry)
      return true
    } catch (error) {
      return !find(entry.clientId) || postpone(entry, error instanceof ApiError ? error.code : 'UNREACHABLE')
    }
  }

  async function pump() {
    clearTimeout(timer)
    if (isBusy || isClosed) return
    isBusy = true
    for (let next; (next = entries.value.find(entry => entry.state === 'WAITING'));) {
      if (!(await attempt(next)) || isClosed) break
    }
    isBusy = false
  }

  function add({ text, optionId, files = [] }: Draft) {
    const entry: OutboxEntry = {
      clientId: newId(), text, optionId, files: files.map(fileOf), createdAt: now().toISOString(),
      attempts: 0, state: 'WAITING',
    }
    entries.value.push(entry)
    keep(entry)
    void pump()
  }

  function retry(clientId: string) {
    const entry = find(clientId)
    if (!entry) return
    Object.assign(entry, { state: 'WAITING', attempts: 0, reason: undefined })
    keep(entry)
    void pump()
  }

  return {
    entries, add, retry, drop, restore,
    wake: () => void pump(),
    close: () => {
      isClosed = true
      clearTimeout(timer)
    },
  }
}
