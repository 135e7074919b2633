import { addDays, type Day } from '../../../platform/day.ts'
import { amountText, sum } from '../../../platform/money.ts'
import { overdueOn, termsOn, type Account, type LifeInvoice } from './account.ts'
import { cancelled } from './contracts.ts'
import type { Life } from './life.ts'

/** The second invoice overdue at once brings a notice, the notice a suspension, and that an end, unless what is overdue is paid. */
export function beLate(life: Life, day: Day): void {
  const { account } = life
  if (account.cancelledOn) return
  const overdue = overdueOn(account.invoices, day)
  if (account.suspension) return beSuspended(life, overdue, day)
  const { overdueInvoicesForSuspension, noticeDays } = termsOn(account, day)
  if (overdue.length < overdueInvoicesForSuspension) return withdrawNotice(life, day)
  account.noticedOn ?? give(life, overdue, day)
  if (addDays(account.noticedOn!, noticeDays) <= day) suspend(life, overdue, day)
}

function give({ account, effects }: Life, overdue: readonly LifeInvoice[], day: Day): void {
  account.noticedOn = day
  effects.push({ day, kind: 'NOTICED', on: addDays(day, termsOn(account, day).noticeDays), amount: owed(account, overdue), count: overdue.length })
}

function withdrawNotice({ account, effects }: Life, day: Day): void {
  if (!account.noticedOn) return
  account.noticedOn = null
  effects.push({ day, kind: 'NOTICE_WITHDRAWN' })
}

function suspend({ account, effects }: Life, overdue: readonly LifeInvoice[], day: Day): void {
  const until = addDays(day, termsOn(account, day).suspensionDays)
  account.suspension = { startsOn: day, until }
  account.suspended = [...account.suspended, { startsOn: day, endsOn: until }]
  effects.push({ day, kind: 'SUSPENDED', on: until, amount: owed(account, overdue) })
}

function beSuspended(life: Life, overdue: readonly LifeInvoice[], day: Day): void {
  const { account, effects } = life
  const { startsOn, until } = account.suspension!
  if (overdue.length > 0 && day < until) return
  account.suspended = account.suspended.map(one => (one.startsOn === startsOn && one.endsOn === until ? { startsOn, endsOn: day } : one))
  account.suspension = null
  account.noticedOn = null
  if (overdue.length === 0) effects.push({ day, kind: 'RESTORED' })
  else cancel(life, overdue, day)
}

function cancel({ account, effects }: Life, overdue: readonly LifeInvoice[], day: Day): void {
  account.cancelledOn = day
  account.book = cancelled(account.book, day)
  account.items = account.items.map(item => (item.endsOn === null || item.endsOn > day ? { ...item, endsOn: item.startsOn > day ? item.startsOn : day } : item))
  effects.push({ day, kind: 'CANCELLED', amount: owed(account, overdue) })
}

const owed = ({ currency }: Account, overdue: readonly LifeInvoice[]) => amountText(sum(overdue.map(({ open }) => open)), currency)
