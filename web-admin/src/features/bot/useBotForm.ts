import { useDraft } from '@botpro/ui/form/useDraft.ts'
import { useUnsavedGuard } from '@botpro/ui/form/useUnsavedGuard.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ChangeBotSettingsDocument, type BotPage_BotSettingsFragment as BotSettings } from '../../contract/graphql.ts'
import { draftOf, inputOf, isComplete, refusedOption } from './bot.ts'

/** The bot's texts and menu as they are being changed. */
export function useBotForm(settings: () => BotSettings) {
  const { t } = useI18n()
  const { done } = useNotify()
  const { change, busy } = useChange(ChangeBotSettingsDocument)
  const { draft, isDirty, accept, reset } = useDraft(() => draftOf(settings()))
  const isStale = ref(false)
  const refusal = ref('')
  const incomplete = computed(() => draft.value.texts.filter(texts => !isComplete(texts)).map(texts => texts.language))
  useUnsavedGuard(isDirty)

  async function save() {
    isStale.value = false
    refusal.value = ''
    const result = (await change({ input: inputOf(draft.value) }))?.changeBotSettings
    if (result?.__typename === 'ChangedMeanwhile') isStale.value = true
    if (result?.__typename === 'InvalidInput') refusal.value = wordsFor(result.field)
    if (result?.__typename !== 'BotSettings') return
    accept(draftOf(result))
    done(t('bot.saved'))
  }
  function wordsFor(field: string) {
    const option = refusedOption(field, draft.value)
    if (!option) return `${t('field.invalid')} (${field})`
    return t('bot.reserved', { title: option.title, language: t(`bot.languageName.${option.language}`) })
  }
  function discard() {
    isStale.value = false
    refusal.value = ''
    reset()
  }
  return { draft, isDirty, incomplete, busy, isStale, refusal, save, discard }
}
