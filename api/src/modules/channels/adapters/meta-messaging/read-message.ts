import type { ChannelUpdate } from '../update.ts'
import { idOf, isByAccount, recipientOf, senderOf, type Happening } from './happening.ts'
import { accountIdOf } from './messaging-kind.ts'
import { originOf } from './origin-of.ts'
import { tappedOf } from './payload.ts'
import { saidIn } from './read-attachments.ts'

/** Words and files of a person's, the same taken back, or what went out on the account. */
export function readMessage(happening: Happening): ChannelUpdate[] {
  const { event, at } = happening
  const message = event.at('message')
  if (message.at('is_deleted').isTrue) return [{ kind: 'DELETE', at, externalId: idOf(message.at('mid')) }]
  // On Instagram echoes come among the messages. What the account said itself is nobody's question, marked or not.
  return message.at('is_echo').isTrue || isByAccount(happening) ? echoed(happening) : [received(happening)]
}

function received(happening: Happening): ChannelUpdate {
  const { event, at, line } = happening
  const message = event.at('message')
  const { text, content, media } = saidIn(message, line)
  const repliesTo = message.at('reply_to', 'mid').id
  const origin = originOf(message.at('referral').isObject ? message.at('referral') : event.at('referral'))
  return {
    kind: 'MESSAGE', at, from: senderOf(happening), externalId: idOf(message.at('mid')), text, ...(content && { content }), ...(media && { media }),
    ...tappedOf(message.at('quick_reply', 'payload').text), ...(repliesTo && { repliesTo }), ...(origin && { origin }),
  }
}

/** By our reference we know what we sent ourselves; other tools may put words of their own there. */
function echoed(happening: Happening): ChannelUpdate[] {
  const { event, at, line } = happening
  const message = event.at('message')
  const to = recipientOf(happening)
  if (to.externalId === accountIdOf(line.settings, line.kind)) return []
  const appId = message.at('app_id').id
  const reference = appId === undefined || appId === line.settings['appId'] ? message.at('metadata').id : undefined
  const { text, media } = saidIn(message, line)
  return [{ kind: 'ECHO', at, to, externalId: idOf(message.at('mid')), ...(reference && { reference }), text, ...(media && { media }) }]
}
