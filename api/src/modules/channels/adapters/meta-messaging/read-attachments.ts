import type { MessageContent } from '../content.ts'
import { isMediaHost } from '../media-host.ts'
import type { Json } from '../meta/json.ts'
import type { ChannelMedia } from '../update.ts'
import type { ReadLine } from './messaging-kind.ts'

export interface Said {
  text: string
  content?: MessageContent
  media?: readonly ChannelMedia[]
}

/** What one attachment comes to: a file, a place, words, or nothing that we know. */
type Attached = { media: ChannelMedia } | { content: MessageContent } | { words: string } | { unknown: string }

/** Words and files of a message; where nothing of it is known, that there was something. */
export function saidIn(message: Json, line: ReadLine): Said {
  const all = [...message.at('attachments').list.map(attachment => attached(attachment, line)), ...storyAnswered(message, line)]
  const text = [message.at('text').text, ...all.map(one => ('words' in one ? one.words : ''))].filter(Boolean).join('\n')
  const media = all.flatMap(one => ('media' in one ? [one.media] : []))
  const content = all.flatMap(one => ('content' in one ? [one.content] : []))[0] ?? unsupported(message, all, text !== '' || media.length > 0)
  return { text, ...(content && { content }), ...(media.length > 0 && { media }) }
}

function unsupported(message: Json, all: readonly Attached[], isSaid: boolean): MessageContent | undefined {
  const unknown = all.flatMap(one => ('unknown' in one ? [one.unknown] : []))[0]
  if (unknown) return { kind: 'UNSUPPORTED', what: unknown }
  return isSaid ? undefined : { kind: 'UNSUPPORTED', what: message.at('is_unsupported').isTrue ? 'unsupported' : 'empty' }
}

function attached(attachment: Json, line: ReadLine): Attached {
  const type = attachment.at('type').text ?? 'unknown'
  const payload = attachment.at('payload')
  if (type === 'location') return place(payload) ?? { unknown: type }
  const url = payload.at('url').text ?? attachment.at('url').text
  if (url && isMediaHost(url, line.profile)) return { media: { ref: url, ...(payload.at('sticker_id').isThere && { isSticker: true }) } }
  const title = attachment.at('title').text ?? payload.at('title').text
  // Whatever lies with strangers is a link, not a file: posts, reels and pages that were shared.
  const words = [title, url, ...elementTitles(payload)].filter(Boolean).join('\n')
  return words ? { words } : { unknown: type.slice(0, 60) }
}

function place(payload: Json): Attached | undefined {
  const [latitude, longitude] = [payload.at('coordinates', 'lat').number, payload.at('coordinates', 'long').number]
  if (latitude === undefined || longitude === undefined || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined
  return { content: { kind: 'LOCATION', latitude, longitude } }
}

/** Cards and products that were shared. */
const elementTitles = (payload: Json): string[] =>
  [...payload.at('elements').list, ...payload.at('generic', 'elements').list, ...payload.at('product', 'elements').list]
    .map(element => element.at('title').text ?? '').filter(Boolean)

/** An answer to a story comes with the story, which is gone after a day. */
function storyAnswered(message: Json, line: ReadLine): Attached[] {
  const url = message.at('reply_to', 'story', 'url').text
  return url && isMediaHost(url, line.profile) ? [{ media: { ref: url, name: 'story' } }] : []
}
