import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import {
  ChangeQuoteInput, ChangeQuoteResult, QuoteContractInput, QuoteContractResult, QuotePreviewInput, QuotePreviewResult, QuoteRenewalInput, QuoteRenewalResult, SendQuoteInput, SendQuoteResult,
  WithdrawQuoteInput, WithdrawQuoteResult,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { contractAnswer } from '../contract/contract-answer.ts'
import { linesView, totalsView } from './quote-view.ts'
import type { QuoteService } from './quote.service.ts'

@Resolver()
export class QuoteResolver {
  readonly #quotes: QuoteService

  constructor(quotes: QuoteService) {
    this.#quotes = quotes
  }

  @Query(() => QuotePreviewResult)
  async quotePreview(@Arg('input', () => QuotePreviewInput) input: QuotePreviewInput, @Ctx() ctx: Context) {
    const seen = await this.#quotes.preview(ctx.unit, input)
    if (seen instanceof Refusal) return seen
    return { __typename: 'QuotePreview', lines: linesView(seen.quoted, seen), totals: totalsView(seen.quoted, seen), validUntil: seen.validUntil }
  }

  @Mutation(() => QuoteContractResult)
  async quoteContract(@Arg('input', () => QuoteContractInput) input: QuoteContractInput, @Ctx() ctx: Context) {
    return contractAnswer(ctx, await ctx.change(unit => this.#quotes.quote(unit, input)))
  }

  @Mutation(() => QuoteRenewalResult)
  async quoteRenewal(@Arg('input', () => QuoteRenewalInput) input: QuoteRenewalInput, @Ctx() ctx: Context) {
    return contractAnswer(ctx, await ctx.change(unit => this.#quotes.quoteRenewal(unit, input)))
  }

  @Mutation(() => ChangeQuoteResult)
  async changeQuote(@Arg('input', () => ChangeQuoteInput) input: ChangeQuoteInput, @Ctx() ctx: Context) {
    return contractAnswer(ctx, await ctx.change(unit => this.#quotes.change(unit, input)))
  }

  @Mutation(() => SendQuoteResult)
  async sendQuote(@Arg('input', () => SendQuoteInput) input: SendQuoteInput, @Ctx() ctx: Context) {
    return contractAnswer(ctx, await ctx.change(unit => this.#quotes.send(unit, input)))
  }

  @Mutation(() => WithdrawQuoteResult)
  async withdrawQuote(@Arg('input', () => WithdrawQuoteInput) input: WithdrawQuoteInput, @Ctx() ctx: Context) {
    return contractAnswer(ctx, await ctx.change(unit => this.#quotes.withdraw(unit, input)))
  }
}
