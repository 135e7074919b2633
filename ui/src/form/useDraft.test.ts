import { expect, test } from 'vitest'
import { nextTick, ref } from 'vue'
import { useDraft } from './useDraft.ts'

test('news from the server replace an untouched draft and leave a touched one alone', async () => {
  const source = ref({ version: 1, name: 'A' })
  const { draft, isDirty } = useDraft(source)
  source.value = { version: 2, name: 'B' }
  await nextTick()
  expect(draft.value.name).toBe('B')
  draft.value.name = 'mine'
  source.value = { version: 3, name: 'C' }
  await nextTick()
  expect(draft.value).toEqual({ version: 2, name: 'mine' })
  expect(isDirty.value).toBe(true)
})

test('a draft typed back to what it was is not dirty', () => {
  const { draft, isDirty, reset } = useDraft({ name: 'A' })
  draft.value.name = 'B'
  draft.value.name = 'A'
  expect(isDirty.value).toBe(false)
  draft.value.name = 'C'
  reset()
  expect(draft.value.name).toBe('A')
})
