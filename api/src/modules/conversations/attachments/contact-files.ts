import { setTimeout as sleep } from 'node:timers/promises'
import { systemActor } from '../../../platform/actor.ts'
import { isId } from '../../../platform/ids.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import type { Attachment } from './attachment.store.ts'
import type { AttachmentUrls } from './attachment-url.ts'

/** A file that a contact sent, for another system: whoever has the address may fetch it within the hour, and nothing else. */
export interface LentFile {
  id: string
  name: string
  type: string
  size: number
  url: string
}

interface Parts {
  units: Pick<Units, 'read'>
  urls: AttachmentUrls
  publicUrl: () => string
}

const SENT = `
  select a.id, a.name, a.media_type as "mediaType", a.size, a.state
  from attachment a join message m on m.tenant_id = a.tenant_id and m.id = a.message_id
  where a.tenant_id = $1 and m.conversation_id = $2 and m.author = 'CONTACT' and a.id = any ($3::uuid[])`

type Sent = Pick<Attachment, 'id' | 'name' | 'mediaType' | 'size' | 'state'>

/** What a channel holds is on its way to us for a moment. */
const WAIT_MS = 500
const MOST_WAITS = 20

/** Lends systems what contacts sent: by an address that is good for an hour, of files of the very conversation alone. */
export class ContactFiles {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Those that are there, in no order. Never inside a unit. */
  async lend({ tenantId, conversationId }: { tenantId: string; conversationId: string }, named: readonly string[]): Promise<LentFile[]> {
    const ids = named.filter(isId)
    if (ids.length === 0) return []
    for (let waits = 0; ; waits++) {
      const { files, now } = await this.#sent(tenantId, conversationId, ids)
      if (waits < MOST_WAITS && files.some(({ state }) => state === 'FETCHING')) await sleep(WAIT_MS)
      else return files.filter(({ state }) => state === 'READY').map(({ id, name, mediaType: type, size }) =>
        ({ id, name, type, size, url: `${this.#parts.publicUrl()}${this.#parts.urls.sign({ tenantId, id, now })}` }))
    }
  }

  async #sent(tenantId: string, conversationId: string, ids: readonly string[]): Promise<{ files: Sent[]; now: Date }> {
    await using unit: ReadUnit & AsyncDisposable = this.#parts.units.read({ tenantId, actor: systemActor(tenantId) })
    return { files: await unit.sql<Sent>('contact-files', SENT, [tenantId, conversationId, ids]), now: unit.now }
  }
}
