import { buffer } from 'node:stream/consumers'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import { attachmentsByMessage, type Attachment } from '../attachments/attachment.store.ts'

const PLACE = /\sdata-media="(\d{1,4})"/g
/** Of all pictures of a page together: they stand in it. */
const MOST_BYTES = 10_000_000

/**
 * The pictures that a mail brings along, by their place among its files. They stand in the page itself, since a frame of no
 * origin is given no file of ours. What is no picture by its content was never kept as one, and what is not here yet is left out.
 */
export async function withOwnPictures(unit: ReadUnit, { id, html }: { id: string; html: string }, files: FileStore): Promise<string> {
  const places = new Set([...html.matchAll(PLACE)].map(([, place]) => Number(place)))
  if (places.size === 0) return html
  const [carried] = await attachmentsByMessage(unit, [id])
  const shown = new Map<number, string>()
  let left = MOST_BYTES
  for (const place of places) {
    const file = carried![place]
    if (!file || !isPicture(file) || file.size > left) continue
    left -= file.size
    shown.set(place, `data:${file.mediaType};base64,${(await buffer(await files.get(file.storageKey))).toString('base64')}`)
  }
  // Shown once, however often the mail names it: a page is not to grow by that.
  return html.replace(PLACE, (_, place: string) => {
    const picture = shown.get(Number(place))
    shown.delete(Number(place))
    return picture ? ` src="${picture}"` : ''
  })
}

const isPicture = ({ state, mediaType }: Attachment) => state === 'READY' && /^image\/(?:png|jpeg|gif|webp|avif)$/.test(mediaType)
