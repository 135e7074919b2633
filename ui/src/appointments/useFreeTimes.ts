import { computed, toValue, type MaybeRefOrGetter, type Ref } from 'vue'
import { FreeTimesDocument } from '../contract/graphql.ts'
import { addDays, dayAt, spanOfDays } from '../format/zone-day.ts'
import { useAsk } from '../graphql/useAsk.ts'
import { useViewer } from '../session/useViewer.ts'

interface Asked {
  serviceId: MaybeRefOrGetter<string>
  resourceId: MaybeRefOrGetter<string | undefined>
  /** Empty for those of the next days. */
  day: Ref<string>
}

const SOONEST = 12
const MOST_OF_A_DAY = 100

export function useFreeTimes({ serviceId, resourceId, day }: Asked) {
  const { tenant } = useViewer()
  const timeZone = computed(() => tenant.value?.timeZone ?? 'UTC')
  const today = computed(() => dayAt(new Date(), timeZone.value))
  const asked = useAsk({
    query: FreeTimesDocument, requestPolicy: 'network-only', pause: () => !toValue(serviceId),
    variables: () => ({
      serviceId: toValue(serviceId), resourceId: toValue(resourceId) ?? null, most: day.value ? MOST_OF_A_DAY : SOONEST,
      ...day.value && spanOfDays(day.value, 1, timeZone.value),
    }),
  })
  const state = computed(() => (asked.fetching.value ? 'loading' as const : asked.state.value))
  const times = computed(() => (asked.fetching.value ? [] : asked.data.value?.freeTimes ?? []))
  const dayOf = (at: string) => dayAt(at, timeZone.value)
  const go = (days: number) => { day.value = addDays(day.value || (times.value[0] ? dayOf(times.value[0].start) : today.value), days) }
  return { times, state, refresh: asked.refresh, today, go, dayOf }
}
