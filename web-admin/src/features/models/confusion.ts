import type { EvaluationPage_EvaluationReportFragment as Report } from '../../contract/graphql.ts'

export type Confusion = Report['confusions'][number]
type Figures = Report['intents'][number]

/** `row` is what was meant, `column` what it was taken for: places in `intents`. `share` is of the row's phrases, 0–1. */
export interface Cell { row: number; column: number; count: number; share: number }
export interface Matrix { intents: string[]; right: Cell[]; wrong: Cell[]; isWhole: boolean }

/** The intents of the fullest cells, both of a pair or none, so that each pair stands side by side. */
function colliding(confusions: Confusion[], most: number): string[] {
  const chosen = new Set<string>()
  for (const { intent, takenFor } of confusions) {
    const pair = [intent, takenFor].filter(name => !chosen.has(name))
    if (chosen.size + pair.length <= most) pair.forEach(name => chosen.add(name))
  }
  return [...chosen]
}

const shareOf = (count: number, examples: number) => (examples > 0 ? count / examples : 0)

/** The picture of who is taken for whom: all intents where they fit (`most`), else those that collide. */
export function matrixOf(figures: Figures[], confusions: Confusion[], most: number): Matrix {
  const isWhole = figures.length <= most
  const intents = isWhole ? figures.map(({ intent }) => intent) : colliding(confusions, most)
  const place = new Map(intents.map((name, at) => [name, at]))
  const figuresOf = new Map(figures.map(one => [one.intent, one]))
  const right = intents.map((name, at) => {
    const { recall = 0, examples = 0 } = figuresOf.get(name) ?? {}
    return { row: at, column: at, count: Math.round(recall * examples), share: recall }
  })
  const wrong = confusions.flatMap(({ intent, takenFor, count }) => {
    const row = place.get(intent)
    const column = place.get(takenFor)
    return row === undefined || column === undefined ? []
      : [{ row, column, count, share: shareOf(count, figuresOf.get(intent)?.examples ?? 0) }]
  })
  return { intents, right, wrong, isWhole }
}

export const isPair = (a: Confusion | undefined, b: Confusion) => a?.intent === b.intent && a.takenFor === b.takenFor
