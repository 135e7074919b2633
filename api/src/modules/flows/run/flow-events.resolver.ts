import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { MutationTellBotEventArgs, TellBotEventResult } from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { FlowEvents } from './flow-events.ts'

@Resolver()
export class FlowEventsResolver {
  readonly #events: FlowEvents

  constructor(events: FlowEvents) {
    this.#events = events
  }

  @Mutation(() => TellBotEventResult)
  async tellBotEvent(@Args(() => MutationTellBotEventArgs) { input }: MutationTellBotEventArgs, @Ctx() ctx: Context) {
    const told = await ctx.change(unit => this.#events.tellByHand(unit, input))
    return told instanceof Refusal ? told : { __typename: 'BotEventTold', ...told }
  }
}
