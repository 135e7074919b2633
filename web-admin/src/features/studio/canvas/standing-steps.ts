import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue'
import type { FlowDraft } from '../draft/useFlowDraft.ts'
import { boxOf, type Box } from './geometry.ts'

/** Where all steps stand, in sight or not: connections go around them. */
const KEY: InjectionKey<ComputedRef<Box[]>> = Symbol('standing steps')
export const provideStandingSteps = (draft: FlowDraft) => provide(KEY, computed(() => draft.flow.value.steps.map(boxOf)))
export function useStandingSteps(): ComputedRef<Box[]> {
  const boxes = inject(KEY)
  if (!boxes) throw new Error('StudioCanvas provides where the steps stand')
  return boxes
}
