import { isSame } from '../../../../platform/crypto.ts'
import type { Capabilities, ChannelAdapter, Line, Settings } from '../adapter.ts'
import profiles from './profile.json' with { type: 'json' }
import { checkTelegram, connectTelegram, disconnectTelegram } from './telegram-account.ts'
import { askTelegram } from './telegram-api.ts'
import { composeTelegram } from './telegram-compose.ts'
import { callbackPrefix } from './telegram-ids.ts'
import { fetchTelegramMedia } from './telegram-media.ts'
import { sendTelegram } from './telegram-send.ts'
import { readTelegram } from './telegram-updates.ts'

/** A bot of Telegram's. */
export const telegramAdapter: ChannelAdapter = {
  kind: 'TELEGRAM',
  fields: [
    { name: 'botToken', isSecret: true, pattern: /^\d{3,20}:[A-Za-z0-9_-]{20,100}$/ },
    // Filled in by the check.
    { name: 'botUsername', isOptional: true, pattern: /^[A-Za-z0-9_]{3,64}$/ },
  ],
  profiles,
  vouchesForPhones: true,
  capabilities,
  accountKey: ({ botToken = '' }) => botToken.split(':')[0]!,
  check: checkTelegram,
  connect: connectTelegram,
  disconnect: disconnectTelegram,
  webhook: {
    secretShape: /^[A-Za-z0-9_-]{1,256}$/,
    isGenuine: ({ headers }, { verifyToken }) => verifyToken !== '' && isSame(String(headers['x-telegram-bot-api-secret-token'] ?? ''), verifyToken),
    read: readTelegram,
  },
  compose: composeTelegram,
  send: sendTelegram,
  fetchMedia: fetchTelegramMedia,
  // Telegram tells nobody that a message was read.
  signal: async ({ kind, to }, line) => {
    if (kind === 'TYPING') await askTelegram(line, 'sendChatAction', { chat_id: Number(to), action: 'typing' })
  },
  acknowledge: async ({ externalId }, line) => {
    if (!externalId.startsWith(callbackPrefix)) return
    await askTelegram(line, 'answerCallbackQuery', { callback_query_id: externalId.slice(callbackPrefix.length) })
  },
  link,
}

/** The bot is found by its name, which the check has told. */
function link({ botUsername }: Settings, { token }: { token: string }): string {
  if (!botUsername) throw new Error('The name of the bot is not known before it was checked.')
  return `${profiles.at(-1)!.limits.linkUrl}/${botUsername}?start=${encodeURIComponent(token)}`
}

function capabilities({ profile }: Line): Capabilities {
  const { textMax, buttonsMost, buttonTitleMax, captionMax, uploadBytes } = profile.limits
  const buttons = { most: Number(buttonsMost), titleMax: Number(buttonTitleMax) }
  return {
    text: { max: Number(textMax) }, buttons, list: { ...buttons, descriptionMax: Number(captionMax) },
    files: [{ types: ['*/*'], maxBytes: Number(uploadBytes) }],
    canLocate: true, canReact: true, hasTemplates: false, hasReadReceipts: false, hasTyping: true,
    windowHours: null, humanWindowHours: null, mayStart: false,
  }
}
