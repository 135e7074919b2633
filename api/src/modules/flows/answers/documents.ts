import { cedulaHolds, rncHolds } from '../../elena/index.ts'
import { type Refusal, refused, type Taken, type Taker, taken } from './taking.ts'

/** A kind of identity number: how many digits it has, and whether the last is right. */
interface Kind { length: number; holds: (digits: string) => boolean }

const CEDULA: Kind = { length: 11, holds: cedulaHolds }
const RNC: Kind = { length: 9, holds: digits => Number(digits) > 0 && rncHolds(digits) }

/** Rows of digits, whatever people put between them. */
const ROW = /\d(?:[\s.\-–]{0,3}\d){4,29}/g

function rowsIn(text: string): string[] {
  const rows = [...text.slice(0, 500).matchAll(ROW)].map(([row]) => row.replace(/\D/g, ''))
  return [...new Set(rows)]
}

/** The digits alone, so that a number is the same however it was written. */
function takeOneOf(kinds: readonly Kind[], otherwise: Refusal, text: string): Taken {
  if (text.trim() === '') return refused('EMPTY')
  const rows = rowsIn(text)
  if (rows.length === 0) return refused(otherwise)
  const long = rows.filter(row => kinds.some(({ length }) => length === row.length))
  if (long.length === 0) return refused('WRONG_LENGTH')
  const right = long.filter(row => kinds.some(({ length, holds }) => length === row.length && holds(row)))
  if (right.length === 0) return refused('WRONG_CHECK_DIGIT')
  return right.length > 1 ? refused('SEVERAL') : taken(right[0]!)
}

export const takeCedula: Taker<'CEDULA'> = (_, { text }) => takeOneOf([CEDULA], 'NOT_A_CEDULA', text)

export const takeRnc: Taker<'RNC'> = (_, { text }) => takeOneOf([RNC], 'NOT_AN_RNC', text)

export const takeDocument: Taker<'DOCUMENT'> = (_, { text }) => takeOneOf([CEDULA, RNC], 'NOT_A_DOCUMENT', text)
