import { ChannelAccount, WebChannel } from './account/channel-account.entity.ts'
import { AppToken } from './apps/app-token.entity.ts'
import { ChannelLink } from './links/link.entity.ts'
import { ProviderChannel } from './provider/provider-channel.entity.ts'

export const channelEntities = [ChannelAccount, WebChannel, ProviderChannel, ChannelLink, AppToken]
