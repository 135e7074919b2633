import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  Contact, ContactPaymentsArgs, Member, MutationCancelPaymentArgs, MutationRequestPaymentArgs, Payment, PaymentConnection, PaymentEvent,
  QueryPaymentArgs, QueryPaymentsArgs, RequestPaymentResult,
} from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { NotFound } from '../../platform/errors.ts'
import { Refusal } from '../../platform/refusal.ts'
import { loadContacts } from '../contacts/index.ts'
import { loadMembers } from '../identity/index.ts'
import { assertMayRead, listPayments, loadPaymentEvents, loadPayments, type PaymentEventRow, type PaymentRow } from './payment.queries.ts'
import type { PaymentService } from './payment.service.ts'
import { settingsOf } from './payment-settings.queries.ts'

@Resolver(() => Payment)
export class PaymentResolver {
  readonly #payments: PaymentService

  constructor(payments: PaymentService) {
    this.#payments = payments
  }

  @Query(() => PaymentConnection)
  payments(@Args(() => QueryPaymentsArgs) args: QueryPaymentsArgs, @Ctx() ctx: Context) {
    return listPayments(ctx.unit, args)
  }

  @Query(() => Payment)
  payment(@Args(() => QueryPaymentArgs) { id }: QueryPaymentArgs, @Ctx() ctx: Context) {
    assertMayRead(ctx.unit)
    return paymentById(ctx, id)
  }

  @Query(() => Boolean)
  async paymentsAreSetUp(@Ctx() ctx: Context) {
    return (await settingsOf(ctx.unit)).connector !== null
  }

  @Mutation(() => RequestPaymentResult)
  async requestPayment(@Args(() => MutationRequestPaymentArgs) { input }: MutationRequestPaymentArgs, @Ctx() ctx: Context) {
    const result = await ctx.change(unit => this.#payments.requestByHand(unit, input))
    return result instanceof Refusal ? result : paymentById(ctx, result)
  }

  @Mutation(() => Payment)
  async cancelPayment(@Args(() => MutationCancelPaymentArgs) { input }: MutationCancelPaymentArgs, @Ctx() ctx: Context) {
    return paymentById(ctx, await ctx.change(unit => this.#payments.cancel(unit, input.paymentId)))
  }

  @FieldResolver(() => Contact, { nullable: true })
  async contact(@Root() { contactId }: PaymentRow, @Ctx() ctx: Context) {
    let contact = contactId ? await ctx.load(loadContacts, contactId) : undefined
    while (contact?.mergedInto) contact = await ctx.load(loadContacts, contact.mergedInto)
    return contact
  }

  @FieldResolver(() => Member, { nullable: true })
  requestedBy(@Root() { requestedBy }: PaymentRow, @Ctx() ctx: Context) {
    return requestedBy && ctx.load(loadMembers, requestedBy)
  }

  @FieldResolver(() => [PaymentEvent])
  history(@Root() { id }: PaymentRow, @Ctx() ctx: Context) {
    return ctx.load(loadPaymentEvents, id)
  }
}

@Resolver(() => PaymentEvent)
export class PaymentEventResolver {
  @FieldResolver(() => Member, { nullable: true })
  member(@Root() { memberId }: PaymentEventRow, @Ctx() ctx: Context) {
    return memberId && ctx.load(loadMembers, memberId)
  }
}

@Resolver(() => Contact)
export class ContactPaymentsResolver {
  @FieldResolver(() => PaymentConnection)
  payments(@Root() { id }: { id: string }, @Args(() => ContactPaymentsArgs) args: ContactPaymentsArgs, @Ctx() ctx: Context) {
    return listPayments(ctx.unit, { ...args, filter: { contactId: id } })
  }
}

async function paymentById(ctx: Context, id: string) {
  const payment = await ctx.load(loadPayments, id)
  if (!payment) throw new NotFound('The payment')
  return Object.assign(payment, { __typename: 'Payment' as const })
}
