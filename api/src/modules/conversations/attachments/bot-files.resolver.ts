import { Args, Ctx, Query, Resolver } from 'type-graphql'
import { Attachment, QueryBotFilesArgs } from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { mayReadSettings } from '../conversation.policy.ts'
import { botFilesById } from './bot-files.store.ts'

@Resolver()
export class BotFilesResolver {
  @Query(() => [Attachment])
  botFiles(@Args(() => QueryBotFilesArgs) { ids }: QueryBotFilesArgs, @Ctx() { unit }: Context) {
    if (!mayReadSettings(unit.actor)) throw new Forbidden()
    return botFilesById(unit, ids)
  }
}
