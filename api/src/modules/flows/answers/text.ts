import { refused, type Taker, taken } from './taking.ts'

const lengthOf = (text: string) => [...text].length

export const takeText: Taker<'TEXT'> = ({ minLength = 1, maxLength = 4096 }, heard) => {
  const text = heard.text.trim()
  if (text === '') return refused('EMPTY')
  if (lengthOf(text) < minLength) return refused('TOO_SHORT')
  return lengthOf(text) > maxLength ? refused('TOO_LONG') : taken(text)
}
