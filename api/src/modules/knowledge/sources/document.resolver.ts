import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import {
  KnowledgeDocument, KnowledgeDocumentPassagesArgs, KnowledgePassage, KnowledgePassageConnection, KnowledgeSource, QueryKnowledgeDocumentArgs,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { NotFound } from '../../../platform/errors.ts'
import { listPassages, loadDocuments, type DocumentRow, type PassageRow } from './document.queries.ts'
import { assertMayRead } from './source.queries.ts'
import { sourceById } from './source.resolver.ts'

@Resolver(() => KnowledgeDocument)
export class KnowledgeDocumentResolver {
  @Query(() => KnowledgeDocument)
  knowledgeDocument(@Args(() => QueryKnowledgeDocumentArgs) { id }: QueryKnowledgeDocumentArgs, @Ctx() ctx: Context) {
    assertMayRead(ctx.unit)
    return documentById(ctx, id)
  }

  @FieldResolver(() => KnowledgeSource)
  source(@Root() { sourceId }: DocumentRow, @Ctx() ctx: Context) {
    return sourceById(ctx, sourceId)
  }

  @FieldResolver(() => KnowledgePassageConnection)
  passages(@Root() { id }: DocumentRow, @Args(() => KnowledgeDocumentPassagesArgs) args: KnowledgeDocumentPassagesArgs, @Ctx() ctx: Context) {
    return listPassages(ctx.unit, id, args)
  }
}

@Resolver(() => KnowledgePassage)
export class KnowledgePassageResolver {
  @FieldResolver(() => KnowledgeDocument)
  document(@Root() { documentId }: PassageRow, @Ctx() ctx: Context) {
    return documentById(ctx, documentId)
  }
}

async function documentById(ctx: Context, id: string) {
  const document = await ctx.load(loadDocuments, id)
  if (!document) throw new NotFound('The document')
  return document
}
