import { phoneNumber } from '../../contacts/index.ts'
import { recognised } from './recognised.ts'
import { onlyOne, refused, type Taker, taken } from './taking.ts'

const LETTER = /\p{L}/u

/** In E.164; called from the Dominican Republic where no country is given. */
export const takePhone: Taker<'PHONE'> = (_, heard, circumstances) => {
  const text = heard.text.trim()
  if (text === '') return refused('EMPTY')
  const found = recognised(text, ['phone'], circumstances).map(({ value }) => value.phone)
  const whole = found.length === 0 && text.length <= 40 && !LETTER.test(text) ? phoneNumber(text) : null
  const one = onlyOne(whole ? [whole] : found, 'NOT_A_PHONE')
  return 'refusal' in one ? one.refusal : taken(one.value)
}
