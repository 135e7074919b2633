import { linesIn } from '../../shell/pasted-lines.ts'

export const MOST_AT_ONCE = 500
export const LONGEST_PHRASE = 1000

export const phrasesIn = (pasted: string) => linesIn(pasted, { most: MOST_AT_ONCE, longest: LONGEST_PHRASE })
