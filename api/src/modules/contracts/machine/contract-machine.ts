import { addDays, compare, type Day } from '../../../platform/day.ts'
import { endOfTerm, signedRenewalOf, type ContractBook, type ContractFacts, type ContractPhase } from './contract-facts.ts'

/** In the order in which they are taken on one day. */
export const stepKinds = ['LAPSED', 'TO_RENEW', 'WARNED', 'PROVISIONAL_OVER', 'ENDED', 'RENEWED', 'PROVISIONAL', 'EXPIRED', 'CAME_INTO_FORCE'] as const
export type StepKind = (typeof stepKinds)[number]

/** What happens to a contract by the calendar alone. */
export interface ContractStep {
  contractId: string
  kind: StepKind
  on: Day
  /** Of a warning: which of them it is, in days before the end. */
  daysBefore?: number
}

/** Everything that is due up to a day, that day included, in order of dates. Taken already, or taken late, makes no difference. */
export function contractSteps(book: ContractBook, today: Day): ContractStep[] {
  const steps: ContractStep[] = []
  for (let now = book; ;) {
    const step = nextStep(now, today)
    if (!step || step.on > today) return steps
    steps.push(step)
    now = applyStep(now, step)
  }
}

/** The book as it is after these steps. */
export const applySteps = (book: ContractBook, steps: readonly ContractStep[]): ContractBook => steps.reduce(applyStep, book)

export const advanceContracts = (book: ContractBook, today: Day): ContractBook => applySteps(book, contractSteps(book, today))

/** When a contract has something due next, whatever day it is. */
export const dueOn = (book: ContractBook, contract: ContractFacts): Day | null => stepOf(book, contract, '')?.on ?? null

function nextStep(book: ContractBook, today: Day): ContractStep | undefined {
  return book.contracts.map(contract => stepOf(book, contract, today)).filter(step => step !== undefined).sort(inOrder)[0]
}

const inOrder = (one: ContractStep, other: ContractStep) =>
  compare(one.on, other.on) || stepKinds.indexOf(one.kind) - stepKinds.indexOf(other.kind) || compare(one.contractId, other.contractId)

/** What the calendar does to a contract next. The day only matters for warnings: of those that were missed the nearest alone is sent. */
function stepOf(book: ContractBook, contract: ContractFacts, today: Day): ContractStep | undefined {
  const step = (kind: StepKind, on: Day | null, daysBefore?: number) => (on === null ? undefined : { contractId: contract.id, kind, on, ...daysBefore !== undefined && { daysBefore } })
  switch (contract.phase) {
    case 'SENT': return step('LAPSED', contract.validUntil)
    case 'SIGNED': return step('CAME_INTO_FORCE', contract.startsOn)
    case 'IN_FORCE': return step('TO_RENEW', withinTerm(contract, Math.max(0, ...contract.terms.renewalWarningDays)))
    case 'TO_RENEW': {
      const warning = warningOf(book, contract, today)
      return warning === undefined ? step(...endOf(book, contract)) : step('WARNED', withinTerm(contract, warning), warning)
    }
    case 'EXPIRED': return step('ENDED', signedRenewalOf(book, contract)?.startsOn ?? null)
    case 'PROVISIONAL': {
      const renewed = signedRenewalOf(book, contract)?.startsOn
      return renewed && renewed <= contract.provisionalUntil! ? step('ENDED', renewed) : step('PROVISIONAL_OVER', contract.provisionalUntil)
    }
    default: return undefined
  }
}

/** So many days before the end of the term, but not before it began. */
function withinTerm({ startsOn, endsOn, terms, term }: ContractFacts, daysBefore: number): Day {
  const [day, first] = [addDays(endsOn!, -daysBefore), endOfTerm(startsOn!, terms, term - 1)]
  return day < first ? first : day
}

/** Which warning comes next, in days before the end; none once the renewal is signed or declined, or the term over. */
function warningOf(book: ContractBook, contract: ContractFacts, today: Day): number | undefined {
  if (contract.declinedOn || signedRenewalOf(book, contract) || today >= contract.endsOn!) return undefined
  const days = contract.terms.renewalWarningDays
  const left = (book.isPublic ? days : [Math.min(...days)]).filter(one => one < (contract.warnedDays ?? Infinity))
  const passed = left.filter(one => withinTerm(contract, one) <= today)
  return passed.length ? Math.min(...passed) : left.length ? Math.max(...left) : undefined
}

function endOf(book: ContractBook, contract: ContractFacts): [StepKind, Day] {
  const endsOn = contract.endsOn!
  if (signedRenewalOf(book, contract)?.startsOn === endsOn) return ['ENDED', endsOn]
  if (!book.isPublic && !contract.declinedOn) return ['RENEWED', endsOn]
  return [contract.provisionalUntil !== null && contract.provisionalUntil > endsOn ? 'PROVISIONAL' : 'EXPIRED', endsOn]
}

export function applyStep(book: ContractBook, step: ContractStep): ContractBook {
  return { ...book, contracts: book.contracts.map(contract => (contract.id === step.contractId ? { ...contract, ...changeBy(contract, step) } : contract)) }
}

const PHASE_AFTER: Partial<Record<StepKind, ContractPhase>> = {
  LAPSED: 'LAPSED', TO_RENEW: 'TO_RENEW', PROVISIONAL_OVER: 'EXPIRED', ENDED: 'ENDED', RENEWED: 'IN_FORCE', PROVISIONAL: 'PROVISIONAL', EXPIRED: 'EXPIRED', CAME_INTO_FORCE: 'IN_FORCE',
}

function changeBy({ phase, startsOn, terms, term }: ContractFacts, { kind, on, daysBefore }: ContractStep): Partial<ContractFacts> {
  const after = { phase: PHASE_AFTER[kind] ?? phase }
  switch (kind) {
    case 'WARNED': return { warnedDays: daysBefore! }
    case 'RENEWED': return { ...after, term: term + 1, endsOn: endOfTerm(startsOn!, terms, term + 1), warnedDays: null, provisionalUntil: null }
    case 'CAME_INTO_FORCE': return { ...after, term: 1, endsOn: endOfTerm(startsOn!, terms, 1), warnedDays: null }
    case 'EXPIRED': case 'PROVISIONAL': return { ...after, warnedDays: null }
    case 'ENDED': return { ...after, endedOn: on, warnedDays: null }
    default: return after
  }
}
