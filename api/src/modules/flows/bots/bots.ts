import { systemActor } from '../../../platform/actor.ts'
import type { Broadcast } from '../../../platform/broadcast.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Units } from '../../../platform/units.ts'
import type { PublishedBots } from '../run/published-bots.ts'
import { BotReviewService } from '../golive/bot-review.service.ts'
import { BotApprovalResolver, BotReviewResolver, GoLiveResolver } from '../golive/golive.resolver.ts'
import { GoLiveService } from '../golive/golive.service.ts'
import { ReadyBots } from '../golive/ready-bots.ts'
import { BotChannelResolver, BotChannelsResolver, BotChannelTakenResolver } from '../serving/bot-channel.resolver.ts'
import { BotChannelService } from '../serving/bot-channel.service.ts'
import { ServedBots } from '../serving/served-bots.ts'
import { BotDiffResolver } from '../versions/bot-diff.resolver.ts'
import { BotVersionResolver, BotVersionsResolver, VersionRestoredResolver } from '../versions/bot-version.resolver.ts'
import { LiveBots } from '../versions/live-bots.ts'
import { PublishingService } from '../versions/publishing.service.ts'
import { RestoringService } from '../versions/restoring.service.ts'
import { BotFindingResolver, BotResolver, BotSettingsChangedMeanwhileResolver } from './bot.resolver.ts'
import { BotService } from './bot.service.ts'
import { tidyBots } from './bot.tidy.ts'
import { BotDraftChangeResolver, BotFlowResolver, FlowChangedMeanwhileResolver, FlowDeletedResolver } from './bot-flow.resolver.ts'
import { BotFlowService } from './bot-flow.service.ts'
import type { BotTemplates } from './bot-templates.ts'
import { BotTestDeletedResolver, BotTestResolver } from './bot-test.resolver.ts'
import { BotTestService } from './bot-test.service.ts'
import { DraftNews } from './draft-news.ts'
import { FlowEditors } from './flow-editors.ts'
import type { PublishingChecks } from './publishing-checks.ts'

export interface BotsOptions {
  units: Units
  broadcast: Broadcast
  clock: Clock
  checks: PublishingChecks
  templates: BotTemplates
  /** What the versions that run may take of this process's memory, in bytes. */
  memory: number
}

export interface Bots {
  resolvers: object[]
  /** What changes in drafts, for subscriptions. */
  drafts: DraftNews
  /** Which bot answers on a channel, and the versions that run. */
  published: PublishedBots
  /** Bots of sectors for companies that are made to be looked at. */
  ready: ReadyBots
  /** What nobody needs any more goes. */
  tidy(): Promise<void>
}

/** Builds bots, their versions and their going live, for the composition root. */
export function createBots({ units, broadcast, clock, checks, templates, memory }: BotsOptions): Bots {
  const news = new DraftNews(broadcast)
  const served = new ServedBots(broadcast)
  const live = new LiveBots({ bytes: memory })
  const bots = new BotService({ templates, news })
  const flows = new BotFlowService({ news })
  const publishing = new PublishingService({ checks, news, served })
  const restoring = new RestoringService({ news })
  const golive = new GoLiveService({ publishing, served })
  const channels = new BotChannelService({ served })
  const editors = new FlowEditors({ broadcast, clock })
  return {
    drafts: news,
    ready: new ReadyBots({ bots, templates, publishing, golive, channels }),
    published: {
      serving: (unit, channelAccountId) => served.for(unit, channelAccountId), compiled: (unit, versionId) => live.get(unit, versionId),
      async standing(unit, { channelAccountId, versionId }) {
        const botId = await live.botOf(unit, versionId)
        return botId ? served.standing(unit, { channelAccountId, botId }) : 'GONE'
      },
    },
    resolvers: [
      new BotResolver({ bots, publishing, templates }), new BotFindingResolver(), new BotSettingsChangedMeanwhileResolver(),
      new BotFlowResolver({ flows, editors, news }), new FlowChangedMeanwhileResolver(), new FlowDeletedResolver(), new BotDraftChangeResolver(),
      new BotTestResolver(new BotTestService({ news })), new BotTestDeletedResolver(),
      new BotVersionResolver({ publishing, restoring, golive }), new BotVersionsResolver(), new VersionRestoredResolver(), new BotDiffResolver(),
      new GoLiveResolver(golive), new BotApprovalResolver(), new BotReviewResolver(new BotReviewService()),
      new BotChannelResolver(channels), new BotChannelsResolver(), new BotChannelTakenResolver(),
    ],
    tidy: () => units.platform({ actor: systemActor() }, tidyBots),
  }
}
