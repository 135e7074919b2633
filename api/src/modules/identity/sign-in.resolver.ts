import { Args, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import {
  AcceptInvitationResult,
  ChangePasswordResult,
  CompleteTwoFactorResult,
  LinkState,
  MutationAcceptInvitationArgs,
  MutationChangePasswordArgs,
  MutationCompleteTwoFactorArgs,
  MutationRequestPasswordResetArgs,
  MutationResetPasswordArgs,
  MutationSignInArgs,
  QueryLinkStateArgs,
  ResetPasswordResult,
  SignInResult,
} from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { Refusal } from '../../platform/refusal.ts'
import { visitOf, type FrontDoor } from './front-door.ts'
import type { InvitationService } from './invitation.service.ts'
import type { PasswordService } from './password.service.ts'
import type { SignInService } from './sign-in.service.ts'

interface SignInResolverParts {
  door: FrontDoor
  signIn: SignInService
  passwords: PasswordService
  invitations: InvitationService
}

@Resolver()
export class SignInResolver {
  readonly #parts: SignInResolverParts

  constructor(parts: SignInResolverParts) {
    this.#parts = parts
  }

  @Mutation(() => SignInResult)
  async signIn(@Args(() => MutationSignInArgs) { input }: MutationSignInArgs, @Ctx() ctx: Context) {
    return this.#parts.door.letIn(ctx, await this.#parts.signIn.signIn(visitOf(ctx), input))
  }

  @Mutation(() => CompleteTwoFactorResult)
  async completeTwoFactor(
    @Args(() => MutationCompleteTwoFactorArgs) { input }: MutationCompleteTwoFactorArgs, @Ctx() ctx: Context,
  ) {
    return this.#parts.door.letIn(ctx, await this.#parts.signIn.completeTwoFactor(visitOf(ctx), input))
  }

  @Query(() => LinkState)
  linkState(@Args(() => QueryLinkStateArgs) { token }: QueryLinkStateArgs, @Ctx() { actor }: Context) {
    return this.#parts.invitations.linkState(token, actor)
  }

  @Mutation(() => AcceptInvitationResult)
  async acceptInvitation(
    @Args(() => MutationAcceptInvitationArgs) { input }: MutationAcceptInvitationArgs, @Ctx() ctx: Context,
  ) {
    return this.#parts.door.letIn(ctx, await this.#parts.invitations.accept(visitOf(ctx), input))
  }

  @Mutation(() => Boolean)
  async requestPasswordReset(
    @Args(() => MutationRequestPasswordResetArgs) { email }: MutationRequestPasswordResetArgs,
  ) {
    await this.#parts.passwords.requestReset(email)
    return true
  }

  @Mutation(() => ResetPasswordResult)
  resetPassword(@Args(() => MutationResetPasswordArgs) { input }: MutationResetPasswordArgs) {
    return this.#parts.passwords.reset(input)
  }

  @Mutation(() => ChangePasswordResult)
  async changePassword(
    @Args(() => MutationChangePasswordArgs) { input }: MutationChangePasswordArgs,
    @Ctx() ctx: Context,
  ) {
    const result = await this.#parts.passwords.change(visitOf(ctx), input)
    if (result instanceof Refusal) return result
    await this.#parts.door.letIn(ctx, result.session)
    return result.changed
  }
}
