import { Args, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import {
  ChangeServiceRequestTypeResult, CreateServiceRequestTypeResult, MutationChangeServiceRequestTypeArgs, MutationCreateServiceRequestTypeArgs,
  MutationDeleteServiceRequestTypeArgs, ServiceRequestType, ServiceRequestTypeDeleted,
} from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { NotFound } from '../../platform/errors.ts'
import { Refusal } from '../../platform/refusal.ts'
import { listRequestTypes, loadRequestTypes } from './request-type.queries.ts'
import type { RequestTypeService } from './request-type.service.ts'

@Resolver(() => ServiceRequestType)
export class ServiceRequestTypeResolver {
  readonly #types: RequestTypeService

  constructor(types: RequestTypeService) {
    this.#types = types
  }

  @Query(() => [ServiceRequestType])
  serviceRequestTypes(@Ctx() ctx: Context) {
    return listRequestTypes(ctx.unit)
  }

  @Mutation(() => CreateServiceRequestTypeResult)
  async createServiceRequestType(@Args(() => MutationCreateServiceRequestTypeArgs) { input }: MutationCreateServiceRequestTypeArgs, @Ctx() ctx: Context) {
    return answer(ctx, await ctx.change(unit => this.#types.create(unit, input)))
  }

  @Mutation(() => ChangeServiceRequestTypeResult)
  async changeServiceRequestType(@Args(() => MutationChangeServiceRequestTypeArgs) { input }: MutationChangeServiceRequestTypeArgs, @Ctx() ctx: Context) {
    return answer(ctx, await ctx.change(unit => this.#types.change(unit, input)))
  }

  @Mutation(() => ServiceRequestTypeDeleted)
  deleteServiceRequestType(@Args(() => MutationDeleteServiceRequestTypeArgs) { input }: MutationDeleteServiceRequestTypeArgs, @Ctx() ctx: Context) {
    return ctx.change(unit => this.#types.delete(unit, input.serviceRequestTypeId))
  }
}

async function answer(ctx: Context, result: string | Refusal) {
  if (result instanceof Refusal) return result
  const type = await ctx.load(loadRequestTypes, result)
  if (!type) throw new NotFound('The type')
  return Object.assign(type, { __typename: 'ServiceRequestType' as const })
}
