import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { InvoiceAllocation, InvoicePayment, InvoicePaymentConnection, Money, MutationRecordPaymentArgs, QueryInvoicePaymentsArgs, RecordPaymentResult, Tenant } from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { moneyOf } from '../../plans/index.ts'
import { loadTenants } from '../../tenancy/index.ts'
import { loadPaid } from '../invoices/invoice.queries.ts'
import type { InvoicePayments } from './payment.service.ts'
import { listPayments, loadPayments, type PaymentRow } from './payment.store.ts'

@Resolver(() => InvoicePayment)
export class InvoicePaymentResolver {
  readonly #payments: InvoicePayments

  constructor(payments: InvoicePayments) {
    this.#payments = payments
  }

  @Query(() => InvoicePaymentConnection)
  invoicePayments(@Args(() => QueryInvoicePaymentsArgs) args: QueryInvoicePaymentsArgs, @Ctx() ctx: Context) {
    return listPayments(ctx.unit, args)
  }

  @Mutation(() => RecordPaymentResult)
  async recordPayment(@Args(() => MutationRecordPaymentArgs) { input }: MutationRecordPaymentArgs, @Ctx() ctx: Context) {
    const recorded = await ctx.change(unit => this.#payments.record(unit, input))
    return typeof recorded === 'string' ? Object.assign((await ctx.load(loadPayments, recorded))!, { __typename: 'InvoicePayment' as const }) : recorded
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() { tenantId }: PaymentRow, @Ctx() ctx: Context) {
    return ctx.load(loadTenants, tenantId)
  }

  @FieldResolver(() => [InvoiceAllocation])
  allocations(@Root() { id }: PaymentRow, @Ctx() ctx: Context) {
    return ctx.load(loadPaid, id)
  }

  @FieldResolver(() => Money)
  amount(@Root() { amount, currency }: PaymentRow) {
    return moneyOf(amount, currency)
  }
}
