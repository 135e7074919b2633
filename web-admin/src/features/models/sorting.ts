import type { EvaluationPage_EvaluationReportFragment as Report } from '../../contract/graphql.ts'

export type Figures = Report['intents'][number]
export type Column = 'intent' | 'examples' | 'precision' | 'recall' | 'f1'
export interface Order { column: Column; isRising: boolean }

/** Names begin at A, figures with the worst: what a reader looks for first. */
export const orderBy = (column: Column, current: Order): Order =>
  ({ column, isRising: current.column === column ? !current.isRising : column !== 'examples' })

function compare(a: Figures, b: Figures, column: Column) {
  return column === 'intent' ? a.intent.localeCompare(b.intent) : a[column] - b[column]
}

export const sorted = (figures: readonly Figures[], { column, isRising }: Order): Figures[] =>
  figures.toSorted((a, b) => (isRising ? 1 : -1) * compare(a, b, column) || a.intent.localeCompare(b.intent))
