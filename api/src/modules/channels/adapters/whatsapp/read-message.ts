import type { Json } from '../meta/json.ts'
import type { ChannelOrigin, ChannelPerson, ChannelUpdate } from '../update.ts'
import { personOf, type Contacts } from './person.ts'
import { said } from './read-content.ts'
import { timeOf, unreadable } from './unreadable.ts'

/** Something a person did: wrote, reacted, edited, took back, or changed her number. */
export function readMessage(message: Json, contacts: Contacts): ChannelUpdate {
  const at = timeOf(message.at('timestamp'))
  const type = message.at('type').text ?? 'unknown'
  if (type === 'system') return systemTold(message, at)
  const from = senderOf(message, contacts)
  switch (type) {
    case 'reaction': return { kind: 'REACTION', at, from, externalId: idOf(message.at('reaction', 'message_id')), emoji: message.at('reaction', 'emoji').text || null }
    case 'edit': return { kind: 'EDIT', at, externalId: idOf(message.at('edit', 'original_message_id')), text: editedText(message.at('edit', 'message')) }
    case 'revoke': return { kind: 'DELETE', at, externalId: idOf(message.at('revoke', 'original_message_id')) }
    default: return received({ message, type, from, at })
  }
}

/** What was written with the company's own phone. */
export function readEcho(message: Json, contacts: Contacts): ChannelUpdate {
  const at = timeOf(message.at('timestamp'))
  const ids = [message.at('to_user_id').id, message.at('to').id]
  const to = personOf({ ids, contact: contacts.of(ids) }) ?? unreadable('Nobody is named as its recipient.')
  const type = message.at('type').text ?? 'unknown'
  if (type === 'revoke') return { kind: 'DELETE', at, externalId: idOf(message.at('revoke', 'original_message_id')) }
  if (type === 'edit') return { kind: 'EDIT', at, externalId: idOf(message.at('edit', 'original_message_id')), text: editedText(message.at('edit', 'message')) }
  const { text, media } = said(type, message)
  return { kind: 'ECHO', at, to, externalId: idOf(message.at('id')), text, ...(media && { media }) }
}

interface Received {
  message: Json
  type: string
  from: ChannelPerson
  at: Date
}

function received({ message, type, from, at }: Received): ChannelUpdate {
  const { token, ...content } = said(type, message)
  const repliesTo = message.at('context', 'id').id
  const origin = originOf(message.at('referral'), token)
  return { kind: 'MESSAGE', at, from, externalId: idOf(message.at('id')), ...content, ...(repliesTo && { repliesTo }), ...(origin && { origin }) }
}

function senderOf(message: Json, contacts: Contacts): ChannelPerson {
  const ids = [message.at('from_user_id').id, message.at('from').id]
  return personOf({ ids, contact: contacts.of(ids) }) ?? unreadable('Nobody is named as its sender.')
}

function originOf(referral: Json, token: string | undefined): ChannelOrigin | undefined {
  if (!token && !referral.isObject) return undefined
  return { ...(token && { token }), ...(referral.isObject && { referral: referral.plain(4) as Record<string, unknown> }) }
}

const editedText = (edited: Json): string => edited.at('text', 'body').text ?? edited.at(edited.at('type').text ?? '', 'caption').text ?? ''

/** A new number, or a new business-scoped id. Other news of the system's are nobody's words. */
function systemTold(message: Json, at: Date): ChannelUpdate {
  const system = message.at('system')
  const type = system.at('type').text ?? 'unknown'
  const was = [system.at('previous_user_id').id, message.at('from_user_id').id, message.at('from').id, system.at('previous_wa_id').id]
  // Whose id alone is new keeps her number.
  const kept = type === 'user_changed_user_id' ? message.at('from').id : undefined
  const becomes = personOf({ ids: [system.at('user_id').id, system.at('wa_id').id, kept] })
  if (!becomes || !/^user_changed_(?:number|user_id)$/.test(type)) {
    return { kind: 'ACCOUNT', at, topic: 'system', severity: 'INFO', detail: { type, body: system.at('body').text ?? '' } }
  }
  const before = [...new Set(was)].filter(id => id !== undefined && id !== becomes.externalId) as string[]
  return { kind: 'PERSON_CHANGED', at, was: before, becomes }
}

const idOf = (id: Json): string => id.id ?? unreadable('It has no id.')
