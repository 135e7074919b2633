import { useI18n } from 'vue-i18n'
import type { AppointmentCard_AppointmentFragment as Appointment } from '../contract/graphql.ts'
import { useFormat } from '../format/useFormat.ts'
import { useLocalName } from '../i18n/useLocalName.ts'

/** What people call an appointment. */
export function useAppointmentWords() {
  const { t } = useI18n()
  const format = useFormat()
  const localName = useLocalName()
  const whom = ({ resource }: Pick<Appointment, 'resource'>) => t(`appointments.with.${resource.kind}`, { name: resource.name })
  const when = ({ startsAt, endsAt }: Pick<Appointment, 'startsAt' | 'endsAt'>) => `${format.value.weekdayDate(startsAt)}, ${hours({ startsAt, endsAt })}`
  const hours = ({ startsAt, endsAt }: Pick<Appointment, 'startsAt' | 'endsAt'>) => format.value.timeRange(startsAt, endsAt)
  const what = ({ service }: Pick<Appointment, 'service'>) => localName(service.name)
  return { whom, when, hours, what }
}
