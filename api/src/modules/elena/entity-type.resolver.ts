import { Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  ChangeEntityTypeResult, CreateEntityTypeResult, DeleteEntityTypeResult, EntityType, MutationChangeEntityTypeArgs,
  MutationCreateEntityTypeArgs, MutationDeleteEntityTypeArgs,
} from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { NotFound } from '../../platform/errors.ts'
import { Refusal } from '../../platform/refusal.ts'
import { listEntityTypes, loadEntityTypes, loadTypeUses, type EntityTypeRow } from './entity-type.queries.ts'
import type { EntityTypeService } from './entity-type.service.ts'

@Resolver(() => EntityType)
export class EntityTypeResolver {
  readonly #types: EntityTypeService

  constructor(types: EntityTypeService) {
    this.#types = types
  }

  @Query(() => [EntityType])
  entityTypes(@Ctx() ctx: Context) {
    return listEntityTypes(ctx.unit)
  }

  @Mutation(() => CreateEntityTypeResult)
  async createEntityType(@Args(() => MutationCreateEntityTypeArgs) { input }: MutationCreateEntityTypeArgs, @Ctx() ctx: Context) {
    const { description = null } = input
    return answer(ctx, await ctx.change(unit => this.#types.create(unit, { ...input, description })))
  }

  @Mutation(() => ChangeEntityTypeResult)
  async changeEntityType(@Args(() => MutationChangeEntityTypeArgs) { input }: MutationChangeEntityTypeArgs, @Ctx() ctx: Context) {
    const { description = null } = input
    return answer(ctx, await ctx.change(unit => this.#types.change(unit, { ...input, description })))
  }

  @Mutation(() => DeleteEntityTypeResult)
  async deleteEntityType(@Args(() => MutationDeleteEntityTypeArgs) { input }: MutationDeleteEntityTypeArgs, @Ctx() ctx: Context) {
    const done = await ctx.change(unit => this.#types.delete(unit, input.entityTypeId))
    return done instanceof Refusal ? done : { __typename: 'EntityTypeDeleted', ...done }
  }

  @FieldResolver(() => Int)
  phraseCount(@Root() { name }: EntityTypeRow, @Ctx() ctx: Context) {
    return ctx.load(loadTypeUses, name)
  }
}

async function answer(ctx: Context, result: string | Refusal) {
  if (result instanceof Refusal) return result
  const type = await ctx.load(loadEntityTypes, result)
  if (!type) throw new NotFound('The entity type')
  return Object.assign(type, { __typename: 'EntityType' as const })
}
