import { addDays, dayAt, isDay, spanOfDays, weekOf } from '@botpro/ui/format/zone-day.ts'
import { useViewer } from '@botpro/ui/session/useViewer.ts'
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { daysOf } from './bands.ts'

export type View = 'day' | 'week'

/** What is looked at stands in the address: it can be sent to somebody, and the way back leads back. */
export function useCalendarRoute() {
  const [route, router] = [useRoute(), useRouter()]
  const { tenant } = useViewer()
  const timeZone = computed(() => tenant.value?.timeZone ?? 'UTC')
  const today = computed(() => dayAt(new Date(), timeZone.value))
  const one = (name: string) => (typeof route.query[name] === 'string' ? route.query[name] : undefined)
  const put = (query: Record<string, string | undefined>) => router.push({ query: { ...route.query, ...query } })

  const day = computed({ get: () => (isDay(one('day')) ? one('day')! : today.value), set: next => void put({ day: next === today.value ? undefined : next }) })
  const view = computed<View>({ get: () => (one('view') === 'day' ? 'day' : 'week'), set: next => void put({ view: next === 'week' ? undefined : next }) })
  const resourceId = computed({ get: () => one('with') ?? '', set: next => void put({ with: next || undefined }) })
  const openId = computed({ get: () => one('appointment') ?? '', set: next => void put({ appointment: next || undefined }) })
  const showDay = (next: string) => put({ day: next === today.value ? undefined : next, view: 'day' })

  const days = computed(() => (view.value === 'day' ? [day.value] : daysOf(weekOf(day.value), 7)))
  const span = computed(() => spanOfDays(days.value[0]!, days.value.length, timeZone.value))
  const go = (steps: number) => { day.value = addDays(day.value, steps * days.value.length) }
  return { day, view, resourceId, openId, showDay, days, span, go, today, timeZone }
}
