import { addMonths, firstOfMonth, type Day } from '../../../platform/day.ts'
import type { Account, Effect } from './account.ts'
import { applySteps, contractsDue, contractSteps, type ContractBook } from './contracts.ts'
import { dueNext, later } from './due-next.ts'
import { draftMonth } from './drafting.ts'
import { beLate } from './lateness.ts'
import { issue, issueDue, receive, remind, useCredit } from './paying.ts'

export interface Advanced {
  account: Account
  effects: Effect[]
}

/** A copy to write in, and what happened to it. */
export interface Life {
  account: Account
  effects: Effect[]
  /** When contracts have something due, of the book as it is. */
  contractsDue?: { book: ContractBook; on: Day | null }
}

/** Everything that is due up to a day, that day included. It does not matter how often, or how late, somebody looks. */
export function advance(account: Account, today: Day): Advanced {
  const life = opened(account)
  for (let day = comesNext(life); day <= today; day = comesNext(life)) {
    life.account.day = day
    takeContractSteps(life, day)
    for (const payment of life.account.payments.filter(({ on }) => on === day)) receive(life, payment)
    if (life.account.draftedMonth < firstOfMonth(day)) draftMonth(life, firstOfMonth(day))
    settle(life, day)
  }
  return closed(life, today)
}

/** The same where contracts advance by themselves, and drafts are made for all tenants together. */
export function advanceInvoices(account: Account, today: Day): Advanced {
  const life = opened(account)
  for (let day = dueNext(life.account); day !== null && day <= today; day = dueNext(life.account)) {
    life.account.day = day
    settle(life, day)
  }
  return closed(life, today)
}

/** Money came in today. What is overdue and paid brings service back at once. */
export function pay(account: Account, payment: { amount: string; invoiceId?: string | null }): Advanced {
  const life = opened(account)
  receive(life, { ...payment, on: account.day })
  beLate(life, account.day)
  return life
}

/** A draft is issued today. A credit note pays first what it is about. */
export function issueNow(account: Account, invoiceId: string, correctsId: string | null = null): Advanced {
  const life = opened(account)
  issue(life, life.account.invoices.find(({ id }) => id === invoiceId)!, account.day)
  if (correctsId) useCredit(life, correctsId)
  beLate(life, account.day)
  return life
}

const opened = (account: Account): Life => ({ account: { ...account, invoices: account.invoices.map(invoice => ({ ...invoice })) }, effects: [] })

function closed({ account, effects }: Life, today: Day): Advanced {
  return { account: { ...account, day: account.day < today ? today : account.day }, effects }
}

/** The next day on which something may be due. */
function comesNext(life: Life): Day {
  const { account } = life
  if (life.contractsDue?.book !== account.book) life.contractsDue = { book: account.book, on: contractsDue(account.book) }
  const days = [addMonths(firstOfMonth(account.day), 1), dueNext(account), life.contractsDue.on, ...account.payments.map(({ on }) => on).filter(on => on > account.day)]
  return later(account.day, days)!
}

function settle(life: Life, day: Day): void {
  issueDue(life, day)
  remind(life, day)
  beLate(life, day)
}

function takeContractSteps(life: Life, day: Day): void {
  const { account, effects } = life
  if (!life.contractsDue?.on || life.contractsDue.on > day) return
  const steps = contractSteps(account.book, day)
  account.book = applySteps(account.book, steps)
  for (const step of steps) {
    effects.push({ day, kind: 'CONTRACT', step })
    if (step.kind === 'CAME_INTO_FORCE') beginItems(account, step.contractId, step.on)
  }
}

/** What was agreed begins, and what the contract before it had agreed ends. */
function beginItems(account: Account, contractId: string, on: Day): void {
  const agreed = account.agreed.find(one => one.contractId === contractId)
  if (!agreed) return
  const previousId = account.book.contracts.find(({ id }) => id === contractId)?.previousId
  const before = account.items.map(item => (previousId && item.contractId === previousId && item.endsOn === null ? { ...item, endsOn: on } : item))
  account.items = [...before, ...agreed.items.map(item => ({ ...item, startsOn: on, contractId }))]
}
