import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  AddPhrasesResult, ChangePhraseResult, ConflictingPhrase, DeletePhrasesResult, DuplicatePhrase, Intent, MovePhrasesResult,
  MutationAddPhrasesArgs, MutationChangePhraseArgs, MutationDeletePhrasesArgs, MutationMovePhrasesArgs, MutationRestorePhrasesArgs,
  Phrase, PhraseCheck, PhraseClash, QueryPhraseCheckArgs, RestorePhrasesResult,
} from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { NotFound } from '../../platform/errors.ts'
import { Refusal } from '../../platform/refusal.ts'
import { intentById } from './intent.resolver.ts'
import { loadPhrases, type PhraseRow } from './phrase.queries.ts'
import type { PhraseCheckService } from './phrase-check.service.ts'
import type { PhraseService } from './phrase.service.ts'

export interface PhraseParts {
  phrases: PhraseService
  checks: PhraseCheckService
}

@Resolver(() => Phrase)
export class PhraseResolver {
  readonly #parts: PhraseParts

  constructor(parts: PhraseParts) {
    this.#parts = parts
  }

  @Query(() => PhraseCheck)
  phraseCheck(@Args(() => QueryPhraseCheckArgs) args: QueryPhraseCheckArgs, @Ctx() ctx: Context) {
    return this.#parts.checks.check(ctx.unit, args)
  }

  @Mutation(() => AddPhrasesResult)
  async addPhrases(@Args(() => MutationAddPhrasesArgs) { input }: MutationAddPhrasesArgs, @Ctx() ctx: Context) {
    const done = await ctx.change(unit => this.#parts.phrases.add(unit, input))
    return done instanceof Refusal ? done : { __typename: 'PhrasesAdded', ...done, added: await phrasesById(ctx, done.added) }
  }

  @Mutation(() => ChangePhraseResult)
  async changePhrase(@Args(() => MutationChangePhraseArgs) { input }: MutationChangePhraseArgs, @Ctx() ctx: Context) {
    const done = await ctx.change(unit => this.#parts.phrases.change(unit, input))
    return done instanceof Refusal ? done : phraseById(ctx, done)
  }

  @Mutation(() => MovePhrasesResult)
  async movePhrases(@Args(() => MutationMovePhrasesArgs) { input }: MutationMovePhrasesArgs, @Ctx() ctx: Context) {
    const done = await ctx.change(unit => this.#parts.phrases.move(unit, input))
    return done instanceof Refusal ? done : { __typename: 'PhrasesMoved', ...done, moved: await phrasesById(ctx, done.moved) }
  }

  @Mutation(() => DeletePhrasesResult)
  async deletePhrases(@Args(() => MutationDeletePhrasesArgs) { input }: MutationDeletePhrasesArgs, @Ctx() ctx: Context) {
    const done = await ctx.change(unit => this.#parts.phrases.delete(unit, input.phraseIds))
    return done instanceof Refusal ? done : { __typename: 'PhrasesDeleted', ...done }
  }

  @Mutation(() => RestorePhrasesResult)
  async restorePhrases(@Args(() => MutationRestorePhrasesArgs) { input }: MutationRestorePhrasesArgs, @Ctx() ctx: Context) {
    const done = await ctx.change(unit => this.#parts.phrases.restore(unit, input.phraseIds))
    return done instanceof Refusal ? done : { __typename: 'PhrasesRestored', ...done, restored: await phrasesById(ctx, done.restored) }
  }

  @FieldResolver(() => Intent)
  intent(@Root() { intentId }: PhraseRow, @Ctx() ctx: Context) {
    return intentById(ctx, intentId)
  }
}

interface AboutPhrase {
  phraseId: string
}

@Resolver(() => PhraseClash)
export class PhraseClashResolver {
  @FieldResolver(() => Phrase)
  phrase(@Root() { phraseId }: AboutPhrase, @Ctx() ctx: Context) {
    return phraseById(ctx, phraseId)
  }
}

@Resolver(() => DuplicatePhrase)
export class DuplicatePhraseResolver {
  @FieldResolver(() => Phrase)
  phrase(@Root() { phraseId }: AboutPhrase, @Ctx() ctx: Context) {
    return phraseById(ctx, phraseId)
  }
}

@Resolver(() => ConflictingPhrase)
export class ConflictingPhraseResolver {
  @FieldResolver(() => Phrase)
  phrase(@Root() { phraseId }: AboutPhrase, @Ctx() ctx: Context) {
    return phraseById(ctx, phraseId)
  }
}

export async function phraseById(ctx: Context, id: string) {
  const phrase = await ctx.load(loadPhrases, id)
  if (!phrase) throw new NotFound('The phrase')
  return Object.assign(phrase, { __typename: 'Phrase' as const })
}

export const phrasesById = (ctx: Context, ids: readonly string[]) => Promise.all(ids.map(id => phraseById(ctx, id)))
