import type { MessageContent } from '../content.ts'
import type { ChannelMedia } from '../update.ts'
import { given, list, number, object, text, type Json } from './telegram-json.ts'

/** What surrounds a message, and what is read of it elsewhere. */
const FRAME = new Set([
  'message_id', 'message_thread_id', 'from', 'sender_chat', 'sender_boost_count', 'sender_business_bot', 'sender_tag', 'date', 'business_connection_id', 'chat',
  'forward_origin', 'is_topic_message', 'is_automatic_forward', 'reply_to_message', 'external_reply', 'quote', 'reply_to_story', 'reply_to_checklist_task_id',
  'reply_to_poll_option_id', 'via_bot', 'edit_date', 'has_protected_content', 'is_from_offline', 'is_paid_post', 'media_group_id', 'author_signature',
  'paid_star_count', 'text', 'entities', 'link_preview_options', 'effect_id', 'caption', 'caption_entities', 'show_caption_above_media', 'has_media_spoiler',
  'reply_markup', 'photo', 'voice', 'audio', 'video', 'video_note', 'animation', 'document', 'sticker', 'location', 'venue', 'contact', 'receiver_user', 'direct_messages_topic',
])

/** What happens in a chat without anybody writing. */
const SERVICE = [
  'pinned_message', 'message_auto_delete_timer_changed', 'chat_background_set', 'write_access_allowed', 'boost_added', 'new_chat_members', 'left_chat_member',
  'new_chat_title', 'new_chat_photo', 'delete_chat_photo', 'users_shared', 'chat_shared', 'connected_website', 'forum_topic_created', 'forum_topic_edited',
  'forum_topic_closed', 'forum_topic_reopened', 'proximity_alert_triggered', 'group_chat_created', 'migrate_to_chat_id', 'migrate_from_chat_id',
]

export const isService = (message: Json): boolean => SERVICE.some(name => Object.hasOwn(message, name))

export function contentOf(message: Json): MessageContent | undefined {
  const { venue, location, contact } = message
  if (venue !== undefined) return place(object(object(venue).location), object(venue))
  if (location !== undefined) return place(object(location), {})
  if (contact !== undefined) return people(object(contact))
  const other = Object.keys(message).find(name => !FRAME.has(name))
  const isEmpty = text(message.text) === undefined && mediaOf(message).length === 0
  return other && isEmpty ? { kind: 'UNSUPPORTED', what: other } : undefined
}

function place({ latitude, longitude }: Json, { title, address }: Json): MessageContent {
  const [north, east] = [number(latitude), number(longitude)]
  if (north === undefined || east === undefined) return { kind: 'UNSUPPORTED', what: 'location' }
  return given({ kind: 'LOCATION' as const, latitude: north, longitude: east, name: text(title), address: text(address) }) as MessageContent
}

function people({ first_name: first, last_name: last, phone_number: phone, vcard }: Json): MessageContent {
  const name = [text(first), text(last)].filter(Boolean).join(' ')
  const emails = [...(text(vcard) ?? '').matchAll(/^EMAIL[^:\r\n]*:(\S{3,254})$/gmi)].map(found => found[1]!)
  return { kind: 'CONTACTS', people: [{ name, phones: text(phone) ? [international(text(phone)!)] : [], emails }] }
}

/** Telegram leaves out the plus now and then; it knows international numbers alone. */
const international = (phone: string) => `+${phone.replace(/\D/g, '')}`

/** Telegram vouches for a person's own number, which she shares by a button; not for one that was handed on. */
export function ownPhone({ contact, from, forward_origin: forwarded }: Json): string | undefined {
  const { user_id: owner, phone_number: phone } = object(contact)
  if (forwarded !== undefined || owner === undefined || owner !== object(from).id) return undefined
  const digits = text(phone)?.replace(/\D/g, '') ?? ''
  return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : undefined
}

export function mediaOf(message: Json): ChannelMedia[] {
  const { voice, audio, video, video_note: note, animation, document, sticker } = message
  const photo = list(message.photo).toSorted((a, b) => areaOf(b) - areaOf(a))[0]
  const found = [
    photo && file(photo, { mediaType: 'image/jpeg' }),
    voice !== undefined && file(object(voice), { mediaType: 'audio/ogg', isVoice: true }),
    audio !== undefined && file(object(audio), { mediaType: 'audio/mpeg' }),
    video !== undefined && file(object(video), { mediaType: 'video/mp4' }),
    note !== undefined && file(object(note), { mediaType: 'video/mp4' }),
    animation !== undefined && file(object(animation), { mediaType: 'video/mp4' }),
    // An animation comes as a document too, for clients that know none.
    document !== undefined && animation === undefined && file(object(document), { mediaType: 'application/octet-stream' }),
    sticker !== undefined && file(object(sticker), { mediaType: stickerType(object(sticker)), isSticker: true }),
  ]
  return found.filter(one => one !== undefined && one !== false)
}

const areaOf = ({ width, height }: Json) => (number(width) ?? 0) * (number(height) ?? 0)

const stickerType = ({ is_video: isVideo, is_animated: isAnimated }: Json) =>
  (isVideo === true ? 'video/webm' : isAnimated === true ? 'application/x-tgsticker' : 'image/webp')

function file({ file_id: ref, mime_type: type, file_name: name, file_size: size }: Json, known: ChannelMedia): ChannelMedia | undefined {
  if (!text(ref)) return undefined
  return given({ ...known, ref: text(ref), mediaType: text(type) ?? known.mediaType, name: text(name), size: number(size) }) as ChannelMedia
}
