import type { ChannelAdapter, Line } from '../../src/modules/channels/adapters/adapter.ts'
import { profilesOf } from '../../src/modules/channels/adapters/profile.ts'
import { providerHttp } from '../../src/modules/channels/adapters/provider-http.ts'
import type { ProviderDouble } from './double.ts'

/** An account of a double's, as an adapter is given it. */
export function lineOf({ profiles }: ChannelAdapter, { settings, profile }: Pick<ProviderDouble, 'settings' | 'profile'>): Line {
  return {
    channelAccountId: '018f0000-0000-7000-8000-000000000001', settings: { ...settings }, profile: profilesOf(profiles, [profile]).at(-1)!, http: providerHttp,
    now: new Date(), publicUrl: 'https://chat.example.com', webhookUrl: 'https://chat.example.com/hooks/x',
  }
}
