import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import {
  MutationRunBotTestsArgs, MutationSimulateBotArgs, MutationTestFromConversationArgs, RunBotTestsResult, SimulateBotResult, TestFromConversationResult,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { DraftTests } from '../testing/draft-tests.ts'
import type { SimulationService } from './simulation.service.ts'
import { shownSimulation } from './shown-simulation.ts'
import type { Simulator } from './simulation.ts'

@Resolver()
export class SimulationResolver {
  readonly #simulations: SimulationService
  readonly #simulator: Simulator
  readonly #draftTests: Pick<DraftTests, 'keep'>

  constructor({ simulations, simulator, draftTests }: { simulations: SimulationService; simulator: Simulator; draftTests: Pick<DraftTests, 'keep'> }) {
    this.#simulations = simulations
    this.#simulator = simulator
    this.#draftTests = draftTests
  }

  /** The unit is over before anything is played: systems may be asked. */
  @Mutation(() => SimulateBotResult)
  async simulateBot(@Args(() => MutationSimulateBotArgs) { input }: MutationSimulateBotArgs, @Ctx() ctx: Context) {
    const prepared = await this.#simulations.prepare(ctx.unit, input)
    if (prepared instanceof Refusal) return prepared
    await ctx.close()
    const simulation = await this.#simulator.play(prepared)
    const calls = simulation.asked.filter(({ from, connector }) => from === 'SYSTEM' && connector !== 'knowledge' && connector !== 'appointments')
    if (calls.length > 0) {
      const asked = calls.map(({ connector, operation }) => `${connector}.${operation}`)
      await ctx.change(async unit => unit.audit({ action: 'bot.simulated', targetType: 'bot', targetId: input.botId, detail: { asked } }))
    }
    return shownSimulation(simulation)
  }

  @Mutation(() => RunBotTestsResult)
  async runBotTests(@Args(() => MutationRunBotTestsArgs) { input }: MutationRunBotTestsArgs, @Ctx() ctx: Context) {
    const prepared = await this.#simulations.prepareTests(ctx.unit, input)
    if (prepared instanceof Refusal) return prepared
    await ctx.close()
    const outcomes = await this.#simulations.run(prepared.draft, prepared.tests)
    const { draftRevision } = prepared.draft
    if (input.document == null && !input.keys) await ctx.change(unit => this.#draftTests.keep(unit, { botId: input.botId, draftRevision, outcomes }))
    const passedCount = outcomes.filter(({ passed }) => passed).length
    return {
      __typename: 'BotTestRun' as const, draftRevision, passedCount, failedCount: outcomes.length - passedCount,
      outcomes,
    }
  }

  @Mutation(() => TestFromConversationResult)
  async testFromConversation(@Args(() => MutationTestFromConversationArgs) { input }: MutationTestFromConversationArgs, @Ctx() ctx: Context) {
    const prepared = await this.#simulations.fromConversation(ctx.unit, input)
    if (prepared instanceof Refusal) return prepared
    await ctx.close()
    return { __typename: 'BotTestProposal' as const, ...await this.#simulations.settle(prepared) }
  }
}
