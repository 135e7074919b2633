import { Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  AddKnowledgeSourceResult, ChangeKnowledgeSourceResult, DeleteKnowledgeSourceResult, KnowledgeDocumentConnection, KnowledgeSource,
  KnowledgeSourceDocumentsArgs, MutationAddKnowledgeSourceArgs, MutationChangeKnowledgeSourceArgs, MutationDeleteKnowledgeSourceArgs,
  MutationReadKnowledgeSourceArgs, MutationRestoreKnowledgeSourceArgs, QueryKnowledgeSourceArgs, ReadKnowledgeSourceResult,
  RestoreKnowledgeSourceResult,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { NotFound } from '../../../platform/errors.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { listDocuments } from './document.queries.ts'
import { assertMayRead, listSources, loadSourceCounts, loadSources, type SourceRow } from './source.queries.ts'
import type { KnowledgeSourceService } from './source.service.ts'

@Resolver(() => KnowledgeSource)
export class KnowledgeSourceResolver {
  readonly #sources: KnowledgeSourceService

  constructor(sources: KnowledgeSourceService) {
    this.#sources = sources
  }

  @Query(() => [KnowledgeSource])
  knowledgeSources(@Ctx() ctx: Context) {
    return listSources(ctx.unit)
  }

  @Query(() => KnowledgeSource)
  knowledgeSource(@Args(() => QueryKnowledgeSourceArgs) { id }: QueryKnowledgeSourceArgs, @Ctx() ctx: Context) {
    assertMayRead(ctx.unit)
    return sourceById(ctx, id)
  }

  @Mutation(() => AddKnowledgeSourceResult)
  async addKnowledgeSource(@Args(() => MutationAddKnowledgeSourceArgs) { input }: MutationAddKnowledgeSourceArgs, @Ctx() ctx: Context) {
    const { name = null, url = null, knowledgeFileId = null, validFrom = null, validUntil = null } = input
    return answer(ctx, await ctx.change(unit => this.#sources.add(unit, { ...input, name, url, knowledgeFileId, validFrom, validUntil })))
  }

  @Mutation(() => ChangeKnowledgeSourceResult)
  async changeKnowledgeSource(@Args(() => MutationChangeKnowledgeSourceArgs) { input }: MutationChangeKnowledgeSourceArgs, @Ctx() ctx: Context) {
    const { url = null, knowledgeFileId = null, validFrom = null, validUntil = null } = input
    return answer(ctx, await ctx.change(unit => this.#sources.change(unit, { ...input, url, knowledgeFileId, validFrom, validUntil })))
  }

  @Mutation(() => ReadKnowledgeSourceResult)
  async readKnowledgeSource(@Args(() => MutationReadKnowledgeSourceArgs) { input }: MutationReadKnowledgeSourceArgs, @Ctx() ctx: Context) {
    return answer(ctx, await ctx.change(unit => this.#sources.read(unit, input.knowledgeSourceId)))
  }

  @Mutation(() => DeleteKnowledgeSourceResult)
  async deleteKnowledgeSource(@Args(() => MutationDeleteKnowledgeSourceArgs) { input }: MutationDeleteKnowledgeSourceArgs, @Ctx() ctx: Context) {
    const knowledgeSourceId = await ctx.change(unit => this.#sources.delete(unit, input.knowledgeSourceId))
    return { __typename: 'KnowledgeSourceDeleted', knowledgeSourceId }
  }

  @Mutation(() => RestoreKnowledgeSourceResult)
  async restoreKnowledgeSource(@Args(() => MutationRestoreKnowledgeSourceArgs) { input }: MutationRestoreKnowledgeSourceArgs, @Ctx() ctx: Context) {
    return answer(ctx, await ctx.change(unit => this.#sources.restore(unit, input.knowledgeSourceId)))
  }

  @FieldResolver(() => Int)
  async documentCount(@Root() { id }: SourceRow, @Ctx() ctx: Context) {
    return (await ctx.load(loadSourceCounts, id)).documents
  }

  @FieldResolver(() => Int)
  async problemCount(@Root() { id }: SourceRow, @Ctx() ctx: Context) {
    return (await ctx.load(loadSourceCounts, id)).problems
  }

  @FieldResolver(() => Int)
  async passageCount(@Root() { id }: SourceRow, @Ctx() ctx: Context) {
    return (await ctx.load(loadSourceCounts, id)).passages
  }

  @FieldResolver(() => KnowledgeDocumentConnection)
  documents(@Root() { id }: SourceRow, @Args(() => KnowledgeSourceDocumentsArgs) args: KnowledgeSourceDocumentsArgs, @Ctx() ctx: Context) {
    return listDocuments(ctx.unit, id, args)
  }
}

export async function sourceById(ctx: Context, id: string) {
  const source = await ctx.load(loadSources, id)
  if (!source) throw new NotFound('The source')
  return Object.assign(source, { __typename: 'KnowledgeSource' as const })
}

const answer = (ctx: Context, result: string | Refusal) => (result instanceof Refusal ? result : sourceById(ctx, result))
