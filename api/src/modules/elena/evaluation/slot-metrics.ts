import type { TrainingExample, Understanding } from '../model.ts'

/**
 * F1 (0–1) of the learned and listed entities over some texts: one counts where its span and its type are both exactly
 * right. Entities of recognisers' own kinds that no example marks are left out, since nobody asked for them.
 */
export function slotF1Of(tests: readonly TrainingExample[], understood: readonly Pick<Understanding, 'entities'>[]): number {
  const asked = new Set(tests.flatMap(each => (each.entities ?? []).map(({ entity }) => entity)))
  let right = 0
  let marked = 0
  let found = 0
  tests.forEach(({ entities = [] }, at) => {
    const wanted = new Set(entities.map(spanOf))
    const given = understood[at]!.entities.filter(each => asked.has(each.entity)).map(spanOf)
    marked += wanted.size
    found += given.length
    right += given.filter(span => wanted.has(span)).length
  })
  return marked + found > 0 ? 2 * right / (marked + found) : 0
}

const spanOf = ({ start, end, entity }: { start: number, end: number, entity: string }) => `${start}:${end}:${entity}`
