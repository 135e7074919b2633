import { messagingAdapter } from '../meta-messaging/messaging-adapter.ts'
import profiles from './profile.json' with { type: 'json' }

/** Messages to a page on Facebook. */
export const messengerAdapter = messagingAdapter({
  kind: { kind: 'MESSENGER', platform: 'messenger', accountField: 'pageId', accountFields: 'name,username', personFields: 'first_name,last_name,locale' },
  profiles,
  chatName: ({ pageId = '' }) => pageId,
})
