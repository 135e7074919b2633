import { Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import { MutationStartAppSessionArgs, MutationStartVisitorSessionArgs, StartAppSessionResult, StartVisitorSessionResult, VisitorSession, WidgetSettings } from '../../../contract.ts'
import { systemActor } from '../../../platform/actor.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import type { ContactService } from '../../contacts/index.ts'
import { visitorActor } from './visitor-actor.ts'
import type { VisitorSession as Started, VisitorSessionService } from './visitor-session.service.ts'

export interface VisitorSessionResolverOptions {
  sessions: VisitorSessionService
  contacts: ContactService
  units: Units
  onArrival: (tenantId: string) => void
}

@Resolver(() => VisitorSession)
export class VisitorSessionResolver {
  readonly #options: VisitorSessionResolverOptions

  constructor(options: VisitorSessionResolverOptions) {
    this.#options = options
  }

  /** Nobody is in a tenant yet who asks this, so it opens its units itself. */
  @Mutation(() => StartVisitorSessionResult)
  async startVisitorSession(
    @Args(() => MutationStartVisitorSessionArgs) { input }: MutationStartVisitorSessionArgs, @Ctx() ctx: Context,
  ) {
    return this.#enter(ctx, unit => this.#options.sessions.start(unit, input))
  }

  @Mutation(() => StartAppSessionResult)
  async startAppSession(@Args(() => MutationStartAppSessionArgs) { input }: MutationStartAppSessionArgs, @Ctx() ctx: Context) {
    return this.#enter(ctx, unit => this.#options.sessions.startInApp(unit, input))
  }

  async #enter(ctx: Context, start: (unit: Unit) => Promise<Started | Refusal>) {
    const { units, onArrival } = this.#options
    const started = await units.platform({ actor: systemActor() }, start)
    if (started instanceof Refusal) return started
    if (started.claims.verified) await this.#vouch(started)
    await ctx.become(visitorActor(started.claims))
    onArrival(started.claims.tenantId)
    return Object.assign(started, { __typename: 'VisitorSession' as const })
  }

  #vouch({ claims, formerExternalId }: Started) {
    const { contacts, units } = this.#options
    const actor = visitorActor(claims)
    return units.tenant({ tenantId: claims.tenantId, actor }, unit =>
      contacts.vouch(unit, formerExternalId, { ...claims, claims }))
  }

  @FieldResolver(() => WidgetSettings)
  settings(@Root() { site, claims }: Started) {
    const { tenantName, color, side, botName, texts } = site
    const { language } = claims
    return {
      tenantName, language, languages: texts.map(one => one.language), look: { color, side, botName },
      texts: texts.find(one => one.language === language) ?? texts[0],
    }
  }

  @FieldResolver(() => Boolean)
  verified(@Root() { claims }: Started) {
    return claims.verified
  }
}
