import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { computed, ref } from 'vue'
import { addStep, changeFlow, changeStep } from '../document/commands.ts'
import { flowOf, say } from '../document/flow.testing.ts'
import type { FlowSource } from './flow-source.ts'
import { memorySource } from './memory-source.testing.ts'
import { useFlowDraft, type FlowDraft } from './useFlowDraft.ts'

const base = flowOf([say('a', { done: 'b' }), say('b')])
const named = (id: string, name: string) => changeStep(id, { name })

function opened({ mayEdit = true } = {}) {
  const memory = memorySource(base)
  const may = ref(mayEdit)
  return { memory, draft: useFlowDraft({ kept: memory.first, source: memory.source, mayEdit: computed(() => may.value) }) }
}

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

test('what is changed is saved by itself, once, after the last letter', async () => {
  const { memory, draft } = opened()
  draft.run(named('a', 'H'))
  draft.run(named('a', 'Hola'))
  expect(draft.state.value).toBe('PENDING')
  await vi.advanceTimersByTimeAsync(5000)
  expect(memory.saves.map(({ steps }) => steps[0]!.name)).toEqual(['Hola'])
  expect(draft.state.value).toBe('SAVED')
})

test('what is typed while it is being saved is saved next', async () => {
  const { memory, draft } = opened()
  draft.run(named('a', 'one'))
  const saving = draft.save()
  draft.run(named('a', 'two'))
  await saving
  expect(draft.isDirty.value).toBe(true)
  await vi.advanceTimersByTimeAsync(5000)
  expect(memory.kept().flow.steps[0]!.name).toBe('two')
})

test('where somebody else changed another step, both changes are kept without asking', async () => {
  const { memory, draft } = opened()
  memory.changeElsewhere(named('b', 'theirs'))
  draft.run(named('a', 'mine'))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(memory.kept().flow.steps.map(({ name }) => name)).toEqual(['mine', 'theirs'])
  expect(draft.state.value).toBe('SAVED')
})

test('where somebody else changed the same step, nothing is overwritten until somebody says so', async () => {
  const { memory, draft } = opened()
  memory.changeElsewhere(named('a', 'theirs'))
  draft.run(named('a', 'mine'))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(draft.state.value).toBe('CONFLICT')
  expect(memory.kept().flow.steps[0]!.name).toBe('theirs')
  draft.resolve(() => 'MINE')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(memory.kept().flow.steps[0]!.name).toBe('mine')
  draft.undo()
  expect(draft.flow.value.steps[0]!.name).toBe('theirs')
})

test('where both changed several steps she says for each which holds; what only one changed stays, and what is overwritten is kept', async () => {
  const { memory, draft } = opened()
  memory.changeElsewhere(flow => addStep(say('d'))(named('b', 'theirs')(named('a', 'theirs')(flow))))
  draft.run(flow => addStep(say('c'))(named('b', 'mine')(named('a', 'mine')(flow))))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(draft.clashes.value).toEqual(['a', 'b'])
  const before = memory.kept().flow
  draft.resolve(place => (place === 'a' ? 'MINE' : 'THEIRS'))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(memory.kept().flow.steps.map(({ id, name }) => [id, name])).toEqual([['a', 'mine'], ['b', 'theirs'], ['c', undefined], ['d', undefined]])
  expect(memory.snapshots).toEqual([before])
  draft.run(named('c', 'later'))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(memory.snapshots).toHaveLength(1)
})

test('whoever takes the other’s version can still undo it', async () => {
  const { memory, draft } = opened()
  memory.changeElsewhere(named('a', 'theirs'))
  draft.run(named('a', 'mine'))
  await vi.advanceTimersByTimeAsync(10_000)
  draft.resolve(() => 'THEIRS')
  expect(draft.flow.value.steps[0]!.name).toBe('theirs')
  expect(draft.state.value).toBe('SAVED')
  draft.undo()
  expect(draft.flow.value.steps[0]!.name).toBe('mine')
})

test('what somebody else saves comes in while nothing of one’s own is open', async () => {
  const { memory, draft } = opened()
  memory.changeElsewhere(named('b', 'theirs'))
  await draft.refresh()
  expect(draft.flow.value.steps[1]!.name).toBe('theirs')
  expect(draft.isDirty.value).toBe(false)
})

describe('after somebody else kept something', () => {
  const names = (draft: FlowDraft) => draft.flow.value.steps.map(({ name }) => name)

  /** Mine was kept, then theirs came in; each is about a step of its own. */
  async function met() {
    const { memory, draft } = opened()
    draft.run(named('a', 'mine'))
    await draft.save()
    memory.changeElsewhere(flow => addStep(say('c'))(named('b', 'theirs')(flow)))
    await draft.refresh()
    return { memory, draft }
  }

  test('undoing takes back one’s own change alone, and so it is kept', async () => {
    const { memory, draft } = await met()
    draft.undo()
    expect(names(draft)).toEqual([undefined, 'theirs', undefined])
    await vi.advanceTimersByTimeAsync(5000)
    expect(memory.kept().flow).toEqual(draft.flow.value)
    expect(draft.canUndo.value).toBe(false)
  })

  test('what was undone before is redone on top of it', async () => {
    const { memory, draft } = opened()
    draft.run(named('a', 'mine'))
    draft.undo()
    memory.changeElsewhere(named('b', 'theirs'))
    await draft.refresh()
    draft.redo()
    expect(names(draft)).toEqual(['mine', 'theirs'])
  })

  test('what came in while something was open is not undone with it', async () => {
    const { memory, draft } = opened()
    memory.changeElsewhere(named('b', 'theirs'))
    draft.run(named('a', 'mine'))
    await vi.advanceTimersByTimeAsync(10_000)
    draft.undo()
    expect(names(draft)).toEqual([undefined, 'theirs'])
    draft.redo()
    expect(names(draft)).toEqual(['mine', 'theirs'])
  })

  test('nobody goes back over a step that the other changed since', async () => {
    const { memory, draft } = await met()
    await Promise.resolve()
    draft.run(changeFlow({ description: 'mine' }))
    await draft.save()
    memory.changeElsewhere(named('a', 'theirs'))
    await draft.refresh()
    draft.undo()
    expect([draft.flow.value.description, ...names(draft)]).toEqual([undefined, 'theirs', 'theirs', undefined])
    expect(draft.canUndo.value).toBe(false)
  })

  test('what both did alike is nothing to undo', async () => {
    const { memory, draft } = opened()
    draft.run(named('a', 'same'))
    memory.changeElsewhere(named('a', 'same'))
    await draft.refresh()
    expect(draft.canUndo.value).toBe(false)
    expect(names(draft)).toEqual(['same', undefined])
  })

  test('whoever takes theirs and undoes that has what both changed, and her own where they clashed', async () => {
    const { memory, draft } = opened()
    memory.changeElsewhere(flow => named('b', 'theirs')(named('a', 'theirs')(flow)))
    draft.run(named('a', 'mine'))
    await vi.advanceTimersByTimeAsync(10_000)
    draft.resolve(() => 'THEIRS')
    draft.undo()
    expect(names(draft)).toEqual(['mine', 'theirs'])
  })

  test('what is read while it is being saved is not taken for somebody else’s', async () => {
    const memory = memorySource(base)
    let answer = () => {}
    const answered = new Promise<void>(done => { answer = done })
    const source: FlowSource = {
      async save(...args) {
        const result = await memory.source.save(...args)
        await answered
        return result
      },
      latest: () => Promise.resolve().then(memory.source.latest),
    }
    const draft = useFlowDraft({ kept: memory.first, source, mayEdit: computed(() => true) })
    draft.run(named('a', 'mine'))
    const [reading, saving] = [draft.refresh(), draft.save()]
    await reading
    answer()
    await saving
    draft.undo()
    expect(draft.flow.value).toBe(base)
  })
})

test('undone back to what is kept, there is nothing to save', async () => {
  const { memory, draft } = opened()
  draft.run(named('a', 'one'))
  draft.undo()
  expect(draft.isDirty.value).toBe(false)
  await vi.advanceTimersByTimeAsync(5000)
  expect(memory.saves).toEqual([])
})

test('whoever may only read changes nothing', () => {
  const { draft } = opened({ mayEdit: false })
  draft.run(named('a', 'one'))
  expect(draft.flow.value).toBe(base)
})

test('a save that did not get through is tried again', async () => {
  const memory = memorySource(base)
  let tries = 0
  const source = { ...memory.source, save: (...args: Parameters<typeof memory.source.save>) => (++tries === 1 ? Promise.resolve({ kind: 'FAILED' as const }) : memory.source.save(...args)) }
  const draft = useFlowDraft({ kept: memory.first, source, mayEdit: computed(() => true) })
  draft.run(named('a', 'one'))
  await vi.advanceTimersByTimeAsync(2000)
  expect(draft.state.value).toBe('FAILED')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(memory.kept().flow.steps[0]!.name).toBe('one')
})

test('one act is undone at once, and the next one on its own', async () => {
  const { draft } = opened()
  draft.run(named('a', 'one'))
  draft.run(named('b', 'one'))
  await Promise.resolve()
  draft.run(named('a', 'two'))
  draft.undo()
  expect(draft.flow.value.steps.map(({ name }) => name)).toEqual(['one', 'one'])
  draft.undo()
  expect(draft.flow.value).toBe(base)
})
