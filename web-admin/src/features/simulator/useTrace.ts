import { computed, shallowRef, type ComputedRef } from 'vue'
import type { Place, Simulation } from './session.ts'

/** How a step of the canvas is lit: it was done a moment ago, something went wrong there, or the conversation stands there. */
export type Light = 'visited' | 'failed' | 'standing'

interface Trace {
  visits: Simulation['trace']
  standsAt: Place | null
}

/** What is played now; nothing while nothing is. One for the whole app: there is one canvas. */
const trace = shallowRef<Trace | null>(null)

/** The steps of the conversation that is played, for the canvas; and how the simulator tells them. */
export function useTrace() {
  /** All turns since the beginning: the way that was taken is seen as a whole. */
  const show = (simulations: readonly Simulation[]) => { trace.value = { visits: simulations.flatMap(simulation => simulation.trace), standsAt: simulations.at(-1)?.standsAt ?? null } }
  const clear = () => { trace.value = null }
  return { trace, show, clear }
}

/** How the steps of one flow are lit. */
export function useLights(flow: () => string): ComputedRef<ReadonlyMap<string, Light>> {
  return computed(() => {
    const lights = new Map<string, Light>()
    for (const visit of trace.value?.visits ?? []) if (visit.flow === flow()) lights.set(visit.step, visit.failure ? 'failed' : 'visited')
    if (trace.value?.standsAt?.flow === flow()) lights.set(trace.value.standsAt.step, 'standing')
    return lights
  })
}
