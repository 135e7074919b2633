import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import {
  ChangeConnectorOperationResult, ConnectorOperation, CreateConnectorOperationResult, DeleteConnectorOperationResult, MutationChangeConnectorOperationArgs,
  MutationCreateConnectorOperationArgs, MutationDeleteConnectorOperationArgs, MutationTestConnectorOperationArgs, TestConnectorOperationResult,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { NotFound } from '../../../platform/errors.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { loadOperations } from './operation.queries.ts'
import type { OperationService } from './operation.service.ts'
import type { OperationTestService } from './operation-test.service.ts'

@Resolver(() => ConnectorOperation)
export class OperationResolver {
  readonly #operations: OperationService
  readonly #tests: OperationTestService

  constructor({ operations, tests }: { operations: OperationService; tests: OperationTestService }) {
    this.#operations = operations
    this.#tests = tests
  }

  @Mutation(() => CreateConnectorOperationResult)
  async createConnectorOperation(@Args(() => MutationCreateConnectorOperationArgs) { input }: MutationCreateConnectorOperationArgs, @Ctx() ctx: Context) {
    return operationOr(ctx, await ctx.change(unit => this.#operations.create(unit, input)))
  }

  @Mutation(() => ChangeConnectorOperationResult)
  async changeConnectorOperation(@Args(() => MutationChangeConnectorOperationArgs) { input }: MutationChangeConnectorOperationArgs, @Ctx() ctx: Context) {
    return operationOr(ctx, await ctx.change(unit => this.#operations.change(unit, input)))
  }

  @Mutation(() => DeleteConnectorOperationResult)
  async deleteConnectorOperation(@Args(() => MutationDeleteConnectorOperationArgs) { input }: MutationDeleteConnectorOperationArgs, @Ctx() ctx: Context) {
    const done = await ctx.change(unit => this.#operations.delete(unit, input.connectorOperationId))
    return done instanceof Refusal ? done : { __typename: 'ConnectorOperationDeleted' as const, ...done }
  }

  /** The unit is over before the system is asked. */
  @Mutation(() => TestConnectorOperationResult)
  async testConnectorOperation(@Args(() => MutationTestConnectorOperationArgs) { input }: MutationTestConnectorOperationArgs, @Ctx() ctx: Context) {
    const prepared = await ctx.change(unit => this.#tests.prepare(unit, input))
    return prepared instanceof Refusal ? prepared : Object.assign(await this.#tests.test(prepared), { __typename: 'ConnectorTest' as const })
  }
}

async function operationOr(ctx: Context, result: string | Refusal) {
  if (result instanceof Refusal) return result
  const operation = await ctx.load(loadOperations, result)
  if (!operation) throw new NotFound('The operation')
  return Object.assign(operation, { __typename: 'ConnectorOperation' as const })
}
