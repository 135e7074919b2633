import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  AddFaqWordingsResult, ChangeFaqResult, CreateFaqResult, DeleteFaqsResult, Faq, FaqClash, FaqConnection, FaqExport, FaqState, ImportFaqsResult,
  Member, MutationAddFaqWordingsArgs, MutationChangeFaqArgs, MutationCreateFaqArgs, MutationDeleteFaqsArgs, MutationImportFaqsArgs,
  MutationRestoreFaqsArgs, QueryCheckFaqArgs, QueryExportFaqsArgs, QueryFaqArgs, QueryFaqsArgs, RestoreFaqsResult,
} from '../../../contract.ts'
import type { FaqInput } from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { NotFound } from '../../../platform/errors.ts'
import { InvalidInput, Refusal } from '../../../platform/refusal.ts'
import { loadMembers } from '../../identity/index.ts'
import type { AnswerService } from '../answer.service.ts'
import type { FaqImportService } from './faq-import.service.ts'
import { assertMayRead, listFaqs, loadFaqs, loadToday, stateOn, type FaqRow } from './faq.queries.ts'
import type { FaqService } from './faq.service.ts'

export interface FaqResolverParts {
  faqs: FaqService
  files: FaqImportService
  answers: Pick<AnswerService, 'check'>
}

@Resolver(() => Faq)
export class FaqResolver {
  readonly #parts: FaqResolverParts

  constructor(parts: FaqResolverParts) {
    this.#parts = parts
  }

  @Query(() => FaqConnection)
  faqs(@Args(() => QueryFaqsArgs) args: QueryFaqsArgs, @Ctx() ctx: Context) {
    return listFaqs(ctx.unit, args)
  }

  @Query(() => Faq)
  faq(@Args(() => QueryFaqArgs) { id }: QueryFaqArgs, @Ctx() ctx: Context) {
    assertMayRead(ctx.unit)
    return faqById(ctx, id)
  }

  @Query(() => [FaqClash])
  async checkFaq(@Args(() => QueryCheckFaqArgs) { input }: QueryCheckFaqArgs, @Ctx() ctx: Context) {
    const clashes = await this.#parts.answers.check(ctx.unit, input)
    const faqs = await Promise.all(clashes.map(({ faqId }) => ctx.load(loadFaqs, faqId)))
    // One that was deleted a moment ago clashes with nothing.
    return clashes.map((clash, at) => ({ ...clash, faq: faqs[at] })).filter(({ faq }) => faq)
  }

  @Query(() => FaqExport)
  exportFaqs(@Args(() => QueryExportFaqsArgs) { format }: QueryExportFaqsArgs, @Ctx() ctx: Context) {
    return this.#parts.files.export(ctx.unit, format)
  }

  @Mutation(() => CreateFaqResult)
  async createFaq(@Args(() => MutationCreateFaqArgs) { input }: MutationCreateFaqArgs, @Ctx() ctx: Context) {
    return answer(ctx, await ctx.change(unit => this.#parts.faqs.create(unit, { ...input, faq: typed(input.faq) })))
  }

  @Mutation(() => ChangeFaqResult)
  async changeFaq(@Args(() => MutationChangeFaqArgs) { input }: MutationChangeFaqArgs, @Ctx() ctx: Context) {
    return answer(ctx, await ctx.change(unit => this.#parts.faqs.change(unit, { ...input, faq: typed(input.faq) })))
  }

  @Mutation(() => AddFaqWordingsResult)
  async addFaqWordings(@Args(() => MutationAddFaqWordingsArgs) { input }: MutationAddFaqWordingsArgs, @Ctx() ctx: Context) {
    const gained = await ctx.change(unit => this.#parts.faqs.addWordings(unit, input.faqId, input.wordings))
    return gained instanceof InvalidInput ? gained : faqById(ctx, input.faqId)
  }

  @Mutation(() => DeleteFaqsResult)
  async deleteFaqs(@Args(() => MutationDeleteFaqsArgs) { input }: MutationDeleteFaqsArgs, @Ctx() ctx: Context) {
    const faqIds = await ctx.change(unit => this.#parts.faqs.delete(unit, input.faqIds))
    return faqIds instanceof Refusal ? faqIds : { __typename: 'FaqsDeleted', faqIds }
  }

  @Mutation(() => RestoreFaqsResult)
  async restoreFaqs(@Args(() => MutationRestoreFaqsArgs) { input }: MutationRestoreFaqsArgs, @Ctx() ctx: Context) {
    const faqIds = await ctx.change(unit => this.#parts.faqs.restore(unit, input.faqIds))
    if (faqIds instanceof Refusal) return faqIds
    return { __typename: 'FaqsRestored', faqs: await Promise.all(faqIds.map(id => faqById(ctx, id))) }
  }

  @Mutation(() => ImportFaqsResult)
  async importFaqs(@Args(() => MutationImportFaqsArgs) { input }: MutationImportFaqsArgs, @Ctx() ctx: Context) {
    const done = await ctx.change(unit => this.#parts.files.import(unit, input))
    return done instanceof Refusal ? done : { __typename: 'FaqImport', ...done }
  }

  @FieldResolver(() => FaqState)
  async state(@Root() faq: FaqRow, @Ctx() ctx: Context) {
    return stateOn(await ctx.load(loadToday, ''), faq)
  }

  @FieldResolver(() => Member, { nullable: true })
  changedBy(@Root() { changedById }: FaqRow, @Ctx() ctx: Context) {
    return changedById && ctx.load(loadMembers, changedById)
  }
}

const typed = ({ validFrom = null, validUntil = null, ...faq }: FaqInput) => ({ ...faq, validFrom, validUntil })

async function faqById(ctx: Context, id: string) {
  const faq = await ctx.load(loadFaqs, id)
  if (!faq) throw new NotFound('The question')
  return Object.assign(faq, { __typename: 'Faq' as const })
}

const answer = (ctx: Context, result: string | Refusal) => (result instanceof Refusal ? result : faqById(ctx, result))
