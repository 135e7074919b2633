import { useDraft } from '@botpro/ui/form/useDraft.ts'
import { useUnsavedGuard } from '@botpro/ui/form/useUnsavedGuard.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed, ref, type MaybeRefOrGetter, toValue } from 'vue'
import { useI18n } from 'vue-i18n'
import {
  SetBusinessCalendarDocument, type CalendarPage_BusinessCalendarFragment as Calendar, type Weekday,
} from '../../contract/graphql.ts'
import { formOf, inputOf, isSound } from './week.ts'

/** The calendar as it is being changed. What the server refuses is kept beside what it concerns. */
export function useCalendarForm(calendar: MaybeRefOrGetter<Calendar>) {
  const { t } = useI18n()
  const { done } = useNotify()
  const { change, busy } = useChange(SetBusinessCalendarDocument)
  const { draft, isDirty, accept, reset } = useDraft(() => formOf(toValue(calendar)))
  const isStale = ref(false)
  const refusedDay = ref<Weekday>()
  const refusal = ref('')
  const canSave = computed(() => isSound(draft.value))
  useUnsavedGuard(isDirty)

  function forgive() {
    isStale.value = false
    refusedDay.value = undefined
    refusal.value = ''
  }
  async function save() {
    forgive()
    const result = (await change({ input: inputOf(draft.value) }))?.setBusinessCalendar
    if (result?.__typename === 'ChangedMeanwhile') isStale.value = true
    if (result?.__typename === 'IntervalsOverlap') refusedDay.value = result.weekday
    if (result?.__typename === 'InvalidInput') refusal.value = t('field.invalid')
    if (result?.__typename !== 'BusinessCalendar') return
    accept(formOf(result))
    done(t('calendar.saved'))
  }
  function discard() {
    forgive()
    reset()
  }
  return { draft, isDirty, canSave, busy, isStale, refusedDay, refusal, save, discard }
}
