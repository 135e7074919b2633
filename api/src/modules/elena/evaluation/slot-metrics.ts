import type { TrainingExample, Understanding } from '../model.ts'

type Understood = Pick<Understanding, 'entities'>

export interface EntityFigures { entity: string, examples: number, precision: number, recall: number, f1: number }

interface Count { right: number, marked: number, found: number }

/**
 * Precision, recall and F1 (0–1) of each type of entity that the tests mark, by name: one counts where its span and its
 * type are both exactly right. What recognisers find of their own kinds is left out, since nobody marked it.
 */
export function figuresByEntity(tests: readonly TrainingExample[], understood: readonly Understood[]): EntityFigures[] {
  return [...countsOf(tests, understood)].sort(([one], [other]) => one < other ? -1 : 1).map(([entity, { right, marked, found }]) => ({
    entity, examples: marked, precision: share(right, found), recall: share(right, marked), f1: share(2 * right, marked + found),
  }))
}

/** F1 (0–1) over all types together. */
export function slotF1Of(tests: readonly TrainingExample[], understood: readonly Understood[]): number {
  const counts = [...countsOf(tests, understood).values()]
  const sum = (part: keyof Count) => counts.reduce((all, count) => all + count[part], 0)
  return share(2 * sum('right'), sum('marked') + sum('found'))
}

const share = (part: number, whole: number) => whole > 0 ? part / whole : 0

function countsOf(tests: readonly TrainingExample[], understood: readonly Understood[]): Map<string, Count> {
  const counts = new Map<string, Count>()
  for (const { entity } of tests.flatMap(each => each.entities ?? [])) counts.set(entity, { right: 0, marked: 0, found: 0 })
  tests.forEach(({ entities = [] }, at) => {
    const wanted = new Map(entities.map(each => [spanOf(each), each.entity]))
    for (const entity of wanted.values()) counts.get(entity)!.marked++
    for (const each of understood[at]!.entities) {
      const count = counts.get(each.entity)
      if (!count) continue
      count.found++
      if (wanted.has(spanOf(each))) count.right++
    }
  })
  return counts
}

const spanOf = ({ start, end, entity }: { start: number, end: number, entity: string }) => `${start}:${end}:${entity}`
