import type { Answer, AnswerType, Json, Language } from '@botpro/graphql/flows'
import type { Heard } from '../engine/input.ts'

/** Why an answer cannot be taken. */
export type Refusal =
  | 'EMPTY' | 'SEVERAL' | 'TOO_SHORT' | 'TOO_LONG' | 'TOO_SMALL' | 'TOO_LARGE'
  | 'NOT_A_NUMBER' | 'NOT_WHOLE' | 'NOT_MONEY' | 'WRONG_CURRENCY'
  | 'NOT_A_DATE' | 'NOT_ONE_DAY' | 'TOO_EARLY' | 'TOO_LATE' | 'NOT_A_TIME' | 'NOT_ONE_TIME'
  | 'NOT_AN_EMAIL' | 'NOT_A_PHONE' | 'NOT_A_CEDULA' | 'NOT_AN_RNC' | 'NOT_A_DOCUMENT' | 'WRONG_LENGTH' | 'WRONG_CHECK_DIGIT'
  | 'NOT_YES_OR_NO' | 'NOT_AN_OPTION' | 'NO_FILE' | 'WRONG_FILE' | 'NO_LOCATION' | 'NOT_UNDERSTOOD'

export type Taken = { ok: true; value: Json } | { ok: false; reason: Refusal }

/** In which language, and from which moment on, an answer is read. */
export interface Circumstances {
  language: Language
  now: Date
  timeZone: string
}

export type AnswerOf<Type extends AnswerType> = Extract<Answer, { type: Type }>

export type Taker<Type extends AnswerType> = (answer: AnswerOf<Type>, heard: Heard, circumstances: Circumstances) => Taken

export const taken = (value: Json): Taken => ({ ok: true, value })

export const refused = (reason: Refusal): Taken => ({ ok: false, reason })

/** The one value among those read, or why there is none. */
export function onlyOne<T extends Json>(values: readonly T[], otherwise: Refusal): { value: T } | { refusal: Taken } {
  const different = new Set(values.map(value => JSON.stringify(value)))
  if (different.size === 1) return { value: values[0]! }
  return { refusal: refused(different.size === 0 ? otherwise : 'SEVERAL') }
}
