import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  BusinessCalendar,
  ChangeTenantProfileResult,
  MutationChangeTenantProfileArgs,
  MutationSetBusinessCalendarArgs,
  QueryTenantsArgs,
  Reseller,
  SetBusinessCalendarResult,
  Tenant,
  TenantConnection,
} from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { CalendarService } from './calendar.service.ts'
import { loadCalendars, loadResellers, loadTenants } from './tenancy.loaders.ts'
import type { TenantService } from './tenant.service.ts'
import { listTenants, type TenantRow } from './tenant.queries.ts'

@Resolver(() => Tenant)
export class TenantResolver {
  readonly #tenants: TenantService
  readonly #calendars: CalendarService

  constructor(tenants: TenantService, calendars: CalendarService) {
    this.#tenants = tenants
    this.#calendars = calendars
  }

  @Query(() => Tenant)
  tenant(@Ctx() ctx: Context) {
    return ctx.load(loadTenants, ctx.unit.tenantId)
  }

  @Query(() => TenantConnection)
  tenants(@Args(() => QueryTenantsArgs) args: QueryTenantsArgs, @Ctx() ctx: Context) {
    return listTenants(ctx.unit, args)
  }

  @Mutation(() => ChangeTenantProfileResult)
  changeTenantProfile(
    @Args(() => MutationChangeTenantProfileArgs) { input }: MutationChangeTenantProfileArgs,
    @Ctx() ctx: Context,
  ) {
    return ctx.change(unit => this.#tenants.changeProfile(unit, input))
  }

  @Mutation(() => SetBusinessCalendarResult)
  async setBusinessCalendar(
    @Args(() => MutationSetBusinessCalendarArgs) { input }: MutationSetBusinessCalendarArgs,
    @Ctx() ctx: Context,
  ) {
    const hours = await ctx.change(unit => this.#calendars.replace(unit, input))
    return hours instanceof Refusal ? hours : ctx.load(loadCalendars, hours.tenantId)
  }

  @FieldResolver(() => Reseller, { nullable: true })
  reseller(@Root() tenant: TenantRow, @Ctx() ctx: Context) {
    return tenant.reseller ?? (tenant.resellerId && ctx.load(loadResellers, tenant.resellerId))
  }

  @FieldResolver(() => BusinessCalendar)
  businessCalendar(@Root() tenant: TenantRow, @Ctx() ctx: Context) {
    return tenant.businessCalendar ?? ctx.load(loadCalendars, tenant.id)
  }
}
