import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { Letter, LetterConnection, QueryLettersArgs } from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { listLetters, type LetterRow } from './letter.queries.ts'

@Resolver(() => Letter)
export class LetterResolver {
  @Query(() => LetterConnection)
  letters(@Args(() => QueryLettersArgs) args: QueryLettersArgs, @Ctx() ctx: Context) {
    return listLetters(ctx.unit, args)
  }

  @FieldResolver(() => String, { nullable: true })
  url(@Root() { id, storageKey }: LetterRow) {
    return storageKey && `/letters/${id}`
  }
}
