import { fetchGiven, type FileShelf, type ShelvedFile } from './file-shelf.ts'
import { MessagingError, wrong } from './messaging-error.ts'
import type { ShownMessage } from './messaging-customer.ts'

type Body = Record<string, any>
type Shown = Pick<ShownMessage, 'text' | 'buttons' | 'files' | 'options'>

/** What her phone shows of a message. Throws where a file cannot be had. */
export async function shownOf(message: Body, shelf: FileShelf): Promise<Shown> {
  const { type, payload } = message['attachment'] ?? {}
  const file = type && type !== 'template' ? await fileOf(payload, shelf) : undefined
  const options = optionsOf(message)
  const [element] = payload?.elements ?? []
  const text = message['text'] ?? payload?.text ?? (element ? [element.title, element.subtitle].filter(Boolean).join('\n') : '')
  return { text, options, buttons: options.map(({ title }) => title), files: file ? [{ name: file.name, mediaType: file.mediaType, size: file.content.length }] : [] }
}

async function fileOf({ url, attachment_id: id }: Body, shelf: FileShelf): Promise<ShelvedFile> {
  const file = id ? shelf.find(id) : await fetchGiven(url)
  if (!file) throw id ? wrong('There is no such attachment.') : new MessagingError(100, 'Failed to fetch the file from the url.', { subcode: 2018007 })
  return file
}

function optionsOf({ quick_replies: replies, attachment }: Body): Shown['options'] {
  const buttons: Body[] = attachment?.payload?.buttons ?? attachment?.payload?.elements?.[0]?.buttons ?? []
  return [
    ...(replies ?? []).map(({ title, payload }: Body) => ({ title, payload, as: 'QUICK_REPLY' as const })),
    ...buttons.map(({ title, payload }) => ({ title, payload, as: 'POSTBACK' as const })),
  ]
}
