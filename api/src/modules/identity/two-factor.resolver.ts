import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import {
  ConfirmTwoFactorResult, DisableTwoFactorResult, MutationConfirmTwoFactorArgs, MutationDisableTwoFactorArgs,
  MutationRenewRecoveryCodesArgs, MutationStartTwoFactorArgs, RenewRecoveryCodesResult, StartTwoFactorResult,
} from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { visitOf } from './front-door.ts'
import type { TwoFactorService } from './two-factor.service.ts'

@Resolver()
export class TwoFactorResolver {
  readonly #twoFactor: TwoFactorService

  constructor(twoFactor: TwoFactorService) {
    this.#twoFactor = twoFactor
  }

  @Mutation(() => StartTwoFactorResult)
  startTwoFactor(
    @Args(() => MutationStartTwoFactorArgs) { input }: MutationStartTwoFactorArgs,
    @Ctx() ctx: Context,
  ) {
    return this.#twoFactor.start(visitOf(ctx), input.password)
  }

  @Mutation(() => ConfirmTwoFactorResult)
  confirmTwoFactor(
    @Args(() => MutationConfirmTwoFactorArgs) { input }: MutationConfirmTwoFactorArgs,
    @Ctx() ctx: Context,
  ) {
    return this.#twoFactor.confirm(visitOf(ctx), input.code)
  }

  @Mutation(() => DisableTwoFactorResult)
  disableTwoFactor(
    @Args(() => MutationDisableTwoFactorArgs) { input }: MutationDisableTwoFactorArgs,
    @Ctx() ctx: Context,
  ) {
    return this.#twoFactor.disable(visitOf(ctx), input.password)
  }

  @Mutation(() => RenewRecoveryCodesResult)
  renewRecoveryCodes(
    @Args(() => MutationRenewRecoveryCodesArgs) { input }: MutationRenewRecoveryCodesArgs,
    @Ctx() ctx: Context,
  ) {
    return this.#twoFactor.renewRecoveryCodes(visitOf(ctx), input.password)
  }
}
