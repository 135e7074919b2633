import { randomInt } from 'node:crypto'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'
const LENGTH = 16

/** 82 bits that nobody guesses, in the letters that every channel carries. `chance` answers with a whole number below its argument. */
export const newLinkToken = (chance: (below: number) => number = randomInt): string =>
  Array.from({ length: LENGTH }, () => LETTERS[chance(LETTERS.length)]).join('')

export const isLinkToken = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9]{16}$/.test(value)

/** What is printed and handed out. */
export const linkAddress = (publicUrl: string, token: string): string => `${publicUrl}/l/${token}`
