import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layout } from './layout.ts'

const WIDTH = 264
const heightOf = (exits: number) => 86 + (exits > 1 ? exits * 28 + 6 : 0)

/** Steps that all hang on the first, and lead wherever they like. */
const graphs = fc.integer({ min: 1, max: 25 }).chain(count => fc.tuple(
  fc.tuple(...Array.from({ length: count }, (_, at) => fc.integer({ min: 0, max: Math.max(0, at - 1) }))),
  fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 30 }),
)).map(([parents, more]) => {
  const edges = [...parents.map((from, to) => [from, to] as const).slice(1), ...more]
  return parents.map((_, at) => {
    const targets = edges.filter(([from]) => from === at).map(([, to]) => String(to))
    return { id: String(at), exits: targets.length, next: Object.fromEntries(targets.map((to, exit) => [`e${exit}`, to])) }
  })
})

test('however steps hang together, each has a place and none covers another', () => {
  fc.assert(fc.property(graphs, steps => {
    const places = layout(steps, '0')
    const boxes = steps.map(({ id, exits }) => ({ ...places.get(id)!, height: heightOf(exits) }))
    for (const [at, box] of boxes.entries()) {
      for (const other of boxes.slice(at + 1)) {
        const apart = Math.abs(box.x - other.x) >= WIDTH || box.y + box.height <= other.y || other.y + other.height <= box.y
        expect(apart).toBe(true)
      }
    }
  }))
})

test('where nothing goes back, every step stands to the right of what leads to it', () => {
  const steps = [['a', ['b', 'd']], ['b', ['c']], ['c', ['d']], ['d', []]].map(([id, next]) =>
    ({ id: id as string, exits: next!.length, next: Object.fromEntries((next as string[]).map((to, at) => [`e${at}`, to])) }))
  const places = layout(steps, 'a')
  for (const { id, next } of steps) for (const to of Object.values(next)) expect(places.get(to)!.x).toBeGreaterThan(places.get(id)!.x)
})
