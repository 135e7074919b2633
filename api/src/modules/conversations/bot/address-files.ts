import type { FileStore } from '../../../platform/files/file-store.ts'
import type { Outside } from '../../../platform/outside/outside.ts'
import { OutsideProblem } from '../../../platform/outside/outside-problem.ts'
import { systemActor } from '../../../platform/actor.ts'
import type { Turns } from '../../../platform/turns.ts'
import type { Units } from '../../../platform/units.ts'
import { releaseOutgoing } from '../../channels/index.ts'
import { checkedFile, fileName, MAX_FILE_BYTES, type CheckedFile } from '../attachments/attachment-content.ts'
import { dropFile, keepFile } from '../attachments/attachment-files.ts'
import { UploadRefused } from '../attachments/attachment.errors.ts'
import { awaitedAddress, fileFetched, type FetchedFile } from '../attachments/bot-files.store.ts'
import { messageTouched } from '../messages/message-touched.ts'

interface Parts {
  units: Units
  files: FileStore
  outside: Pick<Outside, 'request'>
  pictures: Turns
}

const TIMEOUT_MS = 15_000

/** Files that flows name by their address: fetched once, checked as if somebody had uploaded them, and shown from here. */
export class AddressFiles {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Safe to run twice. What cannot be had is told by its address instead. */
  async fetch({ tenantId, attachmentId }: { tenantId: string; attachmentId: string }, isLast: boolean): Promise<void> {
    const { units, files } = this.#parts
    const awaited = await this.#awaited(tenantId, attachmentId)
    if (!awaited) return
    const key = `${tenantId}/${attachmentId}`
    const checked = await this.#content(awaited.address).catch(error => {
      if (!isLast && !isFinal(error)) throw error
      return null
    })
    await (checked ? keepFile(files, key, checked) : dropFile(files, key))
    await units.tenant({ tenantId, actor: systemActor(tenantId) }, async unit => {
      const messages = await fileFetched(unit, attachmentId, checked && described(awaited.name, checked))
      for (const message of messages) await messageTouched(unit, message)
      await releaseOutgoing(unit, messages.map(({ messageId }) => messageId))
    })
  }

  async #content(url: string): Promise<CheckedFile | null> {
    const { outside, pictures } = this.#parts
    const { status, body } = await outside.request({ url, maxBytes: MAX_FILE_BYTES, timeoutMs: TIMEOUT_MS })
    if (status >= 500) throw new OutsideProblem('UNREACHABLE', `It answered ${status}.`)
    if (status < 200 || status > 299) return null
    return checkedFile(body, { inTurn: work => pictures.run(work), isFromChannel: true })
  }

  async #awaited(tenantId: string, id: string) {
    await using unit = this.#parts.units.read({ tenantId, actor: systemActor(tenantId) })
    return awaitedAddress(unit, id)
  }
}

const isFinal = (error: unknown): boolean =>
  error instanceof UploadRefused || (error instanceof OutsideProblem && error.code !== 'UNREACHABLE' && error.code !== 'TOO_SLOW')

const described = (name: string, { content, mediaType, width, height, thumbnail }: CheckedFile): FetchedFile =>
  ({ mediaType, width, height, size: content.length, hasThumbnail: !!thumbnail, name: fileName(name, mediaType) })
