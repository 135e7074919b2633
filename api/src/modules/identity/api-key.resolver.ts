import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  ApiKey,
  CreateApiKeyResult,
  Member,
  MutationCreateApiKeyArgs,
  MutationRevokeApiKeyArgs,
} from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { listApiKeys, type ApiKeyRow } from './api-key.queries.ts'
import type { ApiKeyService } from './api-key.service.ts'
import { loadMembers } from './member.queries.ts'

@Resolver(() => ApiKey)
export class ApiKeyResolver {
  readonly #keys: ApiKeyService

  constructor(keys: ApiKeyService) {
    this.#keys = keys
  }

  @Query(() => [ApiKey])
  apiKeys(@Ctx() ctx: Context) {
    return listApiKeys(ctx.unit)
  }

  @Mutation(() => CreateApiKeyResult)
  createApiKey(
    @Args(() => MutationCreateApiKeyArgs) { input }: MutationCreateApiKeyArgs,
    @Ctx() ctx: Context,
  ) {
    return ctx.change(unit => this.#keys.create(unit, input))
  }

  @Mutation(() => ApiKey)
  revokeApiKey(@Args(() => MutationRevokeApiKeyArgs) { id }: MutationRevokeApiKeyArgs, @Ctx() ctx: Context) {
    return ctx.change(unit => this.#keys.revoke(unit, id))
  }

  @FieldResolver(() => Member, { nullable: true })
  createdBy(@Root() { createdById }: ApiKeyRow, @Ctx() ctx: Context) {
    return createdById && ctx.load(loadMembers, createdById)
  }
}
