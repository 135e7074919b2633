/** A document by its number, and its score. */
export interface Scored { at: number, score: number }

/** The highest scores above nothing, best first; of equal ones the first. Goes through all once and keeps `top` of them. */
export function highest(scores: Float32Array, top: number): Scored[] {
  const best: Scored[] = []
  let least = 0
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at]!
    if (!(score > least)) continue
    let place = best.length
    while (place > 0 && best[place - 1]!.score < score) place--
    best.splice(place, 0, { at, score })
    if (best.length > top) best.pop()
    if (best.length === top) least = best[top - 1]?.score ?? Infinity
  }
  return best
}
