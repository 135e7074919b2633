import { randomBytes } from 'node:crypto'
import type { Dialect } from './meta-messaging/dialect.ts'
import { MessagingDouble, type MessagingDoubleOptions } from './meta-messaging/messaging-double.ts'

const messenger: Dialect = {
  kind: 'MESSENGER', object: 'page', platform: 'messenger', accountField: 'pageId',
  fields: {
    message: 'messages', echo: 'message_echoes', postback: 'messaging_postbacks', referral: 'messaging_referrals', optin: 'messaging_optins', reaction: 'message_reactions',
    read: 'message_reads', delivery: 'message_deliveries', message_edit: 'message_edits',
  },
  textFits: text => text.length < 2000,
  mayUpload: true, windowSubcode: 2018278, strangerSubcode: 2018001,
  newMid: () => `m_${randomBytes(40).toString('base64url')}`,
}

/** The Messenger Platform with one page. */
export const startMessengerDouble = (options: MessagingDoubleOptions = {}): Promise<MessagingDouble> =>
  new MessagingDouble(messenger, { accountId: '106540352242922', ...options }).start(options.port)
