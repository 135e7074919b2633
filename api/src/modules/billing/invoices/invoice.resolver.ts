import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  CreditInvoiceResult, HoldInvoiceResult, Invoice, InvoiceAllocation, InvoiceConnection, InvoiceLine, InvoiceParties, InvoicePayment, IssueInvoiceResult, Money, MutationCreditInvoiceArgs,
  MutationHoldInvoiceArgs, MutationIssueInvoiceArgs, MutationRecalculateInvoiceArgs, QueryInvoiceArgs, QueryInvoicesArgs, RecalculateInvoiceResult, Reseller, Tenant,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { addDays } from '../../../platform/day.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { allTerms, moneyOf, termsAt } from '../../plans/index.ts'
import { loadResellers, loadTenants } from '../../tenancy/index.ts'
import { loadPayments } from '../payments/payment.store.ts'
import { invoiceSeen, listInvoices, loadAllocations, loadCredits, loadInvoices, loadLines, type AllocationRow, type InvoiceRow, type LineRow } from './invoice.queries.ts'
import type { InvoiceService } from './invoice.service.ts'

@Resolver(() => Invoice)
export class InvoiceResolver {
  readonly #invoices: InvoiceService

  constructor(invoices: InvoiceService) {
    this.#invoices = invoices
  }

  @Query(() => InvoiceConnection)
  invoices(@Args(() => QueryInvoicesArgs) args: QueryInvoicesArgs, @Ctx() ctx: Context) {
    return listInvoices(ctx.unit, args)
  }

  @Query(() => Invoice)
  invoice(@Args(() => QueryInvoiceArgs) { id }: QueryInvoiceArgs, @Ctx() ctx: Context) {
    return invoiceSeen(ctx.unit, id)
  }

  @Mutation(() => HoldInvoiceResult)
  async holdInvoice(@Args(() => MutationHoldInvoiceArgs) { input }: MutationHoldInvoiceArgs, @Ctx() ctx: Context) {
    return answered(ctx, await ctx.change(unit => this.#invoices.hold(unit, input)))
  }

  @Mutation(() => IssueInvoiceResult)
  async issueInvoice(@Args(() => MutationIssueInvoiceArgs) { input }: MutationIssueInvoiceArgs, @Ctx() ctx: Context) {
    return answered(ctx, await ctx.change(unit => this.#invoices.issue(unit, input)))
  }

  @Mutation(() => RecalculateInvoiceResult)
  async recalculateInvoice(@Args(() => MutationRecalculateInvoiceArgs) { input }: MutationRecalculateInvoiceArgs, @Ctx() ctx: Context) {
    const made = await ctx.change(unit => this.#invoices.recalculate(unit, input))
    return made instanceof Refusal ? made : { __typename: 'RecalculatedInvoice', invoice: made && await invoiceSeen(ctx.unit, made) }
  }

  @Mutation(() => CreditInvoiceResult)
  async creditInvoice(@Args(() => MutationCreditInvoiceArgs) { input }: MutationCreditInvoiceArgs, @Ctx() ctx: Context) {
    return answered(ctx, await ctx.change(unit => this.#invoices.credit(unit, input)))
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() { tenantId }: InvoiceRow, @Ctx() ctx: Context) {
    return ctx.load(loadTenants, tenantId)
  }

  @FieldResolver(() => Reseller, { nullable: true })
  seller(@Root() { sellerId }: InvoiceRow, @Ctx() ctx: Context) {
    return sellerId && ctx.load(loadResellers, sellerId)
  }

  @FieldResolver(() => String, { nullable: true })
  async issuesOn(@Root() { state, isHeld, draftedOn }: InvoiceRow, @Ctx() ctx: Context) {
    return state !== 'DRAFT' || isHeld ? null : addDays(draftedOn, termsAt(await allTerms(ctx.unit), draftedOn).draftReviewDays)
  }

  @FieldResolver(() => [InvoiceLine])
  lines(@Root() { id }: InvoiceRow, @Ctx() ctx: Context) {
    return ctx.load(loadLines, id)
  }

  @FieldResolver(() => Invoice, { nullable: true })
  corrects(@Root() { correctsId }: InvoiceRow, @Ctx() ctx: Context) {
    return correctsId && ctx.load(loadInvoices, correctsId)
  }

  @FieldResolver(() => [Invoice])
  credits(@Root() { id }: InvoiceRow, @Ctx() ctx: Context) {
    return ctx.load(loadCredits, id)
  }

  @FieldResolver(() => [InvoiceAllocation])
  allocations(@Root() { id }: InvoiceRow, @Ctx() ctx: Context) {
    return ctx.load(loadAllocations, id)
  }

  @FieldResolver(() => InvoiceParties, { nullable: true })
  parties(@Root() { issuer, customer }: InvoiceRow) {
    return issuer && customer && { issuer, customer }
  }

  @FieldResolver(() => Money)
  net(@Root() { net, currency }: InvoiceRow) {
    return moneyOf(net, currency)
  }

  @FieldResolver(() => Money)
  tax(@Root() { tax, currency }: InvoiceRow) {
    return moneyOf(tax, currency)
  }

  @FieldResolver(() => Money)
  total(@Root() { total, currency }: InvoiceRow) {
    return moneyOf(total, currency)
  }

  @FieldResolver(() => Money)
  open(@Root() { open, currency }: InvoiceRow) {
    return moneyOf(open, currency)
  }
}

@Resolver(() => InvoiceLine)
export class InvoiceLineResolver {
  @FieldResolver(() => Money)
  unitPrice(@Root() { unitPrice, currency }: LineRow) {
    return moneyOf(unitPrice, currency)
  }

  @FieldResolver(() => Money)
  amount(@Root() { amount, currency }: LineRow) {
    return moneyOf(amount, currency)
  }
}

@Resolver(() => InvoiceAllocation)
export class InvoiceAllocationResolver {
  @FieldResolver(() => Invoice)
  invoice(@Root() { invoiceId }: AllocationRow, @Ctx() ctx: Context) {
    return ctx.load(loadInvoices, invoiceId)
  }

  @FieldResolver(() => InvoicePayment, { nullable: true })
  payment(@Root() { paymentId }: AllocationRow, @Ctx() ctx: Context) {
    return paymentId && ctx.load(loadPayments, paymentId)
  }

  @FieldResolver(() => Money)
  amount(@Root() { amount, currency }: AllocationRow) {
    return moneyOf(amount, currency)
  }
}

const answered = async (ctx: Context, done: string | Refusal) =>
  (typeof done === 'string' ? Object.assign(await invoiceSeen(ctx.unit, done), { __typename: 'Invoice' as const }) : done)
