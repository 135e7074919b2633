import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { ElenaModel, Intent, Language, QueryUnderstandArgs, RankedIntent, Understanding } from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { loadIntentsByName } from './intent.queries.ts'
import { languageOfCode } from './languages.ts'
import { modelById } from './learnt-model.resolver.ts'
import { timeZoneOf } from './time-zone.ts'
import type { Reading, UnderstandingService } from './understanding.service.ts'

@Resolver(() => Understanding)
export class UnderstandingResolver {
  readonly #understanding: UnderstandingService

  constructor(understanding: UnderstandingService) {
    this.#understanding = understanding
  }

  @Query(() => Understanding, { nullable: true })
  async understand(@Args(() => QueryUnderstandArgs) args: QueryUnderstandArgs, @Ctx() ctx: Context) {
    return this.#understanding.understand(ctx.unit, { ...args, timeZone: await timeZoneOf(ctx.unit) })
  }

  @FieldResolver(() => ElenaModel, { nullable: true })
  model(@Root() { modelId }: Reading, @Ctx() ctx: Context) {
    return modelId && modelById(ctx, modelId)
  }

  @FieldResolver(() => Boolean)
  isPrototype(@Root() { modelId }: Reading) {
    return modelId === null
  }

  @FieldResolver(() => Language)
  language(@Root() { language }: Reading) {
    return languageOfCode(language)
  }
}

@Resolver(() => RankedIntent)
export class RankedIntentResolver {
  @FieldResolver(() => String)
  name(@Root() { intent }: { intent: string }) {
    return intent
  }

  @FieldResolver(() => Intent, { nullable: true })
  intent(@Root() { intent }: { intent: string }, @Ctx() ctx: Context) {
    return ctx.load(loadIntentsByName, intent)
  }
}
