import type { Capabilities, ChannelAdapter, Line, SettingField, Settings } from '../adapter.ts'
import { answerHandshake } from '../meta/handshake.ts'
import { isSignedByMeta } from '../meta/signature.ts'
import type { ChannelProfile } from '../profile.ts'
import { backfillMessaging } from './backfill.ts'
import { composeMessaging } from './compose.ts'
import { fetchMessagingMedia } from './media.ts'
import { accountIdOf, type MessagingKind } from './messaging-kind.ts'
import { limit, takenFiles } from './messaging-limits.ts'
import { askPerson } from './person.ts'
import { readMessaging } from './read-updates.ts'
import { sendMessaging } from './send.ts'
import { signalMessaging } from './signal.ts'
import { checkMessaging, connectMessaging, disconnectMessaging } from './subscription.ts'

interface MessagingOptions {
  kind: MessagingKind
  profiles: readonly ChannelProfile[]
  /** How a chat with the account is named in a link. */
  chatName: (settings: Settings) => string
}

/** The application's id, by which it is known whether Meta still tells it anything, and which echoes are ours; and its secrets. */
const APP_FIELDS: readonly SettingField[] = [{ name: 'appId', pattern: /^\d{5,25}$/ }, { name: 'accessToken', isSecret: true }, { name: 'appSecret', isSecret: true }]

/** Messenger and Instagram: one protocol with two dialects. */
export const messagingAdapter = ({ kind, profiles, chatName }: MessagingOptions): ChannelAdapter => ({
  kind: kind.kind,
  fields: [{ name: kind.accountField, pattern: /^\d{5,25}$/ }, ...APP_FIELDS],
  profiles,
  capabilities,
  accountKey: settings => accountIdOf(settings, kind),
  check: line => checkMessaging(line, kind),
  connect: line => connectMessaging(line, kind),
  disconnect: line => disconnectMessaging(line, kind),
  webhook: {
    handshake: answerHandshake,
    isGenuine: (request, { settings }) => isSignedByMeta(request, settings['appSecret']),
    read: (delivery, { settings, profile }) => readMessaging(delivery, { settings, profile, kind }),
  },
  compose: composeMessaging,
  send: (part, files, line) => sendMessaging(part, files, { line, kind }),
  fetchMedia: fetchMessagingMedia,
  signal: (signal, line) => signalMessaging(signal, line, kind),
  person: (externalId, line) => askPerson(externalId, line, kind),
  backfill: (line, since, signal) => backfillMessaging(line, since, { kind, signal }),
  link: (settings, start) => chatLink(`${profiles.at(-1)!.limits['chatUrl']}/${encodeURIComponent(chatName(settings))}`, start),
})

function chatLink(chat: string, { token, text }: { token: string; text?: string }): string {
  return `${chat}?${new URLSearchParams({ ref: token, ...(text?.trim() && { text: text.trim() }) }).toString().replaceAll('+', '%20')}`
}

function capabilities({ profile }: Pick<Line, 'profile'>): Capabilities {
  const at = (name: string) => limit(profile, name)
  return {
    text: { max: at('textMaxChars') },
    buttons: { most: at('quickRepliesMost'), titleMax: at('quickReplyTitleMax') },
    list: { most: 0, titleMax: 0, descriptionMax: 0 },
    files: takenFiles(profile),
    canLocate: false, canReact: false, hasTemplates: false, hasReadReceipts: true, hasTyping: true,
    windowHours: at('windowHours'), humanWindowHours: at('humanWindowHours'), mayStart: false,
  }
}
