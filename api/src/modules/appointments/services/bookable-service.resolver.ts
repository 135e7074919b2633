import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  AppointmentResource, AppointmentService, ChangeAppointmentServiceResult, CreateAppointmentServiceResult, DeleteAppointmentServiceResult,
  MutationChangeAppointmentServiceArgs, MutationCreateAppointmentServiceArgs, MutationDeleteAppointmentServiceArgs,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { loadResourcesOf } from '../resources/bookable-resource.queries.ts'
import { listServices, loadServices, type ServiceRow } from './bookable-service.queries.ts'
import type { BookableServices } from './bookable-service.service.ts'

@Resolver(() => AppointmentService)
export class BookableServiceResolver {
  readonly #services: BookableServices

  constructor(services: BookableServices) {
    this.#services = services
  }

  @Query(() => [AppointmentService])
  appointmentServices(@Ctx() ctx: Context) {
    return listServices(ctx.unit)
  }

  @FieldResolver(() => [AppointmentResource])
  resources(@Root() service: ServiceRow, @Ctx() ctx: Context) {
    return ctx.load(loadResourcesOf, service.id)
  }

  @Mutation(() => CreateAppointmentServiceResult)
  async createAppointmentService(@Args(() => MutationCreateAppointmentServiceArgs) { input }: MutationCreateAppointmentServiceArgs, @Ctx() ctx: Context) {
    return answer(ctx, await ctx.change(unit => this.#services.create(unit, input)))
  }

  @Mutation(() => ChangeAppointmentServiceResult)
  async changeAppointmentService(@Args(() => MutationChangeAppointmentServiceArgs) { input }: MutationChangeAppointmentServiceArgs, @Ctx() ctx: Context) {
    return answer(ctx, await ctx.change(unit => this.#services.change(unit, input)))
  }

  @Mutation(() => DeleteAppointmentServiceResult)
  async deleteAppointmentService(@Args(() => MutationDeleteAppointmentServiceArgs) { input }: MutationDeleteAppointmentServiceArgs, @Ctx() ctx: Context) {
    const result = await ctx.change(unit => this.#services.delete(unit, input.serviceId))
    return result instanceof Refusal ? result : Object.assign(result, { __typename: 'AppointmentServiceDeleted' as const })
  }
}

async function answer(ctx: Context, result: string | Refusal) {
  if (result instanceof Refusal) return result
  return Object.assign((await ctx.load(loadServices, result))!, { __typename: 'AppointmentService' as const })
}
