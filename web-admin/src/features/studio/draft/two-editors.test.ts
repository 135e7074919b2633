import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { computed } from 'vue'
import { stepById, type Flow, type Step } from '../document/flow-document.ts'
import { anyChange, flowOf, menu, say } from '../document/flow.testing.ts'
import { same } from '../document/merge.ts'
import { memorySource } from './memory-source.testing.ts'
import { useFlowDraft, type FlowDraft } from './useFlowDraft.ts'

const base = flowOf([say('a', { done: 'b' }), menu('b', { yes: 'c' }), say('c')])

const anyMove = fc.record({
  who: fc.nat(1), change: anyChange, takesTheirs: fc.boolean(),
  what: fc.constantFrom('DO', 'DO', 'DO', 'UNDO', 'UNDO', 'REDO', 'SAVE', 'SAVE', 'REFRESH'),
})
type Move = typeof anyMove extends fc.Arbitrary<infer Value> ? Value : never

interface Editor {
  draft: FlowDraft
  /** Steps that she ever added, changed, led elsewhere or removed by an act of her own. */
  touched: Set<string>
}

type Look = (step: Step | undefined) => Step | undefined
const whole: Look = step => step
/** Where it leads may change by what others removed. */
const itself: Look = step => step && { ...step, next: {} }
const differing = (before: Flow, after: Flow, look: Look): string[] =>
  [...new Set([...before.steps, ...after.steps].map(({ id }) => id))].filter(id => !same(look(stepById(before, id)), look(stepById(after, id))))

async function move({ draft, touched }: Editor, { what, change, takesTheirs }: Move) {
  if (draft.state.value === 'CONFLICT') return draft.resolve(place => (takesTheirs === (place.length % 2 === 0) ? 'THEIRS' : 'MINE'))
  if (what === 'SAVE') return draft.save()
  if (what === 'REFRESH') return draft.refresh()
  if (what === 'UNDO') return draft.undo()
  if (what === 'REDO') return draft.redo()
  const before = draft.flow.value
  draft.run(change)
  for (const id of differing(before, draft.flow.value, whole)) touched.add(id)
  // The next one is an act of its own.
  await Promise.resolve()
}

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

test('whatever two do, undo and keep: no step that one never touched is lost or changed by what she keeps', { timeout: 60_000 }, async () => {
  let [saves, undone] = [0, 0]
  await fc.assert(fc.asyncProperty(fc.array(anyMove, { minLength: 10, maxLength: 60 }), async moves => {
    const memory = memorySource(base)
    const editors = [0, 1].map((): Editor => ({ draft: useFlowDraft({ kept: memory.first, source: memory.source, mayEdit: computed(() => true) }), touched: new Set() }))
    for (const next of moves) {
      const [editor, before] = [editors[next.who]!, memory.kept()]
      if (next.what === 'UNDO' && editor.draft.canUndo.value && before.revision > 1) undone++
      await move(editor, next)
      if (memory.kept() === before) continue
      saves++
      const lost = differing(before.flow, memory.kept().flow, itself).filter(id => stepById(before.flow, id) && !editor.touched.has(id))
      expect(lost).toEqual([])
    }
  }), { numRuns: 300 })
  expect(Math.min(saves, undone)).toBeGreaterThan(300)
})
