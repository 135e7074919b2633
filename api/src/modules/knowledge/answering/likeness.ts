import { plainText } from '../../language/index.ts'

/** How much alike two texts are written (0–1): the share of runs of three letters that they have in common; 1 for the same words. */
export function likeness(one: string, other: string): number {
  const [mine, theirs] = [plainText(one), plainText(other)]
  if (mine === theirs) return 1
  const [runs, others] = [runsOf(mine), runsOf(theirs)]
  const shared = [...runs].filter(run => others.has(run)).length
  return Math.min(0.99, 2 * shared / Math.max(1, runs.size + others.size))
}

function runsOf(text: string): Set<string> {
  const padded = ` ${text} `
  return new Set(Array.from({ length: Math.max(1, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)))
}
