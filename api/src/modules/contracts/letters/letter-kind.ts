/** As the contract has them. */
export const letterKinds = [
  'QUOTE', 'CONTRACT', 'RENEWAL_WARNING', 'RENEWAL_NOTICE', 'RENEWED', 'EXPIRY', 'PROVISIONAL_ACCEPTANCE', 'PROVISIONAL_END', 'SUSPENSION_NOTICE', 'SUSPENSION', 'RESTORATION',
  'CANCELLATION', 'PAYMENT_REMINDER', 'INVOICE', 'CREDIT_NOTE',
] as const
export type LetterKind = (typeof letterKinds)[number]
