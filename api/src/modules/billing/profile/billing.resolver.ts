import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  BillingProfile, CommercialEventConnection, CommercialSimulation, Invoice, InvoicePayment, MutationSetBillingProfileArgs, MutationSetBillingTermsArgs, QueryBillingEventsArgs, QueryBillingProfileArgs,
  QueryCommercialSimulationArgs, QueryQuotaUsageArgs, QueryStatementOfAccountArgs, QuotaUsage, Receivable, SetBillingProfileResult, SetBillingTermsResult, StatementEntry, StatementOfAccount, Tenant,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { loadTenants } from '../../tenancy/index.ts'
import { loadInvoices } from '../invoices/invoice.queries.ts'
import { billingEvents, simulationOf } from '../life/simulation.service.ts'
import { loadPayments } from '../payments/payment.store.ts'
import { quotaUsage } from '../usage/quota.queries.ts'
import type { BillingProfiles } from './profile.service.ts'
import { receivables, statementOf } from './statement.queries.ts'

@Resolver(() => BillingProfile)
export class BillingResolver {
  readonly #profiles: BillingProfiles

  constructor(profiles: BillingProfiles) {
    this.#profiles = profiles
  }

  @Query(() => BillingProfile)
  billingProfile(@Args(() => QueryBillingProfileArgs) { tenantId }: QueryBillingProfileArgs, @Ctx() ctx: Context) {
    return this.#profiles.see(ctx.unit, tenantId)
  }

  @Query(() => StatementOfAccount)
  statementOfAccount(@Args(() => QueryStatementOfAccountArgs) args: QueryStatementOfAccountArgs, @Ctx() ctx: Context) {
    return statementOf(ctx.unit, args)
  }

  @Query(() => [Receivable])
  receivables(@Ctx() ctx: Context) {
    return receivables(ctx.unit)
  }

  @Query(() => [QuotaUsage])
  quotaUsage(@Args(() => QueryQuotaUsageArgs) { tenantId }: QueryQuotaUsageArgs, @Ctx() ctx: Context) {
    return quotaUsage(ctx.unit, tenantId)
  }

  @Query(() => CommercialSimulation)
  commercialSimulation(@Args(() => QueryCommercialSimulationArgs) args: QueryCommercialSimulationArgs, @Ctx() ctx: Context) {
    return simulationOf(ctx.unit, args)
  }

  @Query(() => CommercialEventConnection)
  billingEvents(@Args(() => QueryBillingEventsArgs) args: QueryBillingEventsArgs, @Ctx() ctx: Context) {
    return billingEvents(ctx.unit, args)
  }

  @Mutation(() => SetBillingProfileResult)
  setBillingProfile(@Args(() => MutationSetBillingProfileArgs) { input }: MutationSetBillingProfileArgs, @Ctx() ctx: Context) {
    return ctx.change(unit => this.#profiles.describe(unit, input))
  }

  @Mutation(() => SetBillingTermsResult)
  setBillingTerms(@Args(() => MutationSetBillingTermsArgs) { input }: MutationSetBillingTermsArgs, @Ctx() ctx: Context) {
    return ctx.change(unit => this.#profiles.setTerms(unit, input))
  }
}

@Resolver(() => Receivable)
export class ReceivableResolver {
  @FieldResolver(() => Tenant)
  tenant(@Root() { tenantId }: { tenantId: string }, @Ctx() ctx: Context) {
    return ctx.load(loadTenants, tenantId)
  }
}

@Resolver(() => StatementEntry)
export class StatementEntryResolver {
  @FieldResolver(() => Invoice, { nullable: true })
  invoice(@Root() { invoiceId }: { invoiceId: string | null }, @Ctx() ctx: Context) {
    return invoiceId && ctx.load(loadInvoices, invoiceId)
  }

  @FieldResolver(() => InvoicePayment, { nullable: true })
  payment(@Root() { paymentId }: { paymentId: string | null }, @Ctx() ctx: Context) {
    return paymentId && ctx.load(loadPayments, paymentId)
  }
}
