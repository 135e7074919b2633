import { forget } from '@botpro/ui/graphql/cache.ts'

export const linksUpdates = {
  createChannelLink: forget('channelLinks'),
  deleteChannelLink: forget('channelLinks'),
  removeLinkLogo: forget('linkLogo'),
}
