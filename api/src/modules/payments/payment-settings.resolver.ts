import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  ChangePaymentSettingsResult, MutationChangePaymentSettingsArgs, NewPaymentSecret, PaymentSettings, UnknownPaymentCallback,
} from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { Forbidden } from '../../platform/errors.ts'
import { Refusal } from '../../platform/refusal.ts'
import { unknownCallbacks } from './payment-callback.store.ts'
import { mayReadPaymentSettings } from './payment.policy.ts'
import { paymentSettings, type PaymentSettingsRow } from './payment-settings.queries.ts'
import type { PaymentSettingsService } from './payment-settings.service.ts'

@Resolver(() => PaymentSettings)
export class PaymentSettingsResolver {
  readonly #settings: PaymentSettingsService
  readonly #callbackUrl: (key: string) => string

  constructor({ settings, callbackUrl }: { settings: PaymentSettingsService; callbackUrl: (key: string) => string }) {
    this.#settings = settings
    this.#callbackUrl = callbackUrl
  }

  @Query(() => PaymentSettings)
  paymentSettings(@Ctx() ctx: Context) {
    return paymentSettings(ctx.unit)
  }

  @Query(() => [UnknownPaymentCallback])
  unknownPaymentCallbacks(@Ctx() ctx: Context) {
    if (!mayReadPaymentSettings(ctx.actor)) throw new Forbidden()
    return unknownCallbacks(ctx.unit)
  }

  @Mutation(() => ChangePaymentSettingsResult)
  async changePaymentSettings(@Args(() => MutationChangePaymentSettingsArgs) { input }: MutationChangePaymentSettingsArgs, @Ctx() ctx: Context) {
    return ctx.change(async unit => {
      const result = await this.#settings.change(unit, input)
      return result instanceof Refusal ? result : { ...await paymentSettings(unit), __typename: 'PaymentSettings' as const }
    })
  }

  @Mutation(() => NewPaymentSecret)
  renewPaymentSecret(@Ctx() ctx: Context) {
    return ctx.change(async unit => ({ secret: await this.#settings.renewSecret(unit), settings: await paymentSettings(unit) }))
  }

  @FieldResolver(() => String, { nullable: true })
  callbackUrl(@Root() { callbackKey }: PaymentSettingsRow) {
    return callbackKey && this.#callbackUrl(callbackKey)
  }
}
