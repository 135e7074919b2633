import type { ProviderKind } from '../channel-kind.ts'
import type { ChannelAdapter } from './adapter.ts'
import { emailAdapter } from './email/email.adapter.ts'
import { instagramAdapter } from './instagram/instagram.adapter.ts'
import { messengerAdapter } from './messenger/messenger.adapter.ts'
import { smsAdapter } from './sms/sms.adapter.ts'
import { telegramAdapter } from './telegram/telegram.adapter.ts'
import { whatsappAdapter } from './whatsapp/whatsapp.adapter.ts'

/** Every kind of channel that the house speaks, one line each. */
export const adapters: Partial<Record<ProviderKind, ChannelAdapter>> = {
  WHATSAPP: whatsappAdapter,
  MESSENGER: messengerAdapter,
  INSTAGRAM: instagramAdapter,
  TELEGRAM: telegramAdapter,
  SMS: smsAdapter,
  EMAIL: emailAdapter,
}
