import type { Change, Flow } from './flow-document.ts'

/** Every document that there was in this session. They share what did not change, so that keeping them costs little. */
export interface History {
  readonly past: readonly Entry[]
  readonly present: Flow
  readonly future: readonly Entry[]
}
export interface Entry { flow: Flow; merge?: string | undefined; at: number }

/** Letters typed one after another are one change. */
const TOGETHER = 1500

export const begun = (present: Flow): History => ({ past: [], present, future: [] })

interface Doing { merge?: string | undefined; at: number; /** One act with the change before. */ isSameAct?: boolean }

/** Does a change; where the one before bears the same name and is not long ago, both are undone at once. */
export function done(history: History, change: Change, { merge, at, isSameAct = false }: Doing): History {
  const { past, present } = history
  const next = change(present)
  if (next === present) return history
  const last = past.at(-1)
  const isGoingOn = merge !== undefined && last?.merge === merge && at - last.at < TOGETHER
  return last && history.future.length === 0 && (isSameAct || isGoingOn)
    ? { past: [...past.slice(0, -1), { ...last, merge, at }], present: next, future: [] }
    : { past: [...past, { flow: present, merge, at }], present: next, future: [] }
}

export function undone({ past, present, future }: History): History {
  const last = past.at(-1)
  return last ? { past: past.slice(0, -1), present: last.flow, future: [{ flow: present, at: 0 }, ...future] } : { past, present, future }
}

export function redone({ past, present, future }: History): History {
  const [next, ...later] = future
  return next ? { past: [...past, { flow: present, at: 0 }], present: next.flow, future: later } : { past, present, future }
}
