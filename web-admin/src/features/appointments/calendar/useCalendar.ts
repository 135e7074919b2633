import { useNow } from '@botpro/ui/format/useNow.ts'
import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { addDays, spanOfDays } from '@botpro/ui/format/zone-day.ts'
import { refDebounced } from '@vueuse/core'
import { computed, ref } from 'vue'
import { AppointmentOpeningsDocument, AppointmentResourcesDocument, AppointmentServicesDocument } from '../../../contract/graphql.ts'
import { columnsByDay, columnsByResource, isCancelled, type Column } from './columns.ts'
import { useAppointments } from './useAppointments.ts'
import { useCalendarRoute } from './useCalendarRoute.ts'

/** Who is looked for is found half a year back and half a year ahead. */
const SEARCHED = 180

/** Everything that the calendar shows. */
export function useCalendar() {
  const route = useCalendarRoute()
  const { days, span, view, resourceId, timeZone, today } = route
  const [search, showsCancelled, now] = [ref(''), ref(false), useNow()]
  const term = refDebounced(computed(() => search.value.trim()), 250)
  const searched = computed(() => spanOfDays(addDays(today.value, -SEARCHED), 2 * SEARCHED, timeZone.value))
  const booked = useAppointments(() => ({ span: term.value ? searched.value : span.value, search: term.value }))
  const services = useAsk({ query: AppointmentServicesDocument, variables: {}, requestPolicy: 'cache-and-network' })
  const resources = useAsk({ query: AppointmentResourcesDocument, variables: {}, requestPolicy: 'cache-and-network' })
  const openings = useAsk({ query: AppointmentOpeningsDocument, variables: () => span.value, requestPolicy: 'cache-and-network' })

  const working = computed(() => (resources.data.value?.appointmentResources ?? []).filter(({ isActive }) => isActive))
  const appointments = computed(() => booked.appointments.value.filter(one => showsCancelled.value || !isCancelled(one)))
  /** Who works, and who still has something although she works no more. */
  const people = computed(() => {
    const known = new Set(working.value.map(({ id }) => id))
    const former = new Map(appointments.value.map(({ resource }) => [resource.id, resource]).filter(([id]) => !known.has(id as string)) as [string, { id: string; name: string }][])
    return [...working.value, ...former.values()].map(({ id, name }) => ({ id, name }))
  })
  const shown = computed(() => (resourceId.value ? people.value.filter(({ id }) => id === resourceId.value) : people.value))
  const columns = computed<Column[]>(() => {
    const facts = { appointments: appointments.value, openings: openings.data.value?.appointmentOpenings ?? [], resources: shown.value, timeZone: timeZone.value, now: now.value }
    return view.value === 'day' ? columnsByResource(days.value[0]!, facts) : columnsByDay(days.value, facts)
  })
  const asked = computed(() => [services.state.value, resources.state.value, openings.state.value, booked.state.value])
  const state = computed(() => (asked.value.includes('failed') ? 'failed' as const : asked.value.includes('loading') ? 'loading' as const : 'ready' as const))
  const error = computed(() => services.error.value ?? resources.error.value ?? openings.error.value ?? booked.error.value)
  /** What is missing before anything can be booked. */
  const lacks = computed(() => {
    const offered = (services.data.value?.appointmentServices ?? []).filter(({ isActive }) => isActive)
    if (!offered.length) return 'service' as const
    if (!working.value.length) return 'resource' as const
    return offered.some(service => service.resources.some(({ isActive }) => isActive)) ? undefined : 'link' as const
  })
  function refresh() {
    for (const one of [services, resources, openings]) void one.refresh()
    void booked.load()
  }
  return { ...route, search, term, showsCancelled, now, people, columns, appointments, isCut: booked.isCut, take: booked.take, state, error, lacks, refresh }
}
