import type { FastifyInstance } from 'fastify'
import type { FileStore } from '../../platform/files/file-store.ts'
import type { Jobs } from '../../platform/jobs.ts'
import type { Units } from '../../platform/units.ts'
import { ContractCalendar } from './contract/contract-calendar.ts'
import { ContractEventResolver, ContractFieldsResolver, ContractFileResolver, ContractResolver, FormalCommunicationResolver } from './contract/contract.resolver.ts'
import { ContractRounds } from './contract/contract-rounds.ts'
import { ContractService } from './contract/contract.service.ts'
import { DecisionService } from './contract/decision.service.ts'
import { contractFileRoutes, type ContractFileRoutesOptions } from './files/contract-file.routes.ts'
import { ContractLetters } from './letters/contract-letters.ts'
import { LetterBox } from './letters/letter-box.ts'
import { LetterResolver } from './letters/letter.resolver.ts'
import type { ContractParts } from './parts.ts'
import { QuoteResolver } from './quote/quote.resolver.ts'
import { QuoteService } from './quote/quote.service.ts'

export interface ContractsOptions extends Omit<ContractParts, 'letters'> {
  units: Units
  jobs: Jobs
  files: FileStore
  onError: (error: unknown) => void
}

/** Builds the module, for the composition root. */
export function createContracts({ units, jobs, files, onError, ...below }: ContractsOptions) {
  const box = new LetterBox({ units, files })
  const letters = new ContractLetters(box)
  const parts = { ...below, letters: box }
  const calendar = new ContractCalendar(parts, letters)
  const [quotes, contracts] = [new QuoteService(parts, { calendar, letters }), new ContractService(calendar, letters)]
  const decisions = new DecisionService({ holds: parts.holds, calendar, letters })
  const rounds = new ContractRounds({ units, calendar, letters: box, onError })
  jobs.handle('letters.finish', letter => box.finish(letter))
  jobs.handle('contracts.daily', () => rounds.go()).every('7 * * * *', 'contracts.daily', {})
  return {
    quotes, contracts, decisions, rounds, letters: box,
    resolvers: [
      new ContractResolver(contracts, decisions), new ContractFieldsResolver(), new ContractEventResolver(), new ContractFileResolver(), new FormalCommunicationResolver(),
      new QuoteResolver(quotes), new LetterResolver(),
    ] as object[],
    mount: (server: FastifyInstance, options: Omit<ContractFileRoutesOptions, 'files'>) => contractFileRoutes(server, { files, ...options }),
  }
}

export type Contracts = ReturnType<typeof createContracts>

export { contractInForce, loadContracts, loadTenantContracts, type ContractView, type TenantContracts } from './contract/contract.queries.ts'
export { mayReadContracts } from './contract/contract.policy.ts'
export { stateShown, type ContractState, type Hold } from './contract/contract-state.ts'
export { type ContractRow } from './contract/contract.row.ts'
export { contractsOf } from './contract/contract.store.ts'
export type { DecisionService } from './contract/decision.service.ts'
export { issuerOf, ownersOf } from './letters/contract-letters.ts'
export type { Block, Cell, Column, Fact, PaperDocument, Party, Sum } from './letters/document.ts'
export { LetterBox, type NewLetter } from './letters/letter-box.ts'
export type { LetterKind } from './letters/letter-kind.ts'
export { paperPdf } from './letters/pdf.ts'
export { dayWords, moneyWords, percentWords } from './letters/words.ts'
export { endOfTerm, isInForce, isRunning, signedRenewalOf, type ContractBook, type ContractFacts, type ContractPhase, type ContractTerms } from './machine/contract-facts.ts'
export { advanceContracts, applyStep, applySteps, contractSteps, dueOn, type ContractStep, type StepKind } from './machine/contract-machine.ts'
