import type { Language } from '../../../platform/language.ts'
import type { LetterKind } from './letter-kind.ts'
import { es } from './letter-texts.es.ts'
import { en } from './letter-texts.en.ts'

/** What letters of contracts tell; days in words of the language already. */
export interface LetterFacts {
  /** Of the contract, or of the quote where there is none yet. */
  number: string
  customer: string
  seller: string
  isPublic: boolean
  startsOn: string
  /** The first day that is not covered, and the last that is. */
  endsOn: string
  lastDay: string
  /** Of the term that begins. */
  termMonths: number
  daysLeft?: number
  /** The last day to sign the renewal in time. */
  signBy?: string
  provisionalDays: number
  /** The last day of going on provisionally. */
  provisionalLastDay?: string
  communication?: { signedBy: string; receivedOn: string }
  scope?: 'PART' | 'WHOLE'
  reason?: string
}

export interface LetterText {
  title: string
  subject: string
  paragraphs: string[]
}

export type PlainLetter = Exclude<LetterKind, 'QUOTE' | 'CONTRACT' | 'SUSPENSION_NOTICE' | 'PAYMENT_REMINDER' | 'INVOICE' | 'CREDIT_NOTE'>

/** The words of a language. */
export interface LetterWords {
  letters: Record<PlainLetter, (facts: LetterFacts) => LetterText>
  greeting: (customer: string) => string
  closing: string
  labels: Record<'number' | 'date' | 'quote' | 'contract' | 'validUntil' | 'renews' | 'from' | 'until', string>
  paper: PaperWords
  mail: { greeting: string; attached: string; regards: string }
}

/** Of quotes and contracts. */
export interface PaperWords {
  quote: string
  quoteLead: (facts: { seller: string; isRenewal: boolean }) => string
  contract: string
  contractLead: (facts: { seller: string; customer: string; startsOn: string; lastDay: string }) => string
  onceHeading: string
  monthlyHeading: string
  usageHeading: string
  description: string
  quantity: string
  price: string
  amount: string
  setUp: string
  oneTime: string
  minimum: string
  discount: (percent: string) => string
  charges: Record<'CONVERSATION' | 'UIC' | 'BIC' | 'PREDICTIVE_CALLS', string>
  subtotal: string
  tax: (name: string, percent: string) => string
  totalOnce: string
  totalMonthly: string
  totalTerm: (months: number) => string
  conditionsHeading: string
  conditions: (facts: { isPublic: boolean; termMonths: number; signedMonthsBefore: number; provisionalDays: number; paymentDays: number; overdueInvoices: number; suspensionDays: number; minimum: string | null; hasWhatsapp: boolean }) => string[]
  signHere: string
  mailQuote: (facts: { number: string; validUntil: string }) => { subject: string; text: string }
  mailContract: (facts: { number: string; startsOn: string }) => { subject: string; text: string }
}

export const letterWords: Record<Language, LetterWords> = { ES: es, EN: en }
