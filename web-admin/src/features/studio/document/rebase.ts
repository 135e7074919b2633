import type { Flow } from './flow-document.ts'
import type { Entry, History } from './history.ts'
import { merged, same } from './merge.ts'

interface Onto {
  /** What both began with. */
  base: Flow
  theirs: Flow
  /** What is shown from now on. */
  next: Flow
}

/**
 * Puts what somebody else kept beneath everything that was done and undone here, so that undoing takes back one's own acts alone.
 * Where both had changed the same step by then, going back there would overwrite theirs: that document is no longer gone back to.
 */
export function rebased({ past, future }: History, { base, theirs, next }: Onto): History {
  // What they left as it was is the very object of before, so that comparing with it costs nothing.
  const kept = merged(base, base, theirs).flow
  const moved = ({ flow, ...entry }: Entry): Entry[] => {
    const both = merged(base, flow, kept)
    return both.clashes.length ? [] : [{ ...entry, flow: both.flow }]
  }
  return {
    past: withoutRepeats(past.flatMap(moved).toReversed(), next).toReversed(),
    present: next,
    future: withoutRepeats(future.flatMap(moved), next),
  }
}

/** Those that show something else than the one before them, seen from the present. */
const withoutRepeats = (entries: readonly Entry[], present: Flow): Entry[] =>
  entries.filter(({ flow }, n) => !same(flow, entries[n - 1]?.flow ?? present))
