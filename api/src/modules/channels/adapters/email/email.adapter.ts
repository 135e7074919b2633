import type { Capabilities, ChannelAdapter } from '../adapter.ts'
import type { ChannelProfile } from '../profile.ts'
import { checkMail } from './check-mail.ts'
import { composeMail } from './compose-mail.ts'
import { limit } from './mail-limits.ts'
import { MailReader } from './mail-reader.ts'
import { mailFields, ownAddress } from './mail-settings.ts'
import { withStartToken } from './mail-subject.ts'
import profiles from './profile.json' with { type: 'json' }
import { receiveMails } from './receive-mails.ts'
import { sendMail } from './send-mail.ts'

// One for the process: so many mails as are read at a time lie in memory whole.
const reader = new MailReader({ patienceMs: 20_000, mostMemoryMb: 512 })

/** E-mail: IMAP in, SMTP out, both of the tenant's own choice. */
export const emailAdapter: ChannelAdapter = {
  kind: 'EMAIL',
  fields: mailFields,
  profiles: profiles as readonly ChannelProfile[],
  capabilities: ({ profile }): Capabilities => ({
    text: { max: limit(profile, 'textCharacters') },
    buttons: { most: 0, titleMax: 0 },
    list: { most: 0, titleMax: 0, descriptionMax: 0 },
    files: [{ types: ['*/*'], maxBytes: limit(profile, 'filesBytes') }],
    canLocate: false, canReact: false, hasTemplates: false, hasReadReceipts: false, hasTyping: false,
    windowHours: null, humanWindowHours: null, mayStart: true,
  }),
  accountKey: settings => ownAddress(settings).toLowerCase(),
  check: checkMail,
  receive: receiveMails,
  read: (stored, line) => reader.read(stored, line),
  compose: composeMail,
  send: sendMail,
  /** The token stands in the subject, which every program sends back as it is (RFC 6068). */
  link(settings, { token, text }) {
    const subject = withStartToken(settings['displayName'] ?? '', token)
    const query = [`subject=${encodeURIComponent(subject)}`, ...text ? [`body=${encodeURIComponent(text.replace(/\r?\n/g, '\r\n'))}`] : []]
    return `mailto:${ownAddress(settings).split('@').map(encodeURIComponent).join('@')}?${query.join('&')}`
  },
}
