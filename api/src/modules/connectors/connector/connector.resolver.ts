import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  ChangeConnectorResult, Connector, ConnectorAuth, ConnectorCallConnection, ConnectorHealth, ConnectorOperation, CreateConnectorResult, DeleteConnectorResult,
  DemoSystem, MutationChangeConnectorArgs, MutationCreateConnectorArgs, MutationDeleteConnectorArgs, MutationRestoreConnectorArgs,
  QueryConnectorArgs, QueryConnectorCallsArgs,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { pageCalls } from '../connector-call.store.ts'
import { circuitKey } from '../connector-calls.ts'
import { maySeeConnectors } from '../connector.policy.ts'
import type { Circuits } from '../circuits.ts'
import type { DemoSystem as Demo } from '../demo/demo-system.ts'
import { loadOperationsOf } from '../operation/operation.queries.ts'
import { listConnectors, loadConnectors, loadHealth, type ConnectorRow } from './connector.queries.ts'
import type { ConnectorService } from './connector.service.ts'

@Resolver(() => Connector)
export class ConnectorResolver {
  readonly #connectors: ConnectorService
  readonly #circuits: Circuits
  readonly #demos: readonly Demo[]

  constructor({ connectors, circuits, demos }: { connectors: ConnectorService; circuits: Circuits; demos: readonly Demo[] }) {
    this.#connectors = connectors
    this.#circuits = circuits
    this.#demos = demos
  }

  @Query(() => [Connector])
  connectors(@Ctx() ctx: Context) {
    return listConnectors(ctx.unit)
  }

  @Query(() => Connector)
  connector(@Args(() => QueryConnectorArgs) { connectorId }: QueryConnectorArgs, @Ctx() ctx: Context) {
    return theConnector(ctx, connectorId)
  }

  @Query(() => [DemoSystem])
  demoSystems(@Ctx() ctx: Context) {
    if (!maySeeConnectors(ctx.actor)) throw new Forbidden()
    return this.#demos
  }

  @Query(() => ConnectorCallConnection)
  connectorCalls(@Args(() => QueryConnectorCallsArgs) { connectorId, first, after }: QueryConnectorCallsArgs, @Ctx() ctx: Context) {
    return pageCalls(ctx.unit, { connectorId, first, after })
  }

  @Mutation(() => CreateConnectorResult)
  async createConnector(@Args(() => MutationCreateConnectorArgs) { input }: MutationCreateConnectorArgs, @Ctx() ctx: Context) {
    return connectorOr(ctx, await ctx.change(unit => this.#connectors.create(unit, input)))
  }

  @Mutation(() => ChangeConnectorResult)
  async changeConnector(@Args(() => MutationChangeConnectorArgs) { input }: MutationChangeConnectorArgs, @Ctx() ctx: Context) {
    return connectorOr(ctx, await ctx.change(unit => this.#connectors.change(unit, input)))
  }

  @Mutation(() => DeleteConnectorResult)
  async deleteConnector(@Args(() => MutationDeleteConnectorArgs) { input }: MutationDeleteConnectorArgs, @Ctx() ctx: Context) {
    const kept = await ctx.change(unit => this.#connectors.delete(unit, input.connectorId))
    return kept ? theConnector(ctx, kept) : { __typename: 'ConnectorDeleted' as const, connectorId: input.connectorId }
  }

  @Mutation(() => Connector)
  async restoreConnector(@Args(() => MutationRestoreConnectorArgs) { input }: MutationRestoreConnectorArgs, @Ctx() ctx: Context) {
    return theConnector(ctx, await ctx.change(unit => this.#connectors.restore(unit, input.connectorId)))
  }

  @FieldResolver(() => ConnectorAuth)
  auth(@Root() { keptAuth }: ConnectorRow) {
    const { certificateExpiresAt, ...auth } = keptAuth
    return { ...auth, certificateExpiresAt: certificateExpiresAt ? new Date(certificateExpiresAt) : null }
  }

  @FieldResolver(() => DemoSystem, { nullable: true })
  demoSystem(@Root() { demoSystemKey }: ConnectorRow) {
    return this.#demos.find(({ key }) => key === demoSystemKey) ?? null
  }

  @FieldResolver(() => [ConnectorOperation])
  operations(@Root() { id }: ConnectorRow, @Ctx() ctx: Context) {
    return ctx.load(loadOperationsOf, id)
  }

  @FieldResolver(() => ConnectorHealth)
  async health(@Root() row: ConnectorRow, @Ctx() ctx: Context) {
    return { ...await ctx.load(loadHealth, row.id), state: this.#circuits.stateOf(circuitKey(row)) }
  }
}

export const connectorOr = (ctx: Context, result: string | Refusal) => (result instanceof Refusal ? result : theConnector(ctx, result))

async function theConnector(ctx: Context, id: string) {
  const connector = await ctx.load(loadConnectors, id)
  if (!connector) throw new NotFound('The connector')
  return Object.assign(connector, { __typename: 'Connector' as const })
}
