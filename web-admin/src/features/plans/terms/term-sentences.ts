import type { Terms_CommercialTermsFragment as Terms } from '../../../contract/graphql.ts'

export type TermName = Exclude<keyof Terms, '__typename' | 'validFrom'>

/** Each sentence, with the numbers that it holds, by the groups of the page. */
export const TERM_SENTENCES = {
  contract: [['termMonths'], ['renewalWarningDays'], ['renewalSignedMonthsBefore'], ['provisionalDays'], ['quoteValidDays']],
  invoice: [['paymentTermDays'], ['draftReviewDays'], ['taxName', 'taxPercent'], ['quotaAlertPercents'], ['dueReminderDays']],
  late: [['overdueInvoicesForSuspension'], ['noticeDays'], ['suspensionDays']],
} as const satisfies Record<string, readonly (readonly TermName[])[]>

export const TERM_NAMES: TermName[] = Object.values(TERM_SENTENCES).flatMap((group): readonly (readonly TermName[])[] => group).flat()
const LISTS: readonly TermName[] = ['renewalWarningDays', 'quotaAlertPercents', 'dueReminderDays']
const TEXTS: readonly TermName[] = ['taxName', 'taxPercent']

export type TypedTerms = Record<TermName, string>

export const typedOf = (terms: Terms): TypedTerms =>
  Object.fromEntries(TERM_NAMES.map(name => [name, [terms[name]].flat().join(', ')])) as TypedTerms

const isWhole = (text: string) => /^-?\d{1,5}$/.test(text)

/** As they are sent; or the name of the one that is no number. */
export function termsOf(typed: TypedTerms): Omit<Terms, '__typename' | 'validFrom'> | { wrong: TermName } {
  const parts = (name: TermName) => typed[name].split(',').map(part => part.trim()).filter(Boolean)
  const wrong = TERM_NAMES.find(name => (TEXTS.includes(name) ? !typed[name].trim() : LISTS.includes(name) ? !parts(name).every(isWhole) : !isWhole(typed[name].trim())))
  if (wrong) return { wrong }
  return Object.fromEntries(TERM_NAMES.map(name => [name, TEXTS.includes(name) ? typed[name].trim() : LISTS.includes(name) ? parts(name).map(Number) : Number(typed[name])])) as Omit<Terms, '__typename' | 'validFrom'>
}
