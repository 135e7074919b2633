import { recognised } from './recognised.ts'
import { onlyOne, refused, type Taker, taken } from './taking.ts'

/** In small letters. Also as it is said aloud: “ana arroba correo punto com”. */
export const takeEmail: Taker<'EMAIL'> = (_, heard, circumstances) => {
  if (heard.text.trim() === '') return refused('EMPTY')
  const read = (text: string) => recognised(text, ['email'], circumstances).map(({ value }) => value.email)
  const found = read(heard.text)
  const one = onlyOne(found.length > 0 ? found : read(spelt(heard.text)), 'NOT_AN_EMAIL')
  return 'refusal' in one ? one.refusal : taken(one.value)
}

const spelt = (text: string) => text.slice(0, 400)
  .replace(/\s+(?:arroba|at)\s+|\s*@\s*/gi, '@')
  .replace(/(?<=@.*)\s+(?:punto|dot)\s+|(?<=@.*)\s*\.\s*(?=[a-z])/gi, '.')
