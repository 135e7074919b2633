import { computed, reactive, ref, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import { BookableServicesDocument, type AppointmentCard_AppointmentFragment as Appointment } from '../contract/graphql.ts'
import { dayAt } from '../format/zone-day.ts'
import { useAsk } from '../graphql/useAsk.ts'
import { useLocalName } from '../i18n/useLocalName.ts'
import { useViewer } from '../session/useViewer.ts'
import { useAppointmentVerbs } from './useAppointmentVerbs.ts'

/** What is asked for from the beginning, as far as it is known. */
export interface Wish {
  serviceId?: string
  resourceId?: string
  day?: string
  /** An instant: the first free time from there on is proposed. */
  at?: string
}

interface Booked {
  contactId: MaybeRefOrGetter<string>
  appointment?: Appointment
  wish: Wish
}

type Field = 'contact' | 'service' | 'time'
const ANY = 'any'

export function useAppointmentForm({ contactId, appointment, wish }: Booked) {
  const { t } = useI18n()
  const localName = useLocalName()
  const { data, state, error, refresh } = useAsk({ query: BookableServicesDocument, variables: {}, requestPolicy: 'cache-and-network' })
  const { book, move, refusal, instead, forgive, isBusy } = useAppointmentVerbs()
  const { tenant } = useViewer()
  // Whoever moves something looks first at the day that it is on.
  const ownDay = appointment && dayAt(appointment.startsAt, tenant.value?.timeZone ?? 'UTC')
  const draft = reactive({
    serviceId: appointment?.service.id ?? wish.serviceId ?? '', resourceId: appointment?.resource.id ?? wish.resourceId ?? ANY, day: wish.day ?? ownDay ?? '',
    time: undefined as string | undefined, note: '', tellContact: true,
  })
  const isTold = ref(false)
  // One form, one appointment: whoever taps twice books once. A time that was gone is another try.
  let clientId = crypto.randomUUID()

  const all = computed(() => (data.value?.appointmentServices ?? []).map(service => ({ ...service, resources: service.resources.filter(({ isActive }) => isActive) })))
  const bookable = computed(() => all.value.filter(({ id, isActive, resources }) =>
    isActive && resources.length > 0 && (!wish.resourceId || resources.some(one => one.id === wish.resourceId)) && (!appointment || id === appointment.service.id)))
  const services = computed(() => bookable.value.map(({ id, name, minutes }) => ({ value: id, label: `${localName(name)} · ${minutes} min` })))
  const resources = computed(() => [
    { value: ANY, label: t('appointments.form.anyResource') },
    ...(bookable.value.find(({ id }) => id === draft.serviceId)?.resources ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ])
  watch(bookable, ([only, ...others]) => { if (only && !others.length) draft.serviceId = only.id }, { immediate: true })
  watch(() => draft.serviceId, () => { if (!resources.value.some(({ value }) => value === draft.resourceId)) draft.resourceId = ANY })
  watch(() => [draft.serviceId, draft.resourceId, draft.day], forgive)

  function problemIn(): Field | undefined {
    if (!appointment && !toValue(contactId)) return 'contact'
    if (!draft.serviceId) return 'service'
    return draft.time ? undefined : 'time'
  }
  const problem = computed(() => (isTold.value ? problemIn() : undefined))
  const wordsFor = (field: Field) => (problem.value === field ? t(`appointments.problem.${field}`) : undefined)

  /** Resolves to what is booked now, or to nothing where the form says why not. */
  async function save(): Promise<Appointment | undefined> {
    isTold.value = true
    if (problemIn()) return undefined
    const { time, note, tellContact } = draft
    const saved = appointment
      ? await move(appointment, { clientId, time: time!, tellContact })
      : await book({ clientId, contactId: toValue(contactId), time: time!, note, tellContact })
    if (!saved && refusal.value) {
      clientId = crypto.randomUUID()
      draft.time = undefined
      isTold.value = false
    }
    return saved
  }
  return { draft, services, resources, state, error, refresh, refusal, instead, busy: computed(isBusy), wordsFor, save }
}
