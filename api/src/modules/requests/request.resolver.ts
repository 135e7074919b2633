import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  AssignServiceRequestResult, ChangeServiceRequestStateResult, Contact, ContactRequestsArgs, Member, MutationAssignServiceRequestArgs,
  MutationChangeServiceRequestStateArgs, MutationNoteServiceRequestArgs, MutationOpenServiceRequestArgs, NoteServiceRequestResult,
  OpenServiceRequestResult, QueryServiceRequestArgs, QueryServiceRequestsArgs, ServiceRequest, ServiceRequestConnection,
  ServiceRequestEvent, ServiceRequestState, ServiceRequestType,
} from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { NotFound } from '../../platform/errors.ts'
import { Refusal } from '../../platform/refusal.ts'
import { loadContacts } from '../contacts/index.ts'
import { loadMembers } from '../identity/index.ts'
import { assertMayRead, listRequests, loadRequestEvents, loadRequests, type RequestEventRow, type RequestRow } from './request.queries.ts'
import type { RequestService } from './request.service.ts'
import { stateNamed, statesOf } from './request-states.ts'
import { loadRequestTypes } from './request-type.queries.ts'

@Resolver(() => ServiceRequest)
export class ServiceRequestResolver {
  readonly #requests: RequestService

  constructor(requests: RequestService) {
    this.#requests = requests
  }

  @Query(() => ServiceRequestConnection)
  serviceRequests(@Args(() => QueryServiceRequestsArgs) args: QueryServiceRequestsArgs, @Ctx() ctx: Context) {
    return listRequests(ctx.unit, args)
  }

  @Query(() => ServiceRequest)
  serviceRequest(@Args(() => QueryServiceRequestArgs) { id }: QueryServiceRequestArgs, @Ctx() ctx: Context) {
    assertMayRead(ctx.unit)
    return requestById(ctx, id)
  }

  @Mutation(() => OpenServiceRequestResult)
  async openServiceRequest(@Args(() => MutationOpenServiceRequestArgs) { input: { typeKey: type, fields, ...asked } }: MutationOpenServiceRequestArgs, @Ctx() ctx: Context) {
    return answer(ctx, await ctx.change(unit => this.#requests.openByHand(unit, { ...asked, fields: fields ?? {}, type })))
  }

  @Mutation(() => ChangeServiceRequestStateResult)
  async changeServiceRequestState(
    @Args(() => MutationChangeServiceRequestStateArgs) { input: { serviceRequestId: id, ...change } }: MutationChangeServiceRequestStateArgs, @Ctx() ctx: Context,
  ) {
    return answer(ctx, await ctx.change(unit => this.#requests.changeState(unit, { id, ...change })))
  }

  @Mutation(() => AssignServiceRequestResult)
  async assignServiceRequest(
    @Args(() => MutationAssignServiceRequestArgs) { input: { serviceRequestId: id, memberId } }: MutationAssignServiceRequestArgs, @Ctx() ctx: Context,
  ) {
    return answer(ctx, await ctx.change(unit => this.#requests.assign(unit, { id, memberId })))
  }

  @Mutation(() => NoteServiceRequestResult)
  async noteServiceRequest(
    @Args(() => MutationNoteServiceRequestArgs) { input: { serviceRequestId: id, note } }: MutationNoteServiceRequestArgs, @Ctx() ctx: Context,
  ) {
    return answer(ctx, await ctx.change(unit => this.#requests.note(unit, { id, note })))
  }

  @FieldResolver(() => ServiceRequestType, { nullable: true })
  type(@Root() { typeId }: RequestRow, @Ctx() ctx: Context) {
    return typeId && ctx.load(loadRequestTypes, typeId)
  }

  @FieldResolver(() => ServiceRequestState)
  async state(@Root() { typeId, state }: RequestRow, @Ctx() ctx: Context) {
    return stateNamed(await statesFor(ctx, typeId), state)
  }

  @FieldResolver(() => [ServiceRequestState])
  states(@Root() { typeId }: RequestRow, @Ctx() ctx: Context) {
    return statesFor(ctx, typeId)
  }

  @FieldResolver(() => Contact, { nullable: true })
  async contact(@Root() { contactId }: RequestRow, @Ctx() ctx: Context) {
    let contact = contactId ? await ctx.load(loadContacts, contactId) : undefined
    while (contact?.mergedInto) contact = await ctx.load(loadContacts, contact.mergedInto)
    return contact
  }

  @FieldResolver(() => Member, { nullable: true })
  assignee(@Root() { assigneeId }: RequestRow, @Ctx() ctx: Context) {
    return assigneeId && ctx.load(loadMembers, assigneeId)
  }

  @FieldResolver(() => [ServiceRequestEvent])
  async history(@Root() { id, typeId }: RequestRow, @Ctx() ctx: Context) {
    const [events, states] = [await ctx.load(loadRequestEvents, id), await statesFor(ctx, typeId)]
    return events.map(event => ({ ...event, from: event.fromState && stateNamed(states, event.fromState), to: event.toState && stateNamed(states, event.toState) }))
  }
}

@Resolver(() => ServiceRequestEvent)
export class ServiceRequestEventResolver {
  @FieldResolver(() => Member, { nullable: true })
  member(@Root() { memberId }: RequestEventRow, @Ctx() ctx: Context) {
    return memberId && ctx.load(loadMembers, memberId)
  }

  @FieldResolver(() => Member, { nullable: true })
  assignee(@Root() { assigneeId }: RequestEventRow, @Ctx() ctx: Context) {
    return assigneeId && ctx.load(loadMembers, assigneeId)
  }
}

@Resolver(() => Contact)
export class ContactRequestsResolver {
  @FieldResolver(() => ServiceRequestConnection)
  requests(@Root() { id }: { id: string }, @Args(() => ContactRequestsArgs) args: ContactRequestsArgs, @Ctx() ctx: Context) {
    return listRequests(ctx.unit, { ...args, filter: { contactId: id } })
  }
}

const statesFor = async (ctx: Context, typeId: string | null) => statesOf(typeId ? await ctx.load(loadRequestTypes, typeId) : null)

async function requestById(ctx: Context, id: string) {
  const request = await ctx.load(loadRequests, id)
  if (!request) throw new NotFound('The request')
  return Object.assign(request, { __typename: 'ServiceRequest' as const })
}

const answer = (ctx: Context, result: string | Refusal) => (result instanceof Refusal ? result : requestById(ctx, result))
