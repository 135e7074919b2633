import { speedOf, timesOf, type Sample } from './figures.ts'

export type Target = { atLeast: number } | { atMost: number }

/** One line: what we do, against something honest that was measured in the same run. */
export interface Row {
  name: string
  unit: string
  ours: number
  reference: number
  ratio: number
  target: Target
  ok: boolean
  beside: Record<string, number>
}

export type Measured = Pick<Row, 'name' | 'unit' | 'ours' | 'reference' | 'target'> & { beside?: Row['beside'] }

export function rowOf({ beside = {}, ...measured }: Measured): Row {
  const { target } = measured
  const ratio = measured.ours / measured.reference
  const ok = 'atLeast' in target ? ratio >= target.atLeast : ratio <= target.atMost
  return { ...measured, ratio, ok, beside }
}

interface Race extends Pick<Row, 'name' | 'unit' | 'target'> {
  ours: Sample[]
  reference: Sample[]
}

/** How fast both were, with the times of single pieces of work beside. */
export function raceRow({ ours, reference, ...race }: Race): Row {
  const [own, other] = [timesOf(ours), timesOf(reference)]
  return rowOf({
    ...race, ours: speedOf(ours), reference: speedOf(reference),
    beside: { 'p50 ms': own.p50, 'p99 ms': own.p99, 'reference p50 ms': other.p50, 'reference p99 ms': other.p99 },
  })
}

const HEAD = ['', 'unit', 'ours', 'reference', 'ratio', 'target', 'ok', 'beside']
const LEFT = [true, true, false, false, false, true, true, true]

export function printTable(rows: Row[]) {
  const lines = [HEAD, ...rows.map(cellsOf)]
  const widths = HEAD.map((_, column) => Math.max(...lines.map(line => line[column]!.length)))
  for (const line of lines) {
    console.log(line.map((cell, i) => (LEFT[i] ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ').trimEnd())
  }
}

const cellsOf = ({ name, unit, ours, reference, ratio, target, ok, beside }: Row): string[] => [
  name, unit, figure(ours), figure(reference), ratio.toFixed(2),
  'atLeast' in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`, ok ? 'yes' : 'NO',
  Object.entries(beside).map(([what, value]) => `${what} ${figure(value)}`).join(', '),
]

const figure = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 })
