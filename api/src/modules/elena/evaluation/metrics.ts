/** Measures of classifiers, all as shares (0–1) unless said otherwise. */

/** One prediction against what was meant. `confidence` is the model's own (0–1). */
export interface Judged { meant: string, predicted: string, confidence: number }

export interface IntentFigures { intent: string, precision: number, recall: number, f1: number, examples: number }

const share = (part: number, whole: number) => whole > 0 ? part / whole : 0

export const accuracyOf = (judged: readonly Judged[]): number =>
  share(judged.filter(each => each.meant === each.predicted).length, judged.length)

/** Precision, recall and F1 of each intent that was meant or predicted, in ascending order of names. */
export function figuresByIntent(judged: readonly Judged[]): IntentFigures[] {
  const counts = new Map<string, { right: number, meant: number, predicted: number }>()
  const countOf = (intent: string) => {
    let count = counts.get(intent)
    if (!count) counts.set(intent, count = { right: 0, meant: 0, predicted: 0 })
    return count
  }
  for (const { meant, predicted } of judged) {
    countOf(meant).meant++
    countOf(predicted).predicted++
    if (meant === predicted) countOf(meant).right++
  }
  return [...counts].sort(([one], [other]) => one < other ? -1 : 1).map(([intent, { right, meant, predicted }]) => ({
    intent, precision: share(right, predicted), recall: share(right, meant), f1: share(2 * right, meant + predicted), examples: meant,
  }))
}

/** The mean F1 of the intents that were meant. */
export function macroF1Of(judged: readonly Judged[]): number {
  const figures = figuresByIntent(judged).filter(each => each.examples > 0)
  return share(figures.reduce((sum, each) => sum + each.f1, 0), figures.length)
}

/**
 * The area under the ROC curve: how probably a random one of `high` stands above a random one of `low`, ties counting
 * half. NaN where one of them is empty.
 */
export function aurocOf(high: readonly number[], low: readonly number[]): number {
  const all = [...high.map(value => ({ value, own: true })), ...low.map(value => ({ value, own: false }))].sort((one, other) => one.value - other.value)
  let ranks = 0
  for (let start = 0, end = 0; start < all.length; start = end) {
    while (end < all.length && all[end]!.value === all[start]!.value) end++
    for (let at = start; at < end; at++) if (all[at]!.own) ranks += (start + end + 1) / 2
  }
  return (ranks - high.length * (high.length + 1) / 2) / (high.length * low.length)
}

export interface CalibrationBin { from: number, to: number, count: number, confidence: number, accuracy: number }

/** What was promised and what came true, in bins of equal width of the confidence. */
export function calibrationOf(judged: readonly Judged[], bins = 10): CalibrationBin[] {
  return Array.from({ length: bins }, (_, at) => {
    const inside = judged.filter(each => Math.min(bins - 1, Math.floor(each.confidence * bins)) === at)
    const confidence = share(inside.reduce((sum, each) => sum + each.confidence, 0), inside.length)
    return { from: at / bins, to: (at + 1) / bins, count: inside.length, confidence, accuracy: accuracyOf(inside) }
  })
}

/** Expected calibration error: how far, on average over predictions, confidence and accuracy of its bin lie apart. */
export function calibrationErrorOf(judged: readonly Judged[], bins = 10): number {
  const apart = calibrationOf(judged, bins).reduce((sum, bin) => sum + bin.count * Math.abs(bin.confidence - bin.accuracy), 0)
  return share(apart, judged.length)
}

/** The middle value, and the one that nineteen in twenty do not exceed. */
export function spreadOf(values: readonly number[]): { median: number, p95: number } {
  const sorted = values.toSorted((one, other) => one - other)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  return { median: at(0.5), p95: at(0.95) }
}
