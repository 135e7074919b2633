import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { MutationWriteAnswerArgs, WrittenAnswer } from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import type { WriteAnswerService } from './write-answer.service.ts'

@Resolver(() => WrittenAnswer)
export class WriteAnswerResolver {
  readonly #answers: WriteAnswerService

  constructor(answers: WriteAnswerService) {
    this.#answers = answers
  }

  /** The unit is over before the model is asked. */
  @Mutation(() => WrittenAnswer)
  async writeAnswer(@Args(() => MutationWriteAnswerArgs) { input }: MutationWriteAnswerArgs, @Ctx() ctx: Context) {
    return this.#answers.write(await ctx.change(unit => this.#answers.look(unit, input)))
  }
}
