import { Args, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import {
  MutationChangeMyLanguageArgs,
  MutationEndSessionArgs,
  MutationEnterAsSupportArgs,
  MutationEnterTenantArgs,
  Session,
  User,
  Viewer,
} from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import type { Units } from '../../platform/units.ts'
import type { FrontDoor } from './front-door.ts'
import type { SessionService } from './session.service.ts'
import { userIdOf } from './two-factor.service.ts'
import type { ViewerService } from './viewer.service.ts'
import { sessionIdOf, type WorkplaceService } from './workplace.service.ts'

interface ViewerResolverParts {
  units: Units
  door: FrontDoor
  viewers: ViewerService
  sessions: SessionService
  workplaces: WorkplaceService
}

@Resolver()
export class ViewerResolver {
  readonly #parts: ViewerResolverParts

  constructor(parts: ViewerResolverParts) {
    this.#parts = parts
  }

  @Query(() => Viewer, { nullable: true })
  viewer(@Ctx() { actor }: Context) {
    return this.#parts.viewers.view(actor)
  }

  @Query(() => [Session])
  sessions(@Ctx() { actor }: Context) {
    return this.#parts.viewers.sessions(actor)
  }

  @Mutation(() => User)
  changeMyLanguage(
    @Args(() => MutationChangeMyLanguageArgs) { language }: MutationChangeMyLanguageArgs,
    @Ctx() { actor }: Context,
  ) {
    return this.#parts.viewers.changeLanguage(actor, language)
  }

  @Mutation(() => Boolean)
  async endSession(@Args(() => MutationEndSessionArgs) { id }: MutationEndSessionArgs, @Ctx() ctx: Context) {
    const ended = await this.#end(ctx, { id, userId: userIdOf(ctx.actor) })
    if (ended && id === sessionIdOf(ctx.actor)) await this.#parts.door.letOut(ctx)
    return ended > 0
  }

  @Mutation(() => Boolean)
  async signOut(@Ctx() ctx: Context) {
    const ended = 'sessionId' in ctx.actor ? await this.#end(ctx, { id: ctx.actor.sessionId }) : 0
    await this.#parts.door.letOut(ctx)
    return ended > 0
  }

  @Mutation(() => Boolean)
  async signOutEverywhere(@Ctx() ctx: Context) {
    const ended = await this.#end(ctx, { userId: userIdOf(ctx.actor) })
    await this.#parts.door.letOut(ctx)
    return ended > 0
  }

  @Mutation(() => Viewer)
  async enterTenant(
    @Args(() => MutationEnterTenantArgs) { tenantId }: MutationEnterTenantArgs,
    @Ctx() ctx: Context,
  ) {
    return this.#parts.door.goOnAs(ctx, await this.#parts.workplaces.enterTenant(ctx.actor, tenantId))
  }

  @Mutation(() => Viewer)
  async enterAsSupport(
    @Args(() => MutationEnterAsSupportArgs) { input }: MutationEnterAsSupportArgs,
    @Ctx() ctx: Context,
  ) {
    return this.#parts.door.goOnAs(ctx, await this.#parts.workplaces.enterAsSupport(ctx.actor, input))
  }

  @Mutation(() => Viewer)
  async leaveTenant(@Ctx() ctx: Context) {
    return this.#parts.door.goOnAs(ctx, await this.#parts.workplaces.leaveTenant(ctx.actor))
  }

  #end({ actor }: Context, which: Parameters<SessionService['end']>[1]) {
    return this.#parts.units.platform({ actor }, unit => this.#parts.sessions.end(unit, which))
  }
}
