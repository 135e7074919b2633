import type { Capabilities, ChannelAdapter, Line } from '../adapter.ts'
import { backfillSms } from './sms-backfill.ts'
import { checkSms } from './sms-check.ts'
import { composeSms } from './sms-compose.ts'
import { fetchSmsMedia } from './sms-media.ts'
import profiles from './profile.json' with { type: 'json' }
import { sendSms } from './sms-send.ts'
import { isSignedByTwilio } from './sms-signature.ts'
import { readSms } from './sms-updates.ts'

/** SMS by way of Twilio. */
export const smsAdapter: ChannelAdapter = {
  kind: 'SMS',
  fields: [
    { name: 'accountSid', pattern: /^AC[0-9a-f]{32}$/i },
    { name: 'authToken', isSecret: true },
    { name: 'from', isOptional: true, pattern: /^(\+[1-9]\d{6,14}|\d{5,6})$/ },
    { name: 'messagingServiceSid', isOptional: true, pattern: /^MG[0-9a-f]{32}$/i },
    { name: 'mms', isOptional: true, pattern: /^(yes|no)$/, default: 'no' },
  ],
  profiles,
  opensByWordOnly: true,
  capabilities,
  accountKey: ({ from, messagingServiceSid, accountSid }) => from || messagingServiceSid || accountSid || '',
  check: checkSms,
  webhook: {
    keeps: ['content-type', '?ref'],
    isGenuine: ({ url, body, headers }, { settings }) => isSignedByTwilio(
      { url, body, signature: String(headers['x-twilio-signature'] ?? '') }, settings.authToken ?? ''),
    read: readSms,
    answer: { type: 'text/xml', body: '<Response/>' },
  },
  compose: composeSms,
  send: sendSms,
  fetchMedia: fetchSmsMedia,
  backfill: backfillSms,
  // A messaging service has many numbers, so nobody can be told which one to write to.
  link: ({ from }, { token, text }) => `sms:${from ?? ''}?&body=${encodeURIComponent([text, token].filter(Boolean).join(' '))}`,
}

function capabilities({ profile }: Line): Capabilities {
  const { textMax, linkBytes } = profile.limits
  return {
    text: { max: Number(textMax) },
    buttons: { most: 0, titleMax: 0 },
    list: { most: 0, titleMax: 0, descriptionMax: 0 },
    // What cannot go as a picture goes as a link.
    files: [{ types: ['*/*'], maxBytes: Number(linkBytes) }],
    canLocate: false, canReact: false, hasTemplates: false, hasReadReceipts: false, hasTyping: false,
    windowHours: null, humanWindowHours: null, mayStart: true,
  }
}
