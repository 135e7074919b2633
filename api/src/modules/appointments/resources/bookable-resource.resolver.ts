import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  AppointmentResource, AppointmentService, ChangeAppointmentResourceResult, CreateAppointmentResourceResult, DeleteAppointmentResourceResult,
  MutationChangeAppointmentResourceArgs, MutationCreateAppointmentResourceArgs, MutationDeleteAppointmentResourceArgs,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { loadServicesOf } from '../services/bookable-service.queries.ts'
import { listResources, loadResources, type ResourceRow } from './bookable-resource.queries.ts'
import type { BookableResources } from './bookable-resource.service.ts'

@Resolver(() => AppointmentResource)
export class BookableResourceResolver {
  readonly #resources: BookableResources

  constructor(resources: BookableResources) {
    this.#resources = resources
  }

  @Query(() => [AppointmentResource])
  appointmentResources(@Ctx() ctx: Context) {
    return listResources(ctx.unit)
  }

  @FieldResolver(() => [AppointmentService])
  services(@Root() resource: ResourceRow, @Ctx() ctx: Context) {
    return ctx.load(loadServicesOf, resource.id)
  }

  @Mutation(() => CreateAppointmentResourceResult)
  async createAppointmentResource(@Args(() => MutationCreateAppointmentResourceArgs) { input }: MutationCreateAppointmentResourceArgs, @Ctx() ctx: Context) {
    return answer(ctx, await ctx.change(unit => this.#resources.create(unit, input)))
  }

  @Mutation(() => ChangeAppointmentResourceResult)
  async changeAppointmentResource(@Args(() => MutationChangeAppointmentResourceArgs) { input }: MutationChangeAppointmentResourceArgs, @Ctx() ctx: Context) {
    return answer(ctx, await ctx.change(unit => this.#resources.change(unit, input)))
  }

  @Mutation(() => DeleteAppointmentResourceResult)
  async deleteAppointmentResource(@Args(() => MutationDeleteAppointmentResourceArgs) { input }: MutationDeleteAppointmentResourceArgs, @Ctx() ctx: Context) {
    const result = await ctx.change(unit => this.#resources.delete(unit, input.resourceId))
    return result instanceof Refusal ? result : Object.assign(result, { __typename: 'AppointmentResourceDeleted' as const })
  }
}

async function answer(ctx: Context, result: string | Refusal) {
  if (result instanceof Refusal) return result
  return Object.assign((await ctx.load(loadResources, result))!, { __typename: 'AppointmentResource' as const })
}
