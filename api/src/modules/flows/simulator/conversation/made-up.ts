import { cedulaHolds, luhnHolds, rncHolds } from '../../../elena/index.ts'

type Holds = (digits: string) => boolean

/** `prefix`, a number, and what follows for the check digit to hold, or not to. */
function numbered(prefix: string, length: number, number: number, isRight: (digits: string) => boolean): string {
  const body = prefix + String(number).padStart(length - 1 - prefix.length, '0').slice(-(length - 1 - prefix.length))
  return [...'0123456789'].map(last => body + last).find(isRight) ?? `${body}0`
}

const like = (holds: Holds, original: string): Holds => (holds(original) ? holds : digits => !holds(digits))

const isTelephone = (digits: string) => /^1?[2-9]\d{2}[2-9]\d{6}$/.test(digits)

/**
 * Digits of the same length that are as right, or as wrong, as the original: flows take what they took. The series are
 * ones that nobody has: identity numbers that begin with zeros, telephones that are kept for examples.
 */
export function madeUpDigits(original: string, number: number): string {
  const { length } = original
  if (length === 11 && (cedulaHolds(original) || !isTelephone(original))) return numbered('000', length, number, like(cedulaHolds, original))
  if (isTelephone(original)) return `${length === 11 ? '1' : ''}80955501${String(number % 100).padStart(2, '0')}`
  if (length === 9) return numbered('0000', length, number, like(rncHolds, original))
  if (length >= 13) return numbered('0000', length, number, like(luhnHolds, original))
  return String(number).padStart(length, '9').slice(-length)
}

/** The digits in the places of the original's, with whatever stood between. */
export function restyled(original: string, digits: string): string {
  let at = 0
  return original.replace(/\d/g, () => digits[at++]!)
}

const NUMBERS = ['Uno', 'Dos', 'Tres', 'Cuatro', 'Cinco', 'Seis', 'Siete', 'Ocho', 'Nueve', 'Diez']

/** A word for a number, without a digit. */
export const wordFor = (number: number): string => NUMBERS[(number - 1) % 10]! + 'o'.repeat(Math.floor((number - 1) / 10))
