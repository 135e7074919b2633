/** The part of a span that a piece is: of a span of one piece the only one. */
export const roles = { first: 0, inner: 1, last: 2, only: 3 } as const

/** Label 0 is outside every span; each type has four labels, one a role. */
export const labelOf = (type: number, role: number): number => 1 + type * 4 + role

export const labelCount = (types: number): number => 1 + types * 4

/** A span by the pieces it begins and ends with, both inclusive, and its type's number. */
export interface LabelledSpan { first: number, last: number, type: number }

/**
 * How well labels stand beside each other. Places are 0 for outside and 1 + type: `between[left * places + right]` is for
 * a span (or none) that begins where another has ended, `within[place * 4 + …]` for steps inside a span of the type:
 * first to inner, inner to inner, first to last, inner to last.
 */
export interface ChainWeights { places: number, between: Float32Array, within: Float32Array, start: Float32Array, end: Float32Array }

export function emptyChain(types: number): ChainWeights {
  const places = types + 1
  return {
    places,
    between: new Float32Array(places * places),
    within: new Float32Array(places * 4),
    start: new Float32Array(places),
    end: new Float32Array(places),
  }
}

/** The label of each piece. */
export function labelsOf(spans: readonly LabelledSpan[], pieces: number): Int32Array {
  const labels = new Int32Array(pieces)
  for (const { first, last, type } of spans) {
    for (let at = first; at <= last; at++) labels[at] = labelOf(type, roleOf(at, first, last))
  }
  return labels
}

const roleOf = (at: number, first: number, last: number) =>
  first === last ? roles.only : at === first ? roles.first : at === last ? roles.last : roles.inner

/** Labels' scores of the pieces of a text: row `i` begins at `i * stride`. */
export interface Scores { rows: Float32Array, stride: number, pieces: number }

/**
 * The `most` types that come nearest to the best label of some piece, besides `always`, ascending. The others have next
 * to no part in any likely labelling, and leaving them out is what makes many types cheap.
 */
export function likelyTypes(scores: Scores, types: number, most: number, always: readonly number[] = []): number[] {
  if (types <= most) return Array.from({ length: types }, (_, type) => type)
  const gaps = gapsOf(scores, types)
  for (const type of always) gaps[type] = 0
  const least = gaps.toSorted()[Math.max(most, always.length) - 1]!
  const likely: number[] = []
  for (let type = 0; type < types; type++) if (gaps[type]! <= least) likely.push(type)
  return likely
}

/** How far each type stays, where it comes nearest, behind the best label of a piece. */
function gapsOf({ rows, stride, pieces }: Scores, types: number): Float32Array {
  const gaps = new Float32Array(types).fill(Infinity)
  const bests = new Float32Array(types)
  for (let at = 0; at < pieces; at++) {
    const row = at * stride
    let best = rows[row]!
    for (let type = 0, label = row + 1; type < types; type++, label += 4) {
      const own = Math.max(rows[label]!, rows[label + 1]!, rows[label + 2]!, rows[label + 3]!)
      bests[type] = own
      if (own > best) best = own
    }
    for (let type = 0; type < types; type++) if (best - bests[type]! < gaps[type]!) gaps[type] = best - bests[type]!
  }
  return gaps
}
