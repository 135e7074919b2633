import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  AcceptProvisionallyInput, AcceptProvisionallyResult, AccountOwner, CancelContractInput, CancelContractResult, Contract, ContractConnection, ContractEvent, ContractFile, ContractLine, ContractStateCount,
  ContractVerb, DeclineRenewalInput, DeclineRenewalResult, FormalCommunication, Letter, QueryContractsArgs, QuoteTotals, Reseller, RestoreServiceInput, RestoreServiceResult, SetAccountOwnerInput,
  SetAccountOwnerResult, SignContractInput, SignContractResult, SuspendServiceInput, SuspendServiceResult, Tenant, UndoDeclineInput, UndoDeclineResult,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { daysBetween, type Day } from '../../../platform/day.ts'
import { loadResellers } from '../../tenancy/index.ts'
import { loadContractFiles } from '../files/contract-file.store.ts'
import { loadLettersOf } from '../letters/letter.queries.ts'
import { isRunning } from '../machine/contract-facts.ts'
import { renewalSignedBy } from '../machine/contract-verbs.ts'
import { linesView, totalsView } from '../quote/quote-view.ts'
import { contractAnswer, contractById } from './contract-answer.ts'
import { isSelling } from './contract.policy.ts'
import {
  contractCounts, listContracts, loadCommunications, loadContractEvents, loadContracts, loadRenewals, loadTenantContracts, possibleFor, type CommunicationRow, type ContractEventRow, type ContractView,
} from './contract.queries.ts'
import type { ContractService } from './contract.service.ts'
import { loadLines } from './contract.store.ts'
import type { DecisionService } from './decision.service.ts'

@Resolver(() => Contract)
export class ContractResolver {
  readonly #contracts: ContractService
  readonly #decisions: DecisionService

  constructor(contracts: ContractService, decisions: DecisionService) {
    this.#contracts = contracts
    this.#decisions = decisions
  }

  @Query(() => ContractConnection)
  contracts(@Args(() => QueryContractsArgs) args: QueryContractsArgs, @Ctx() ctx: Context) {
    return listContracts(ctx.unit, args)
  }

  @Query(() => Contract)
  contract(@Arg('id', () => ID) id: string, @Ctx() ctx: Context) {
    return contractById(ctx, id)
  }

  @Query(() => [ContractStateCount])
  contractCounts(@Ctx() ctx: Context) {
    return contractCounts(ctx.unit)
  }

  @Mutation(() => SignContractResult)
  async signContract(@Arg('input', () => SignContractInput) input: SignContractInput, @Ctx() ctx: Context) {
    return contractAnswer(ctx, await ctx.change(unit => this.#contracts.sign(unit, input)))
  }

  @Mutation(() => DeclineRenewalResult)
  async declineRenewal(@Arg('input', () => DeclineRenewalInput) input: DeclineRenewalInput, @Ctx() ctx: Context) {
    return contractAnswer(ctx, await ctx.change(unit => this.#contracts.decline(unit, input)))
  }

  @Mutation(() => UndoDeclineResult)
  async undoDecline(@Arg('input', () => UndoDeclineInput) { contractId }: UndoDeclineInput, @Ctx() ctx: Context) {
    return contractAnswer(ctx, await ctx.change(unit => this.#contracts.undoDecline(unit, contractId)))
  }

  @Mutation(() => AcceptProvisionallyResult)
  async acceptProvisionally(@Arg('input', () => AcceptProvisionallyInput) input: AcceptProvisionallyInput, @Ctx() ctx: Context) {
    return contractAnswer(ctx, await ctx.change(unit => this.#decisions.acceptProvisionally(unit, input)))
  }

  @Mutation(() => SuspendServiceResult)
  async suspendService(@Arg('input', () => SuspendServiceInput) input: SuspendServiceInput, @Ctx() ctx: Context) {
    return contractAnswer(ctx, await ctx.change(unit => this.#decisions.suspend(unit, input)))
  }

  @Mutation(() => RestoreServiceResult)
  async restoreService(@Arg('input', () => RestoreServiceInput) input: RestoreServiceInput, @Ctx() ctx: Context) {
    return contractAnswer(ctx, await ctx.change(unit => this.#decisions.restore(unit, input)))
  }

  @Mutation(() => CancelContractResult)
  async cancelContract(@Arg('input', () => CancelContractInput) input: CancelContractInput, @Ctx() ctx: Context) {
    return contractAnswer(ctx, await ctx.change(unit => this.#decisions.cancel(unit, input)))
  }

  @Mutation(() => SetAccountOwnerResult)
  async setAccountOwner(@Arg('input', () => SetAccountOwnerInput) input: SetAccountOwnerInput, @Ctx() ctx: Context) {
    return contractAnswer(ctx, await ctx.change(unit => this.#contracts.setAccountOwner(unit, input)))
  }
}

@Resolver(() => Contract)
export class ContractFieldsResolver {
  @FieldResolver(() => Tenant)
  async tenant(@Root() { tenantId }: ContractView, @Ctx() ctx: Context) {
    return (await ctx.load(loadTenantContracts, tenantId)).tenant
  }

  @FieldResolver(() => Reseller, { nullable: true })
  seller(@Root() { sellerId }: ContractView, @Ctx() ctx: Context) {
    return sellerId && ctx.load(loadResellers, sellerId)
  }

  @FieldResolver(() => [ContractVerb])
  async possible(@Root() row: ContractView, @Ctx() ctx: Context) {
    return possibleFor(ctx.unit, row, await ctx.load(loadTenantContracts, row.tenantId))
  }

  @FieldResolver(() => [ContractLine])
  async lines(@Root() row: ContractView, @Ctx() ctx: Context) {
    return linesView(await ctx.load(loadLines, row.id), row)
  }

  @FieldResolver(() => QuoteTotals)
  async totals(@Root() row: ContractView, @Ctx() ctx: Context) {
    return totalsView(await ctx.load(loadLines, row.id), { ...row, termMonths: row.terms.termMonths })
  }

  @FieldResolver(() => String, { nullable: true })
  note(@Root() { note }: ContractView, @Ctx() { actor }: Context) {
    return isSelling(actor) ? note : null
  }

  @FieldResolver(() => Int)
  termMonths(@Root() { terms }: ContractView) {
    return terms.termMonths
  }

  @FieldResolver(() => Int, { nullable: true })
  async daysLeft(@Root() row: ContractView, @Ctx() ctx: Context) {
    return isRunning(row) ? daysBetween((await ctx.load(loadTenantContracts, row.tenantId)).today, row.endsOn!) : null
  }

  @FieldResolver(() => Boolean)
  async isSelfRenewing(@Root() { tenantId }: ContractView, @Ctx() ctx: Context) {
    return !(await ctx.load(loadTenantContracts, tenantId)).book.isPublic
  }

  @FieldResolver(() => String, { nullable: true })
  async renewalSignedBy(@Root() row: ContractView, @Ctx() ctx: Context): Promise<Day | null> {
    return isRunning(row) ? renewalSignedBy((await ctx.load(loadTenantContracts, row.tenantId)).book, row) : null
  }

  @FieldResolver(() => ContractFile, { nullable: true })
  signedFile(@Root() { signedFileId }: ContractView, @Ctx() ctx: Context) {
    return signedFileId && ctx.load(loadContractFiles, signedFileId)
  }

  @FieldResolver(() => FormalCommunication, { nullable: true })
  provisional(@Root() { id }: ContractView, @Ctx() ctx: Context) {
    return ctx.load(loadCommunications, id)
  }

  @FieldResolver(() => Contract, { nullable: true })
  previous(@Root() { previousId }: ContractView, @Ctx() ctx: Context) {
    return previousId && ctx.load(loadContracts, previousId)
  }

  @FieldResolver(() => Contract, { nullable: true })
  renewal(@Root() { id }: ContractView, @Ctx() ctx: Context) {
    return ctx.load(loadRenewals, id)
  }

  @FieldResolver(() => AccountOwner, { nullable: true })
  accountOwner(@Root() { accountOwnerId: id, accountOwnerName: name, accountOwnerEmail: email }: ContractView) {
    return id && { id, name, email }
  }

  @FieldResolver(() => [ContractEvent])
  async timeline(@Root() { id }: ContractView, @Ctx() ctx: Context) {
    const events = await ctx.load(loadContractEvents, id)
    return isSelling(ctx.actor) ? events : events.filter(({ kind }) => !INNER.includes(kind))
  }

  @FieldResolver(() => [Letter])
  letters(@Root() { id }: ContractView, @Ctx() ctx: Context) {
    return ctx.load(loadLettersOf, id)
  }
}

/** What those who sell do among themselves. */
const INNER = ['QUOTED', 'CHANGED', 'OWNER_SET']

@Resolver(() => ContractEvent)
export class ContractEventResolver {
  @FieldResolver(() => String, { nullable: true })
  by(@Root() { who }: ContractEventRow) {
    return who && (who.name ?? who.kind)
  }

  @FieldResolver(() => Int, { nullable: true })
  daysBefore(@Root() { detail }: ContractEventRow) {
    return detail.daysBefore
  }

  @FieldResolver({ nullable: true })
  scope(@Root() { detail }: ContractEventRow): string | undefined {
    return detail.scope
  }
}

@Resolver(() => ContractFile)
export class ContractFileResolver {
  @FieldResolver(() => String)
  url(@Root() { id }: { id: string }) {
    return `/contracts/files/${id}`
  }
}

@Resolver(() => FormalCommunication)
export class FormalCommunicationResolver {
  @FieldResolver(() => ContractFile)
  file(@Root() { fileId }: CommunicationRow, @Ctx() ctx: Context) {
    return ctx.load(loadContractFiles, fileId)
  }

  @FieldResolver(() => String, { nullable: true })
  acceptedBy(@Root() { acceptedBy }: CommunicationRow) {
    return acceptedBy.name
  }
}
