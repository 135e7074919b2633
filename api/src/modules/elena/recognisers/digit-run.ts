import type { Reading } from './reading.ts'

/** Digits in groups, as identity numbers and cards are written. */
export interface DigitRun {
  /** All digits together. */
  digits: string
  /** The lengths of the groups, `4-4-4-4`. */
  shape: string
  end: number
}

const MOST_GROUPS = 5
const MOST_DIGITS = 19

/**
 * The runs that begin here: one group, two, and so on, all joined in the same way, by a hyphen or by a space. None when
 * the digits continue something to their left.
 */
export function runsAt(reading: Reading, index: number): DigitRun[] {
  if (!reading.isDigits(index) || continues(reading, index)) return []
  const runs: DigitRun[] = []
  let run: DigitRun | undefined = { digits: reading.word(index), shape: String(reading.word(index).length), end: index + 1 }
  const joint = jointAt(reading, run.end)
  while (run && runs.length < MOST_GROUPS && run.digits.length <= MOST_DIGITS) {
    runs.push(run)
    run = joint === undefined ? undefined : longer(reading, run, joint)
  }
  return runs.filter(({ end }) => endsHere(reading, end))
}

function continues(reading: Reading, index: number): boolean {
  if (!reading.glued(index)) return false
  const before = reading.at(index - 1)!
  if (before.type !== 'mark') return true
  return '-./_@'.includes(before.fold) && reading.glued(index - 1) && reading.at(index - 2)?.type !== 'mark'
}

/** Whether neither letters nor a hyphen with more follow. */
function endsHere(reading: Reading, end: number): boolean {
  if (!reading.glued(end)) return true
  if (reading.at(end)?.type === 'word') return false
  return !('-_@/'.includes(reading.word(end)) && reading.glued(end + 1) && reading.at(end + 1)?.type !== 'mark')
}

function jointAt(reading: Reading, index: number): '-' | ' ' | undefined {
  if (reading.isDigits(index)) return ' '
  return reading.word(index) === '-' && reading.glued(index) && reading.glued(index + 1) ? '-' : undefined
}

function longer(reading: Reading, run: DigitRun, joint: '-' | ' '): DigitRun | undefined {
  const at = joint === '-' ? run.end + 1 : run.end
  if (joint !== jointAt(reading, run.end) || !reading.isDigits(at)) return undefined
  const group = reading.word(at)
  return { digits: run.digits + group, shape: `${run.shape}-${group.length}`, end: at + 1 }
}

const FILLERS = new Set(': # . - = , ( º no nro num numero number es is el la de mi my the personal id'.split(' '))

/** The word among those given that announces what stands here: at most five tokens before, with only fillers between. */
export function announcedBy(reading: Reading, index: number, words: ReadonlySet<string>): string | undefined {
  for (let at = index - 1; at >= 0 && at >= index - 5; at--) {
    const word = reading.word(at)
    if (words.has(word)) return word
    if (!FILLERS.has(word)) return undefined
  }
  return undefined
}
