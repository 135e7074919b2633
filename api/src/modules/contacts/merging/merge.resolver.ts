import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  Contact, ContactIdentity, ContactMerge, ContactMergePreview, ContactSuggestion, ContactSuggestionConnection, Member, MergeContactsResult,
  MutationDismissContactSuggestionArgs, MutationMergeContactsArgs, MutationUnmergeContactsArgs, QueryContactMergePreviewArgs,
  QueryContactSuggestionsArgs, UnmergeContactsResult,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { loadMembers } from '../../identity/index.ts'
import { loadContacts, loadIdentitiesById } from '../contact.queries.ts'
import type { ContactMerge as Merge } from './merge.entity.ts'
import { loadMerges, loadSuggestions, mergePreview, openSuggestions, suggestionsById, type MergeRow, type SuggestionRow } from './merge.queries.ts'
import type { MergeService } from './merge.service.ts'
import type { SuggestionService } from './suggestion.service.ts'

@Resolver(() => ContactMerge)
export class ContactMergeResolver {
  readonly #merges: MergeService

  constructor(merges: MergeService) {
    this.#merges = merges
  }

  @Query(() => ContactMergePreview)
  contactMergePreview(@Args(() => QueryContactMergePreviewArgs) args: QueryContactMergePreviewArgs, @Ctx() ctx: Context) {
    return mergePreview(ctx.unit, args)
  }

  @Mutation(() => MergeContactsResult)
  async mergeContacts(@Args(() => MutationMergeContactsArgs) { input }: MutationMergeContactsArgs, @Ctx() ctx: Context) {
    return named(await ctx.change(unit => this.#merges.merge(unit, input)))
  }

  @Mutation(() => UnmergeContactsResult)
  async unmergeContacts(@Args(() => MutationUnmergeContactsArgs) { input }: MutationUnmergeContactsArgs, @Ctx() ctx: Context) {
    return named(await ctx.change(unit => this.#merges.unmerge(unit, input.mergeId)))
  }

  @FieldResolver(() => Contact)
  contact(@Root() { keptId }: MergeRow, @Ctx() ctx: Context) {
    return ctx.load(loadContacts, keptId)
  }

  @FieldResolver(() => Contact)
  absorbed(@Root() { absorbedId }: MergeRow, @Ctx() ctx: Context) {
    return ctx.load(loadContacts, absorbedId)
  }

  @FieldResolver(() => [ContactIdentity])
  async identities(@Root() { identityIds }: MergeRow, @Ctx() ctx: Context) {
    const found = await Promise.all(identityIds.map(id => ctx.load(loadIdentitiesById, id)))
    return found.filter(one => one !== undefined)
  }

  @FieldResolver(() => Member, { nullable: true })
  mergedBy(@Root() { mergedBy }: MergeRow, @Ctx() ctx: Context) {
    return mergedBy && ctx.load(loadMembers, mergedBy)
  }
}

@Resolver(() => ContactSuggestion)
export class ContactSuggestionResolver {
  readonly #suggestions: SuggestionService

  constructor(suggestions: SuggestionService) {
    this.#suggestions = suggestions
  }

  @Query(() => ContactSuggestionConnection)
  contactSuggestions(@Args(() => QueryContactSuggestionsArgs) args: QueryContactSuggestionsArgs, @Ctx() ctx: Context) {
    return openSuggestions(ctx.unit, args)
  }

  @Mutation(() => ContactSuggestion)
  async dismissContactSuggestion(
    @Args(() => MutationDismissContactSuggestionArgs) { input }: MutationDismissContactSuggestionArgs, @Ctx() ctx: Context,
  ) {
    return ctx.load(suggestionsById, await ctx.change(unit => this.#suggestions.dismiss(unit, input.suggestionId)))
  }

  @FieldResolver(() => Contact)
  contact(@Root() { contactId }: SuggestionRow, @Ctx() ctx: Context) {
    return ctx.load(loadContacts, contactId)
  }

  @FieldResolver(() => Contact)
  other(@Root() { otherId }: SuggestionRow, @Ctx() ctx: Context) {
    return ctx.load(loadContacts, otherId)
  }
}

/** What stands beside a contact. */
@Resolver(() => Contact)
export class ContactJoinedResolver {
  @FieldResolver(() => [ContactSuggestion])
  suggestions(@Root() { id }: { id: string }, @Ctx() ctx: Context) {
    return ctx.load(loadSuggestions, id)
  }

  @FieldResolver(() => [ContactMerge])
  merges(@Root() { id }: { id: string }, @Ctx() ctx: Context) {
    return ctx.load(loadMerges, id)
  }
}

const named = (result: Merge | Refusal) => (result instanceof Refusal ? result : { ...plain(result), __typename: 'ContactMerge' as const })

const plain = ({ id, keptId, absorbedId, identityIds, evidence, mergedBy, mergedAt, undoneAt }: Merge): MergeRow =>
  ({ id, keptId, absorbedId, identityIds, evidence: evidence ?? null, mergedBy: mergedBy ?? null, mergedAt, undoneAt: undoneAt ?? null })
