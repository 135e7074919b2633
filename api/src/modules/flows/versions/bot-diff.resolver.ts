import { Args, Ctx, Query, Resolver } from 'type-graphql'
import type { BotContent } from '@botpro/graphql/flows'
import { BotDiff, QueryVersionDiffArgs } from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { draftOf } from '../bots/bot.queries.ts'
import { botById } from '../bots/bot.resolver.ts'
import { diffBots } from './bot-diff.ts'
import { shownDiff } from './shown-diff.ts'
import { versionContent, type BotVersionRow } from './bot-version.queries.ts'
import { versionOfBot } from './bot-version.resolver.ts'

@Resolver(() => BotDiff)
export class BotDiffResolver {
  @Query(() => BotDiff)
  async versionDiff(@Args(() => QueryVersionDiffArgs) { botId, fromVersionId, toVersionId }: QueryVersionDiffArgs, @Ctx() ctx: Context) {
    await botById(ctx, botId)
    const from = fromVersionId ? await versionOfBot(ctx, botId, fromVersionId) : null
    const to = toVersionId ? await versionOfBot(ctx, botId, toVersionId) : null
    const [before, after] = [await contentOf(ctx, botId, from), await contentOf(ctx, botId, to)]
    return { from, to, ...shownDiff(diffBots(before, after)) }
  }
}

const contentOf = async (ctx: Context, botId: string, version: BotVersionRow | null): Promise<BotContent> =>
  (version ? await versionContent(ctx.unit, version.id) : await draftOf(ctx.unit, botId)).content
