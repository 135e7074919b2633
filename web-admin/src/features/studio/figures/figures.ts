import type { StepFigures_FlowStepFiguresFragment as StepFigures } from '../../../contract/graphql.ts'

/** The share that left at a step, in whole percent; nothing where nobody came. */
export const dropOff = ({ visits, droppedOff }: Pick<StepFigures, 'visits' | 'droppedOff'>): number => (visits === 0 ? 0 : Math.round((droppedOff / visits) * 100))

/** A duration in its two largest units: 95 seconds are `1 min 35 s`. */
export function durationOf(seconds: number): string {
  if (seconds < 1) return '< 1 s'
  const units: [string, number][] = [['d', 86_400], ['h', 3600], ['min', 60], ['s', 1]]
  let rest = Math.round(seconds)
  const parts = units.flatMap(([unit, size]) => {
    const count = Math.floor(rest / size)
    rest -= count * size
    return count ? [`${count} ${unit}`] : []
  })
  return parts.slice(0, 2).join(' ')
}
