import { randomBytes } from 'node:crypto'
import type { Dialect } from './meta-messaging/dialect.ts'
import { MessagingDouble, type MessagingDoubleOptions } from './meta-messaging/messaging-double.ts'

const instagram: Dialect = {
  kind: 'INSTAGRAM', object: 'instagram', platform: 'instagram', accountField: 'instagramId',
  // Echoes have no field of their own: they come among the messages.
  fields: {
    message: 'messages', echo: 'messages', postback: 'messaging_postbacks', referral: 'messaging_referral', optin: 'messaging_optins', reaction: 'message_reactions',
    read: 'messaging_seen', message_edit: 'message_edit',
  },
  textFits: text => Buffer.byteLength(text) <= 1000,
  mayUpload: false, windowSubcode: 2534022, strangerSubcode: 2534014,
  newMid: () => `aWdf${randomBytes(60).toString('base64url')}`,
}

/** Instagram's messages with one professional account. */
export const startInstagramDouble = (options: MessagingDoubleOptions = {}): Promise<MessagingDouble> => new MessagingDouble(instagram, options).start(options.port)
