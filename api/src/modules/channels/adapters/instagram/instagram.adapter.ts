import { messagingAdapter } from '../meta-messaging/messaging-adapter.ts'
import profiles from './profile.json' with { type: 'json' }

/** Direct messages to a professional account on Instagram, by its own login. */
export const instagramAdapter = messagingAdapter({
  kind: { kind: 'INSTAGRAM', platform: 'instagram', accountField: 'instagramId', accountFields: 'name,username', personFields: 'name,username' },
  profiles,
  // Its check told the name.
  chatName: ({ username = '' }) => username,
})
