import type { ProviderKind } from '../channel-kind.ts'
import type { ChannelAdapter } from './adapter.ts'
import { emailAdapter } from './email/email.adapter.ts'

/** Every kind of channel that the house speaks, one line each. */
export const adapters: Partial<Record<ProviderKind, ChannelAdapter>> = {
  EMAIL: emailAdapter,
}
