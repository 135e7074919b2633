import type { Json } from '../meta/json.ts'
import { unreadable } from '../meta/unreadable.ts'
import type { AccountTold, ChannelUpdate } from '../update.ts'
import { idOf, isByAccount, madeId, momentOf, senderOf, type Happening } from './happening.ts'
import type { ReadLine } from './messaging-kind.ts'
import { originOf } from './origin-of.ts'
import { tappedOf } from './payload.ts'
import { readMessage } from './read-message.ts'

type Reader = (happening: Happening) => ChannelUpdate[]

/** By the one field that says what happened. */
const readers: Readonly<Record<string, Reader>> = {
  message: readMessage,
  message_edit: ({ event, at }) => [{ kind: 'EDIT', at, externalId: idOf(event.at('message_edit', 'mid')), text: event.at('message_edit', 'text').text ?? '' }],
  postback: tapped,
  referral: happening => [arrived(happening, 'referral', happening.event.at('referral'))],
  optin: optedIn,
  reaction: reacted,
  read: seen,
  delivery: delivered,
  policy_enforcement: ({ event, at }) => [accountTold(at, 'policy', event.at('policy_enforcement'), event.at('policy_enforcement', 'action').text === 'block' ? 'PROBLEM' : 'INFO')],
  pass_thread_control: handedOver, take_thread_control: handedOver, request_thread_control: handedOver, app_roles: handedOver,
  account_linking: happening => [accountTold(happening.at, 'account_linking', happening.event.at('account_linking'))],
  response_feedback: happening => [accountTold(happening.at, 'feedback', happening.event.at('response_feedback'))],
}

export function readEvent(event: Json, entry: Json, line: ReadLine): ChannelUpdate[] {
  const name = Object.keys(readers).find(known => event.at(known).isObject) ?? unreadable('It is of a kind that is not known.')
  return readers[name]!({ event, line, at: momentOf(event.at('timestamp'), entry.at('time')) })
}

/** A button, Get Started, the menu or an ice breaker. Old versions give taps no id. */
function tapped(happening: Happening): ChannelUpdate[] {
  const { event, at } = happening
  const from = senderOf(happening)
  const postback = event.at('postback')
  const origin = originOf(postback.at('referral'))
  const externalId = postback.at('mid').id ?? madeId('postback', from, at)
  return [{ kind: 'MESSAGE', at, from, externalId, text: postback.at('title').text ?? '', ...tappedOf(postback.at('payload').text), ...(origin && { origin }) }]
}

/** She came by a link or an advertisement into a chat that was there already, and has not said a word yet. */
function arrived(happening: Happening, what: string, referral: Json): ChannelUpdate {
  const { at } = happening
  const from = senderOf(happening)
  const origin = originOf(referral)
  return { kind: 'MESSAGE', at, from, externalId: madeId(what, from, at), text: '', ...(origin && { origin }) }
}

/** A plugin of a web page, or leave to send notices, which is none of a conversation's. */
function optedIn(happening: Happening): ChannelUpdate[] {
  const optin = happening.event.at('optin')
  const isPlugin = happening.event.at('sender', 'id').isThere && !optin.at('type').isThere
  return [isPlugin ? arrived(happening, 'optin', optin) : accountTold(happening.at, 'optin', optin)]
}

const EMOJI: Readonly<Record<string, string>> = { love: '❤️', smile: '😆', haha: '😆', wow: '😮', sad: '😢', angry: '😠', yes: '👍', like: '👍', no: '👎', dislike: '👎' }

function reacted(happening: Happening): ChannelUpdate[] {
  const { event, at } = happening
  if (isByAccount(happening)) return []
  const reaction = event.at('reaction')
  const isTakenBack = reaction.at('action').text === 'unreact'
  const emoji = reaction.at('emoji').text ?? EMOJI[reaction.at('reaction').text ?? ''] ?? null
  if (!isTakenBack && !emoji) return unreadable('The reaction has no emoji.')
  return [{ kind: 'REACTION', at, from: senderOf(happening), externalId: idOf(reaction.at('mid')), emoji: isTakenBack ? null : emoji }]
}

/** Messenger tells up to when, Instagram which message was the last. */
function seen(happening: Happening): ChannelUpdate[] {
  const { event, at } = happening
  if (isByAccount(happening)) return []
  const [watermark, mid] = [event.at('read', 'watermark'), event.at('read', 'mid').id]
  const upTo = watermark.isThere ? momentOf(watermark) : at
  const all: ChannelUpdate = { kind: 'SEEN', at, from: senderOf(happening), status: 'READ', upTo }
  return mid ? [{ kind: 'STATUS', at, externalId: mid, status: 'READ' }, all] : [all]
}

/** Ids are exact where our clock and Meta's differ; the moment holds where ids are left out. */
function delivered(happening: Happening): ChannelUpdate[] {
  const { event, at } = happening
  const mids = event.at('delivery', 'mids').list.map(({ id }) => id).filter(id => id !== undefined)
  const named = mids.map((externalId): ChannelUpdate => ({ kind: 'STATUS', at, externalId, status: 'DELIVERED' }))
  const watermark = event.at('delivery', 'watermark')
  if (named.length === 0 && !watermark.isThere) return unreadable('Nothing is said to be delivered.')
  return watermark.isThere ? [...named, { kind: 'SEEN', at, from: senderOf(happening), status: 'DELIVERED', upTo: momentOf(watermark) }] : named
}

function handedOver({ event, at }: Happening): ChannelUpdate[] {
  return [accountTold(at, 'handover', event)]
}

const accountTold = (at: Date, topic: string, told: Json, severity: AccountTold['severity'] = 'INFO'): AccountTold =>
  ({ kind: 'ACCOUNT', at, topic, severity, detail: told.plain(4) as Record<string, unknown> })
