import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import {
  BookAppointmentDocument, CancelAppointmentDocument, CloseAppointmentDocument, MoveAppointmentDocument, type AppointmentCard_AppointmentFragment as Appointment,
  type AppointmentCard_ToldFragment as Told, type AppointmentOutcome, type FreeTimes_FreeTimeFragment as FreeTime,
} from '../contract/graphql.ts'
import { useChange } from '../graphql/useChange.ts'
import { useNotify } from '../state/useNotify.ts'

export interface Booking {
  contactId: string
  time: string
  note: string
  tellContact: boolean
}

type Answer = { __typename: 'Appointment' } & Appointment & Partial<Told>
type Refused = { __typename: 'TimeTaken'; freeTimes: FreeTime[] } | { __typename: 'TooLate' | 'AppointmentIsClosed' | 'InvalidInput' }

/** The id of the time that an appointment has, to book it again or to move it back. */
export const timeOf = ({ service, resource, startsAt }: Pick<Appointment, 'service' | 'resource' | 'startsAt'>): string =>
  `${service.key}.${resource.key}.${new Date(startsAt).toISOString().slice(0, 16).replaceAll(/[-:]/g, '')}Z`

/** Books, moves, cancels and closes; what was refused is told in words, and what was done can be taken back where it can. */
export function useAppointmentVerbs(onChanged: (appointment: Appointment) => void = () => {}) {
  const { t } = useI18n()
  const notify = useNotify()
  const [booking, moving, cancelling, closing] = [useChange(BookAppointmentDocument), useChange(MoveAppointmentDocument), useChange(CancelAppointmentDocument), useChange(CloseAppointmentDocument)]
  const refusal = ref('')
  /** Offered instead of the one that somebody else was faster for. */
  const instead = ref<FreeTime[]>([])

  function forgive() {
    refusal.value = ''
    instead.value = []
  }
  function done(answer: Answer | Refused | undefined): Appointment | undefined {
    if (answer?.__typename === 'Appointment') {
      onChanged(answer)
      return answer
    }
    if (answer) refusal.value = wordsOf(answer)
    if (answer?.__typename === 'TimeTaken') instead.value = answer.freeTimes
  }
  function wordsOf(answer: Refused): string {
    if (answer.__typename === 'TimeTaken') return t(answer.freeTimes.length ? 'appointments.refused.TimeTaken' : 'appointments.refused.TimeTakenAll')
    const state = 'state' in answer ? t(`appointments.state.${String(answer.state)}`) : ''
    return t(`appointments.refused.${answer.__typename}`, { state })
  }
  /** What came of telling the customer, beside what was done. */
  function tell(title: string, answer: Appointment & Partial<Told>, undo?: () => unknown) {
    const told = answer.history?.at(-1)?.told
    if (undo) notify.undoable(told === 'SENT' ? `${title} · ${t('appointments.told.SENT')}` : title, undo, answer.id)
    else notify.done(told === 'SENT' ? `${title} · ${t('appointments.told.SENT')}` : title)
    if (told && told !== 'SENT') notify.warned(t(`appointments.told.${told}`))
  }

  /** `clientId` is made once for each form: whoever taps twice books once. */
  async function book(input: Booking & { clientId: string }, title = t('appointments.done.booked')) {
    forgive()
    const answer = done((await booking.change({ input: { ...input, note: input.note.trim() || null } }))?.bookAppointment)
    if (answer) tell(title, answer)
    return answer
  }
  async function move(appointment: Appointment, { clientId, time, tellContact }: { clientId: string; time: string; tellContact: boolean }, isUndo = false) {
    forgive()
    const before = timeOf(appointment)
    const answer = done((await moving.change({ input: { clientId, appointmentId: appointment.id, time, tellContact } }))?.moveAppointment)
    const back = isUndo || new Date(appointment.startsAt) < new Date() ? undefined : () => undo(move(answer!, { clientId: crypto.randomUUID(), time: before, tellContact }, true))
    if (answer) tell(t('appointments.done.moved'), answer, back)
    return answer
  }
  async function cancel(appointment: Appointment, { note, tellContact }: { note: string; tellContact: boolean }) {
    forgive()
    const answer = done((await cancelling.change({ input: { appointmentId: appointment.id, note: note.trim() || null, tellContact } }))?.cancelAppointment)
    const again = { clientId: crypto.randomUUID(), contactId: appointment.contact.id, time: timeOf(appointment), note: appointment.note ?? '', tellContact }
    if (answer) tell(t('appointments.done.cancelled'), answer, () => undo(book(again)))
    return answer
  }
  async function close(appointment: Appointment, outcome: AppointmentOutcome) {
    forgive()
    const answer = (await closing.change({ input: { appointmentId: appointment.id, outcome } }))?.closeAppointment
    if (answer && answer.__typename !== 'Appointment') refusal.value = t('appointments.refused.tooEarly')
    return answer?.__typename === 'Appointment' ? done(answer) : undefined
  }
  /** Nobody looks at a form any more: why it could not be taken back is said in the corner. */
  async function undo(undoing: Promise<unknown>) {
    if (!await undoing && refusal.value) notify.failed(refusal.value)
  }
  const isBusy = () => booking.busy.value || moving.busy.value || cancelling.busy.value || closing.busy.value
  return { book, move, cancel, close, refusal, instead, forgive, isBusy }
}
