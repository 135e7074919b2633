import { isMediaHost } from '../media-host.ts'
import type { Json } from '../meta/json.ts'
import type { ChannelMedia, ChannelPerson, ReadUpdate } from '../update.ts'
import { accountIdOf, type ReadLine } from './messaging-kind.ts'

/** `2026-11-26T10:00:00+0000`. */
export function timeTold(told: Json): Date | undefined {
  const at = new Date((told.text ?? '').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
  return Number.isNaN(at.getTime()) ? undefined : at
}

/** A message as the Conversations API keeps it: a person's, or one that went out on the account. */
export function readPast(message: Json, line: ReadLine): ReadUpdate[] {
  const [externalId, at, fromId] = [message.at('id').id, timeTold(message.at('created_time')), message.at('from', 'id').id]
  if (!externalId || !at || !fromId) return [{ ok: false, reason: 'The message has no id, no time or no sender.', raw: message.plain() }]
  const { text, media } = saidInPast(message, line)
  const said = { at, externalId, text, ...(media.length > 0 && { media }) }
  if (fromId !== accountIdOf(line.settings, line.kind)) {
    const content = text === '' && media.length === 0 ? { content: { kind: 'UNSUPPORTED', what: 'empty' } as const } : {}
    return [{ ok: true, update: { kind: 'MESSAGE', from: personOf(message.at('from'), fromId), ...said, ...content } }]
  }
  const [to] = message.at('to', 'data').list
  const toId = to?.at('id').id
  if (!to || !toId) return [{ ok: false, reason: 'Nobody is named as its recipient.', raw: message.plain() }]
  return [{ ok: true, update: { kind: 'ECHO', to: personOf(to, toId), ...said } }]
}

function personOf(named: Json, externalId: string): ChannelPerson {
  const [name, username] = [named.at('name').text?.trim().slice(0, 200), named.at('username').id]
  return { externalId, ...(name && { name }), ...(username && { username }) }
}

function saidInPast(message: Json, { profile }: ReadLine): { text: string; media: ChannelMedia[] } {
  const files = message.at('attachments', 'data').list.map(file => ({ url: urlOf(file), mediaType: file.at('mime_type').text, name: file.at('name').text, size: file.at('size').number }))
  const media = files.flatMap(({ url, mediaType, name, size }) => (url && isMediaHost(url, profile) ? [{ ref: url, ...(mediaType && { mediaType }), ...(name && { name }), ...(size && { size }) }] : []))
  const sticker = message.at('sticker').text
  const links = message.at('shares', 'data').list.map(share => share.at('link').text)
  const text = [message.at('message').text, ...links.filter(link => link && !message.at('message').text?.includes(link))].filter(Boolean).join('\n')
  return { text, media: sticker && isMediaHost(sticker, profile) ? [...media, { ref: sticker, isSticker: true }] : media }
}

const urlOf = (file: Json): string | undefined => file.at('image_data', 'url').text ?? file.at('video_data', 'url').text ?? file.at('file_url').text
