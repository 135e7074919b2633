import type { VueFlowStore } from '@vue-flow/core'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { nextTick } from 'vue'
import { useI18n } from 'vue-i18n'
import { exitsOf } from '@botpro/graphql/flows/exits.ts'
import { freePlace, freeShift, NODE_WIDTH, placeBehind, placeBetween, surrounding, boxOf } from './canvas/geometry.ts'
import { makeRoom } from './canvas/make-room.ts'
import { addStep, disconnect, duplicate, insertBetween, mainExit, removeSteps, type Naming } from './document/commands.ts'
import { pasteCopied, readCopied, written } from './document/clipboard.ts'
import { stepById, type Step, type StepKind } from './document/flow-document.ts'
import { newStep, newStepId, withVariable } from './document/new-step.ts'
import type { Picking, Studio } from './studio-context.ts'

type Held = Pick<Studio, 'draft' | 'panel' | 'opened' | 'current' | 'picking'>

/** What can be done with steps, from the canvas, the panel and the keys alike. */
export function useStudioActions({ draft, panel, opened, current, picking }: Held, canvas: VueFlowStore) {
  const { t } = useI18n()
  const { undoable } = useNotify()
  const steps = () => draft.flow.value.steps
  const naming: Naming = (step, taken) => newStepId(step.kind, taken)

  function open(id: string) {
    current.value = id
    opened.value = id
    panel.value = 'step'
  }
  const show = (id: string) => { current.value = id }
  /** Opens a step and goes to its first field. */
  async function enter(id: string) {
    open(id)
    await nextTick()
    const found = document.querySelector<HTMLElement>('[data-panel] [data-panel-body] textarea') ?? document.querySelector<HTMLElement>('[data-panel] [data-panel-body] :is(button, input):not([disabled])')
    found?.focus()
  }
  /** Those that are chosen, or the one that the keys go by. */
  function chosen(): Set<string> {
    const ids = canvas.getSelectedNodes.value.map(({ id }) => id)
    return new Set(ids.length ? ids : current.value ? [current.value] : [])
  }
  function add(kind: StepKind, place: Picking): Step {
    const id = newStepId(kind, steps().map(step => step.id))
    const rough = newStep(kind, id, place.at)
    const before = place.between && stepById(draft.flow.value, place.between.step)
    const placed = { ...rough, position: before ? placeBetween(before, place.between!.exit, rough.position) : freePlace(rough, steps()) }
    let added = placed
    draft.run(flow => {
      const { flow: ready, step } = withVariable(flow, placed, t('studio.answerName.TEXT'))
      added = step
      return place.between ? makeRoom(id, place.between.step)(insertBetween(step, place.between)(ready)) : addStep(step, place.from)(ready)
    })
    picking.value = null
    letGo()
    void enter(id)
    return added
  }
  /** Where a step goes that was asked for without saying where: behind the one in hand, or in the middle. */
  function anywhere(): Picking {
    const { width, height } = canvas.dimensions.value
    const box = canvas.vueFlowRef.value?.getBoundingClientRect()
    const screen = { x: (box?.left ?? 0) + width / 2 - 152, y: (box?.top ?? 0) + Math.min(80, height / 4) }
    const step = current.value ? stepById(draft.flow.value, current.value) : undefined
    const exit = step && exitsOf(step).find(one => !step.next[one])
    if (step && exit) return { at: placeBehind(step, exit), screen, from: { step: step.id, exit } }
    const middle = canvas.screenToFlowCoordinate({ x: (box?.left ?? 0) + width / 2, y: (box?.top ?? 0) + height / 2 })
    return { at: { x: middle.x - NODE_WIDTH / 2, y: middle.y - 40 }, screen }
  }
  function remove(ids: ReadonlySet<string>) {
    if (!ids.size || !draft.mayEdit.value) return
    const next = [...ids].flatMap(id => { const step = stepById(draft.flow.value, id); const exit = step && mainExit(step); return (exit && step.next[exit]) || [] }).find(id => !ids.has(id))
    const before = draft.flow.value
    draft.run(removeSteps(ids))
    if (draft.flow.value === before) return
    const gone = before.steps.length - draft.flow.value.steps.length
    if (opened.value && !stepById(draft.flow.value, opened.value)) panel.value = null
    current.value = next ?? draft.flow.value.start
    const after = draft.flow.value
    undoable(t('studio.removed', { n: gone }), () => { if (draft.flow.value === after) draft.undo() })
  }
  /** What is chosen: connections where one was pressed, steps otherwise. */
  function removeChosen() {
    const edges = canvas.getSelectedEdges.value
    if (canvas.getSelectedNodes.value.length || !edges.length) return remove(chosen())
    if (!draft.mayEdit.value) return
    draft.run(flow => edges.reduce((now, { source, sourceHandle }) => disconnect({ step: source, exit: sourceHandle ?? 'done' })(now), flow))
  }
  function letGo() {
    canvas.removeSelectedNodes(canvas.getSelectedNodes.value)
    canvas.removeSelectedEdges(canvas.getSelectedEdges.value)
    canvas.nodesSelectionActive.value = false
  }
  async function choose(ids: readonly string[]) {
    await nextTick()
    letGo()
    canvas.addSelectedNodes(ids.flatMap(id => canvas.findNode(id) ?? []))
    if (ids[0]) current.value = ids[0]
  }
  const since = (known: ReadonlySet<string>) => steps().filter(({ id }) => !known.has(id)).map(({ id }) => id)
  function double(ids: ReadonlySet<string>) {
    const known = new Set(steps().map(({ id }) => id))
    draft.run(duplicate(ids, naming, freeShift(steps().filter(({ id }) => ids.has(id)), steps(), { x: 40, y: 60 })))
    void choose(since(known))
  }
  const copied = () => written(draft.flow.value, chosen())
  function pasted(text: string): boolean {
    const found = readCopied(text)
    if (!found.steps.length || !draft.mayEdit.value) return false
    const all = surrounding(found.steps.map(boxOf))
    const known = new Set(steps().map(({ id }) => id))
    /** In the flow that they come from: a little beside the originals, or where those stood that were cut out. */
    function wished() {
      if (found.flow === draft.flow.value.key) return found.steps.some(({ id }) => known.has(id)) ? { x: 60, y: 80 } : { x: 0, y: 0 }
      const { at } = anywhere()
      return { x: Math.round(at.x - all.x), y: Math.round(at.y - all.y) }
    }
    const by = freeShift(found.steps, steps(), wished())
    draft.run(pasteCopied(found, naming, by))
    void choose(since(known))
    return true
  }
  return { open, show, enter, chosen, add, anywhere, remove, removeChosen, letGo, choose, double, copied, pasted }
}

export type StudioActions = ReturnType<typeof useStudioActions>
