import { Args, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import {
  ChangeMemberRoleResult,
  DisableMemberResult,
  InviteMemberResult,
  Member,
  MemberConnection,
  MutationChangeMemberRoleArgs,
  MutationDisableMemberArgs,
  MutationEnableMemberArgs,
  MutationInviteMemberArgs,
  MutationResendInvitationArgs,
  QueryMembersArgs,
} from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { listMembers } from './member.queries.ts'
import type { MemberService } from './member.service.ts'

@Resolver(() => Member)
export class MemberResolver {
  readonly #members: MemberService

  constructor(members: MemberService) {
    this.#members = members
  }

  @Query(() => MemberConnection)
  members(@Args(() => QueryMembersArgs) args: QueryMembersArgs, @Ctx() ctx: Context) {
    return listMembers(ctx.unit, args)
  }

  @Mutation(() => InviteMemberResult)
  inviteMember(
    @Args(() => MutationInviteMemberArgs) { input }: MutationInviteMemberArgs,
    @Ctx() ctx: Context,
  ) {
    return ctx.change(unit => this.#members.invite(unit, input))
  }

  @Mutation(() => Member)
  resendInvitation(
    @Args(() => MutationResendInvitationArgs) { memberId }: MutationResendInvitationArgs,
    @Ctx() ctx: Context,
  ) {
    return ctx.change(unit => this.#members.resendInvitation(unit, memberId))
  }

  @Mutation(() => ChangeMemberRoleResult)
  changeMemberRole(
    @Args(() => MutationChangeMemberRoleArgs) { input }: MutationChangeMemberRoleArgs,
    @Ctx() ctx: Context,
  ) {
    return ctx.change(unit => this.#members.changeRole(unit, input))
  }

  @Mutation(() => DisableMemberResult)
  disableMember(
    @Args(() => MutationDisableMemberArgs) { input }: MutationDisableMemberArgs,
    @Ctx() ctx: Context,
  ) {
    return ctx.change(unit => this.#members.disable(unit, input.memberId))
  }

  @Mutation(() => Member)
  enableMember(
    @Args(() => MutationEnableMemberArgs) { memberId }: MutationEnableMemberArgs,
    @Ctx() ctx: Context,
  ) {
    return ctx.change(unit => this.#members.enable(unit, memberId))
  }
}
