import { addDays, type Day } from '../../../platform/day.ts'
import { isOwed, termsOn, type Account, type LifeInvoice, type LifeTerms } from './account.ts'

/** The next day on which something may be due by invoices and what is owed of them; null where nothing is. */
export function dueNext(account: Account): Day | null {
  const { day, suspension, noticedOn } = account
  const terms = termsOn(account, day)
  const days = account.invoices.flatMap(invoice => daysOf(invoice, terms).filter(one => one > day || invoice.state === 'DRAFT'))
  if (suspension) days.push(suspension.until)
  else if (noticedOn) days.push(addDays(noticedOn, terms.noticeDays))
  // Where other terms begin to hold somebody has to look again.
  if (days.length > 0) days.push(...account.terms.map(({ validFrom }) => validFrom).filter(from => from > day))
  return later(day, days)
}

function daysOf(invoice: LifeInvoice, { draftReviewDays, dueReminderDays }: LifeTerms): Day[] {
  if (invoice.state === 'DRAFT') return invoice.isHeld ? [] : [addDays(invoice.draftedOn, draftReviewDays)]
  return isOwed(invoice) ? [1, ...dueReminderDays].map(after => addDays(invoice.dueOn!, after)) : []
}

/** The first of them; what was due before is due the day after. */
export function later(day: Day, days: readonly (Day | null)[]): Day | null {
  const first = days.filter(one => one !== null).toSorted()[0]
  if (first === undefined) return null
  return first > day ? first : addDays(day, 1)
}
