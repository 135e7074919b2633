import { Args, Ctx, Query, Resolver } from 'type-graphql'
import { KnowledgeAnswer, KnowledgeSummary, QueryAnswerArgs } from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import type { AnswerService } from './answer.service.ts'
import type { FoundItem } from './answering/content.ts'
import { loadFaqs } from './faqs/faq.queries.ts'
import { loadPassages } from './sources/document.queries.ts'

@Resolver()
export class AnswerResolver {
  readonly #answers: AnswerService

  constructor(answers: AnswerService) {
    this.#answers = answers
  }

  @Query(() => KnowledgeAnswer)
  async answer(@Args(() => QueryAnswerArgs) args: QueryAnswerArgs, @Ctx() ctx: Context) {
    const { found, ...answer } = await this.#answers.answer(ctx.unit, args)
    const loaded = await Promise.all(found.map(item => loadedItem(ctx, item)))
    const there = loaded.filter(item => item !== undefined)
    const [first] = there
    return { ...answer, found: there, best: first && first.confidence >= answer.threshold ? first : null }
  }

  @Query(() => KnowledgeSummary)
  knowledgeSummary(@Ctx() ctx: Context) {
    return this.#answers.summary(ctx.unit)
  }
}

/** With its rows as they are now; nothing where it was deleted a moment ago. */
async function loadedItem(ctx: Context, item: FoundItem) {
  if (item.kind === 'FAQ') {
    const faq = await ctx.load(loadFaqs, item.id)
    return faq && { ...item, faq, passage: null }
  }
  const passage = await ctx.load(loadPassages, item.id)
  return passage && { ...item, faq: null, passage: { passage, sentence: item.sentence, words: item.spans } }
}
