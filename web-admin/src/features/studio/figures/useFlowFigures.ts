import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { useNow } from '@vueuse/core'
import { computed, ref, shallowRef } from 'vue'
import { FlowFiguresDocument } from '../../../contract/graphql.ts'

export const DAYS = [1, 7, 30, 90] as const
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** How people went through the flow that is drawn, as far as its steps are still there. */
export function useFlowFigures(botId: string, flow: () => string) {
  const isShown = ref(false)
  const days = ref<(typeof DAYS)[number]>(30)
  const opened = shallowRef<string | null>(null)
  const now = useNow({ interval: MINUTE_MS })
  /** To the minute, so that the question stays the same for as long. */
  const period = computed(() => {
    const until = Math.ceil(now.value.getTime() / MINUTE_MS) * MINUTE_MS
    return { from: new Date(until - days.value * DAY_MS).toISOString(), until: new Date(until).toISOString() }
  })
  const input = computed(() => ({ botId, flow: flow(), ...period.value }))
  const asked = useAsk({ query: FlowFiguresDocument, variables: () => ({ input: input.value }), pause: () => !isShown.value, requestPolicy: 'cache-and-network' })
  const steps = computed(() => (isShown.value ? new Map(asked.data.value?.flowFigures.steps.map(step => [step.step, step])) : null))
  const runs = computed(() => asked.data.value?.flowFigures.runs ?? 0)
  return { isShown, days, opened, input, steps, runs, state: asked.state, error: asked.error, refresh: asked.refresh }
}

export type FlowFigures = ReturnType<typeof useFlowFigures>
