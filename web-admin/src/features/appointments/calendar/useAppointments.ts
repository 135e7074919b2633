import type { Span } from '@botpro/ui/format/zone-day.ts'
import { useClientHandle, useSubscription } from '@urql/vue'
import { useDocumentVisibility } from '@vueuse/core'
import type { CombinedError } from '@urql/core'
import { ref, shallowRef, watch } from 'vue'
import { AppointmentsChangedDocument, AppointmentsWithinDocument, type AppointmentCard_AppointmentFragment as Appointment } from '../../../contract/graphql.ts'

const PAGE = 100
const MOST_PAGES = 20

interface Asked {
  span: Span
  search: string
}

/** What is booked within some time, whole, as it changes. Told by news; who was away for a while asks again. */
export function useAppointments(asked: () => Asked) {
  const { client } = useClientHandle()
  const appointments = shallowRef<Appointment[]>([])
  const state = ref<'loading' | 'failed' | 'ready'>('loading')
  const error = shallowRef<CombinedError>()
  const isCut = ref(false)
  let turn = 0

  async function pagesOf({ span, search }: Asked): Promise<Appointment[]> {
    const found: Appointment[] = []
    let after: string | null | undefined
    for (let page = 0; page < MOST_PAGES; page++) {
      const { data, error: failure } = await client.query(AppointmentsWithinDocument, { ...span, search: search || null, first: PAGE, after }, { requestPolicy: 'network-only' }).toPromise()
      if (!data) throw failure
      found.push(...data.appointments.edges.map(({ node }) => node))
      after = data.appointments.pageInfo.endCursor
      isCut.value = data.appointments.pageInfo.hasNextPage
      if (!isCut.value) break
    }
    return found
  }
  async function load() {
    const mine = ++turn
    try {
      const found = await pagesOf(asked())
      if (mine !== turn) return
      appointments.value = found
      state.value = 'ready'
    } catch (failure) {
      if (mine !== turn) return
      error.value = failure as CombinedError
      state.value = 'failed'
    }
  }
  function take(changed: Appointment) {
    const { span, search } = asked()
    const others = appointments.value.filter(({ id }) => id !== changed.id)
    const isKnown = others.length < appointments.value.length
    const isWithin = changed.startsAt < span.until && changed.endsAt > span.from
    // Whether somebody new is found by the words, only the server knows.
    if (!isWithin || (search && !isKnown)) appointments.value = others
    else appointments.value = [...others, changed].sort((a, b) => a.startsAt.localeCompare(b.startsAt))
  }
  useSubscription({ query: AppointmentsChangedDocument, variables: {} }, (_before, told) => {
    take(told.appointmentsChanged.appointment)
    return told
  })
  watch(() => JSON.stringify(asked()), () => {
    state.value = 'loading'
    void load()
  }, { immediate: true })
  watch(useDocumentVisibility(), next => { if (next === 'visible') void load() })
  return { appointments, state, error, isCut, load, take }
}
