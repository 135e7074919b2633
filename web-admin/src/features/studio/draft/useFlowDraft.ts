import { useDebounceFn } from '@vueuse/core'
import { computed, shallowReadonly, shallowRef, type ComputedRef } from 'vue'
import type { Change, Flow } from '../document/flow-document.ts'
import { begun, done, redone, undone } from '../document/history.ts'
import { merged, same, type Place, type Side } from '../document/merge.ts'
import { rebased } from '../document/rebase.ts'
import type { FlowSource, KeptFlow } from './flow-source.ts'

export type SavingState = 'SAVED' | 'PENDING' | 'SAVING' | 'FAILED' | 'REFUSED' | 'CONFLICT'

interface Draft { kept: KeptFlow; source: FlowSource; mayEdit: ComputedRef<boolean>; wait?: number }

/** A flow as it is being drawn: changed by commands, undone without end, kept by itself. */
export function useFlowDraft({ kept, source, mayEdit, wait = 1200 }: Draft) {
  const history = shallowRef(begun(kept.flow))
  /** What the server has, and by which revision. */
  const base = shallowRef(kept)
  const state = shallowRef<SavingState>('SAVED')
  const refusal = shallowRef('')
  const theirs = shallowRef<KeptFlow | null>(null)
  /** What is to be saved next undoes something of theirs, because she said so. */
  let overwrites = false
  const flow = computed(() => history.value.present)
  /** Where both changed the same. */
  const clashes = computed(() => (theirs.value ? merged(base.value.flow, flow.value, theirs.value.flow).clashes : []))
  const isDirty = computed(() => flow.value !== base.value.flow)
  const later = useDebounceFn(() => save(), wait)

  /** What one press of a key or a button does is undone at once, in however many changes it is told. */
  let isSameAct = false
  function run(change: Change, merge?: string) {
    if (!mayEdit.value) return
    const before = history.value
    move(done(before, change, { merge, at: Date.now(), isSameAct }))
    if (history.value === before || isSameAct) return
    isSameAct = true
    queueMicrotask(() => { isSameAct = false })
  }
  function move(next: typeof history.value) {
    if (next === history.value) return
    history.value = next
    if (state.value === 'CONFLICT') return
    if (state.value !== 'SAVING') state.value = isDirty.value ? 'PENDING' : 'SAVED'
    if (isDirty.value) void later()
  }
  async function save() {
    if (isBusy() || !isDirty.value) return
    state.value = 'SAVING'
    const sent = flow.value
    const result = await source.save(sent, base.value.revision, { keepsBefore: overwrites })
    if (result.kind === 'SAVED') overwrites = false
    if (result.kind === 'SAVED') return accept({ flow: sent, revision: result.revision, at: result.at, by: null })
    if (result.kind === 'CHANGED') return meet(result.theirs)
    refusal.value = result.kind === 'REFUSED' ? result.message : ''
    state.value = result.kind
    if (result.kind === 'FAILED') void later()
  }
  function accept(next: KeptFlow) {
    base.value = next
    state.value = isDirty.value ? 'PENDING' : 'SAVED'
    if (isDirty.value) void later()
  }
  /** Where both changed different steps, both changes hold; else somebody has to say which. */
  function meet(other: KeptFlow) {
    const { flow: both, clashes } = merged(base.value.flow, flow.value, other.flow)
    if (clashes.length) {
      theirs.value = other
      state.value = 'CONFLICT'
      return
    }
    // Nothing of one's own is open: theirs is all there is, and there is nothing to save.
    settle(other, isDirty.value ? both : other.flow)
  }
  /** Goes on from what they kept; what was done here before is undone on top of it. */
  function settle(other: KeptFlow, next: Flow) {
    theirs.value = null
    history.value = rebased(history.value, { base: base.value.flow, theirs: other.flow, next })
    accept(other)
  }
  /** Of what both changed, the side that she says; all else of both holds. Undoing it leads to the other side, and what hers overwrites is kept. */
  function resolve(sideOf: (place: Place) => Side) {
    const other = theirs.value
    if (!other) return
    const both = (side: (place: Place) => Side) => merged(base.value.flow, flow.value, other.flow, side)
    const { flow: chosen, clashes: asked } = both(sideOf)
    const isAllMine = asked.every(place => sideOf(place) === 'MINE')
    const next = same(chosen, other.flow) ? other.flow : chosen
    overwrites ||= asked.some(place => sideOf(place) === 'MINE')
    settle(other, both(() => (isAllMine ? 'THEIRS' : 'MINE')).flow)
    move(done(history.value, () => next, { at: Date.now() }))
  }
  const isBusy = () => state.value === 'SAVING' || state.value === 'CONFLICT'
  /** Somebody else kept something while this was open. */
  async function refresh() {
    if (isBusy()) return
    const latest = await source.latest()
    // What is being saved meanwhile may be the very thing that was read.
    if (isBusy()) return
    if (latest && latest.revision > base.value.revision) meet(latest)
  }
  return {
    flow, base: shallowReadonly(base), isDirty, mayEdit, run, save, refresh,
    state: shallowReadonly(state), refusal: shallowReadonly(refusal), theirs: shallowReadonly(theirs),
    undo: () => { if (mayEdit.value) move(undone(history.value)) },
    redo: () => { if (mayEdit.value) move(redone(history.value)) },
    canUndo: computed(() => mayEdit.value && history.value.past.length > 0),
    canRedo: computed(() => mayEdit.value && history.value.future.length > 0),
    resolve, clashes,
  }
}

export type FlowDraft = ReturnType<typeof useFlowDraft>
