/**
 * What a search found, as far as trust goes, both 0–1: `strength`, its score as a share of what a perfect fit would have;
 * `coverage`, how much of the question's words it has, rare ones weighing more.
 */
export interface Evidence { strength: number, coverage: number }

/** A logistic model of how surely the first of what was found is the answer. */
export interface ConfidenceModel { bias: number, strength: number, lead: number, coverage: number }

/** A search whose right outcome is known. `weight` says how much it counts (1 = as any other). */
export interface JudgedSearch { found: readonly Evidence[], isRight: boolean, weight: number }

/** Where nothing better is known. Chosen by hand; what `learnConfidence` makes of a tenant's own wordings is better calibrated. */
export const usualConfidence: ConfidenceModel = { bias: -3.5, strength: 6, lead: 3, coverage: 1 }

/** The same for passages, which have no wordings to learn from. */
export const usualPassageConfidence: ConfidenceModel = { bias: -4.9, strength: 7.7, lead: 6, coverage: 2.8 }

// So many judged searches count as much as what is usual: a tenant's own are all about her business, her customers' are not.
const trustInUsual = 400
const rounds = 400
const step = 2

/** How surely the first of what was found, best first, answers the question (0–1); 0 where nothing was found. */
export function confidenceOf(found: readonly Evidence[], model: ConfidenceModel = usualConfidence): number {
  return found.length === 0 ? 0 : sureness(featuresOf(found), weightsOf(model))
}

/** How surely each of what was found, best first, answers the question; none surer than one before it. */
export function confidencesOf(found: readonly Evidence[], model: ConfidenceModel = usualConfidence): number[] {
  let least = 1
  return found.map((each, at) => {
    const rival = found.reduce<Evidence | undefined>((most, other, place) => place !== at && other.strength > (most?.strength ?? 0) ? other : most, undefined)
    return least = Math.min(least, confidenceOf(rival ? [each, rival] : [each], model))
  })
}

/** Fits the model to searches whose outcome is known; few of them move it little from what is usual. */
export function learnConfidence(searches: readonly JudgedSearch[], usual: ConfidenceModel = usualConfidence): ConfidenceModel {
  const examples = searches.filter(({ found }) => found.length > 0).map(search => ({ ...search, features: featuresOf(search.found) }))
  const origin = weightsOf(usual)
  const weights = [...origin]
  const total = examples.reduce((sum, { weight }) => sum + weight, 0) + trustInUsual
  for (let round = 0; round < rounds; round++) {
    const pull = origin.map((value, at) => (weights[at]! - value) * trustInUsual / 100)
    for (const { features, isRight, weight } of examples) {
      const error = weight * (sureness(features, weights) - (isRight ? 1 : 0))
      features.forEach((feature, at) => { pull[at]! += error * feature })
    }
    pull.forEach((force, at) => { weights[at]! -= step * force / total })
  }
  // More evidence never makes an answer less sure, whatever a handful of searches say.
  const [bias, strength, lead, coverage] = [weights[0]!, ...weights.slice(1).map(weight => Math.max(0, weight))]
  return { bias, strength: strength!, lead: lead!, coverage: coverage! }
}

const weightsOf = ({ bias, strength, lead, coverage }: ConfidenceModel) => [bias, strength, lead, coverage]

function featuresOf([first, second]: readonly Evidence[]): number[] {
  return [1, first!.strength, first!.strength - Math.min(first!.strength, second?.strength ?? 0), first!.coverage]
}

const sureness = (features: readonly number[], weights: readonly number[]) =>
  1 / (1 + Math.exp(-features.reduce((sum, feature, at) => sum + feature * weights[at]!, 0)))
