export default {
  title: 'Terms', text: 'The numbers of contracts and of late payment. Every change holds from a day on, and what held before stays in sight.', change: 'Change from a day on', changeText: 'Write the numbers into the sentences. Several go with commas between them.',
  since: 'From {date}', now: 'In force', toCome: 'To come', before: 'Before', submit: 'Save terms', done: 'Terms saved: they hold from {date}', wrong: 'Look at this number: {name}.', notToday: 'Choose a day after today.', none: 'none',
  daysBefore: '{n} day before | {n} days before', daysAfter: '{n} day after | {n} days after',
  group: { contract: 'Contract', invoice: 'Invoices', late: 'Late payment' },
  sentence: {
    termMonths: 'A contract runs for {termMonths} months, and renews itself for as many.', renewalWarningDays: 'Where it does not renew itself, it is warned of {renewalWarningDays} days before its end.', renewalSignedMonthsBefore: 'A public institution signs its renewal at the latest {renewalSignedMonthsBefore} month(s) before the end.',
    provisionalDays: 'With a formal communication the service goes on without a contract for at most {provisionalDays} days.', quoteValidDays: 'A quote may be accepted for {quoteValidDays} days.',
    paymentTermDays: 'An invoice is due after {paymentTermDays} days, unless the customer has another term.', draftReviewDays: 'A draft may be looked at for {draftReviewDays} day(s); then it is issued by itself.', taxName: '{taxName} is charged at {taxPercent} %.',
    quotaAlertPercents: 'It is told when {quotaAlertPercents} of a quota is used.', dueReminderDays: 'A payment is reminded of, counted from when it is due: {dueReminderDays}.',
    overdueInvoicesForSuspension: 'With {overdueInvoicesForSuspension} invoices overdue at once the notice of suspension goes out.', noticeDays: 'The suspension begins {noticeDays} days after the notice.', suspensionDays: 'Unpaid after {suspensionDays} days of suspension, the contract is cancelled.',
  },
  name: {
    termMonths: 'months of a contract', renewalWarningDays: 'days of the warnings of renewal', renewalSignedMonthsBefore: 'months of signing before the end', provisionalDays: 'provisional days', quoteValidDays: 'days of a quote', paymentTermDays: 'days to pay',
    draftReviewDays: 'days of a draft', taxName: 'name of the tax', taxPercent: 'percent of the tax', quotaAlertPercents: 'percents of a quota to tell of', dueReminderDays: 'days to remind of payment (negative: before)',
    overdueInvoicesForSuspension: 'invoices overdue', noticeDays: 'days from notice to suspension', suspensionDays: 'days of suspension',
  },
}
