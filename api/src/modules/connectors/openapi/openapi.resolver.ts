import { Args, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import {
  ImportConnectorOperationsResult, MutationImportConnectorOperationsArgs, OpenApiOffer, QueryOpenApiOfferArgs,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { connectorOr } from '../connector/connector.resolver.ts'
import type { OpenApiService } from './openapi.service.ts'

@Resolver(() => OpenApiOffer)
export class OpenApiResolver {
  readonly #openApi: OpenApiService

  constructor(openApi: OpenApiService) {
    this.#openApi = openApi
  }

  @Query(() => OpenApiOffer)
  async openApiOffer(@Args(() => QueryOpenApiOfferArgs) args: QueryOpenApiOfferArgs, @Ctx() ctx: Context) {
    const { operations, ...offer } = await this.#openApi.offer(ctx.unit, args)
    const flat = operations.map(({ operation, ...offered }) => ({ ...operation, ...offered }))
    return { ...offer, operations: flat, connectorFileId: args.connectorFileId }
  }

  @Mutation(() => ImportConnectorOperationsResult)
  async importConnectorOperations(@Args(() => MutationImportConnectorOperationsArgs) { input }: MutationImportConnectorOperationsArgs, @Ctx() ctx: Context) {
    return connectorOr(ctx, await ctx.change(unit => this.#openApi.import(unit, input)))
  }
}
