import type { Json } from '@botpro/graphql/flows'
import type { RunState } from './run-state.ts'

/** Under this name a run keeps what she proved of who she is. No variable of a flow can be called so. */
const PROOFS = '__proofs'

interface Proof {
  /** ISO instant: from then on it proves nothing any more. */
  until: string
  /** True as long as it holds. */
  variable: string | null
}

type Shared = RunState['shared']

const proofsIn = (shared: Shared): Proof[] => (shared[PROOFS] ?? []) as unknown as Proof[]

const holdsAt = ({ until }: Proof, now: Date): boolean => Date.parse(until) > now.getTime()

export const isProven = ({ shared }: Pick<RunState, 'shared'>, now: Date): boolean => proofsIn(shared).some(proof => holdsAt(proof, now))

/** The one before it in the same variable holds no longer than this one. */
export function keepProof(shared: Shared, proof: Proof): void {
  shared[PROOFS] = [...proofsIn(shared).filter(({ variable }) => variable !== proof.variable), proof] as unknown as Json
}

/** What she proved too long ago: what was true by it is as if it had never been set. */
export function forgetProofs({ shared, frames }: RunState, now: Date): void {
  const proofs = proofsIn(shared)
  const over = proofs.filter(proof => !holdsAt(proof, now))
  if (over.length === 0) return
  for (const { variable } of over) if (variable) for (const place of [shared, ...frames.map(({ vars }) => vars)]) delete place[variable]
  if (over.length === proofs.length) delete shared[PROOFS]
  else shared[PROOFS] = proofs.filter(proof => !over.includes(proof)) as unknown as Json
}
