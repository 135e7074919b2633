import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import {
  CreateResellerResult, CreateTenantResult, MutationCreateResellerArgs, MutationCreateTenantArgs,
} from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import type { OnboardingService } from './onboarding.service.ts'

@Resolver()
export class OnboardingResolver {
  readonly #onboarding: OnboardingService

  constructor(onboarding: OnboardingService) {
    this.#onboarding = onboarding
  }

  @Mutation(() => CreateTenantResult)
  createTenant(
    @Args(() => MutationCreateTenantArgs) { input }: MutationCreateTenantArgs,
    @Ctx() { actor }: Context,
  ) {
    return this.#onboarding.createTenant(actor, input)
  }

  @Mutation(() => CreateResellerResult)
  createReseller(
    @Args(() => MutationCreateResellerArgs) { input }: MutationCreateResellerArgs,
    @Ctx() { actor }: Context,
  ) {
    return this.#onboarding.createReseller(actor, input)
  }
}
