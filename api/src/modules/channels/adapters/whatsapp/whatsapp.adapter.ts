import type { Capabilities, ChannelAdapter, Line } from '../adapter.ts'
import { answerHandshake } from '../meta/handshake.ts'
import { isSignedByMeta } from '../meta/signature.ts'
import { checkWhatsapp, connectWhatsapp } from './check.ts'
import { composeWhatsapp } from './compose.ts'
import { whatsappLink } from './link-token.ts'
import { fetchWhatsappMedia } from './media.ts'
import profiles from './profile.json' with { type: 'json' }
import { readUpdates } from './read-updates.ts'
import { sendWhatsapp } from './send.ts'
import { signalWhatsapp } from './signal.ts'
import { whatsappTemplates } from './templates.ts'
import { limit, typesOf } from './whatsapp-limits.ts'

/** WhatsApp by way of Meta's Cloud API. */
export const whatsappAdapter: ChannelAdapter = {
  kind: 'WHATSAPP',
  fields: [
    { name: 'phoneNumberId', pattern: /^\d{5,25}$/ },
    { name: 'wabaId', pattern: /^\d{5,25}$/ },
    { name: 'accessToken', isSecret: true },
    { name: 'appSecret', isSecret: true },
  ],
  profiles,
  vouchesForPhones: true,
  capabilities,
  accountKey: ({ phoneNumberId = '' }) => phoneNumberId,
  check: checkWhatsapp,
  connect: connectWhatsapp,
  webhook: {
    handshake: answerHandshake,
    isGenuine: (request, { settings }) => isSignedByMeta(request, settings['appSecret']),
    read: readUpdates,
  },
  compose: composeWhatsapp,
  send: sendWhatsapp,
  fetchMedia: fetchWhatsappMedia,
  signal: signalWhatsapp,
  templates: whatsappTemplates,
  link: (settings, start) => whatsappLink(settings, start, profiles.at(-1)!),
}

function capabilities({ profile }: Pick<Line, 'profile'>): Capabilities {
  const at = (name: string) => limit(profile, name)
  const files = ['image', 'video', 'audio', 'document'].map(kind => ({ types: typesOf(profile, `${kind}Types`), maxBytes: at(`${kind}MaxBytes`) }))
  return {
    text: { max: at('textMax') },
    buttons: { most: at('buttonsMost'), titleMax: at('buttonTitleMax') },
    list: { most: at('rowsMost'), titleMax: at('rowTitleMax'), descriptionMax: at('rowDescriptionMax') },
    files: [...files, { types: typesOf(profile, 'redrawnTypes'), maxBytes: at('imageMaxBytes') }],
    canLocate: true, canReact: false, hasTemplates: true, hasReadReceipts: true, hasTyping: true,
    windowHours: at('windowHours'), humanWindowHours: null, mayStart: true,
  }
}
