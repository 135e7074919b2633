import type { Sealer } from '../../platform/crypto.ts'
import type { Units } from '../../platform/units.ts'
import type { ContactService } from '../contacts/index.ts'
import { AppChannelResolver, AppTokenResolver } from './apps/app-channel.resolver.ts'
import { AppChannelService } from './apps/app-channel.service.ts'
import { ChannelAccountResolver, ContactIdentityChannelResolver, WebChannelResolver } from './account/channel-account.resolver.ts'
import { ChannelAccountService } from './account/channel-account.service.ts'
import { ChannelLinkResolver } from './links/link.resolver.ts'
import { LinkService } from './links/link.service.ts'
import { VisitorSessionResolver } from './web/visitor-session.resolver.ts'
import { VisitorSessionService } from './web/visitor-session.service.ts'
import type { VisitorTokens } from './web/visitor-token.ts'

export interface ChannelParts {
  units: Units
  sealer: Sealer
  tokens: VisitorTokens
  contacts: ContactService
  /** How browsers reach us, as known when asked: the port may be any free one. */
  publicUrl: () => string
  /** A visitor of the tenant's is there. */
  onArrival: (tenantId: string) => void
}

/** For the composition root. */
export function channelResolvers({ units, sealer, tokens, contacts, publicUrl, onArrival }: ChannelParts): object[] {
  const sessions = new VisitorSessionService({ tokens, sealer })
  return [
    new ChannelAccountResolver(new ChannelAccountService({ sealer })),
    new WebChannelResolver(publicUrl), new ContactIdentityChannelResolver(),
    new AppChannelResolver({ apps: new AppChannelService(), publicUrl }), new AppTokenResolver(),
    new ChannelLinkResolver({ links: new LinkService(), publicUrl }),
    new VisitorSessionResolver({ sessions, contacts, units, onArrival }),
  ]
}
