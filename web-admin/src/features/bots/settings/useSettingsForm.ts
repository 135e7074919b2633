import { useDraft } from '@botpro/ui/form/useDraft.ts'
import { useUnsavedGuard } from '@botpro/ui/form/useUnsavedGuard.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { SaveBotSettingsDocument } from '../../../contract/graphql.ts'
import { draftOf, settingsFrom, settingsOf } from './settings.ts'

interface Source { id: string; settings: unknown; settingsRevision: number }

/** A bot's settings as they are being changed, on the revision that they were read at. */
export function useSettingsForm(bot: () => Source) {
  const { t } = useI18n()
  const { done } = useNotify()
  const { change, busy } = useChange(SaveBotSettingsDocument)
  const read = ({ settings, settingsRevision }: Source) => draftOf(settingsOf(settings), settingsRevision)
  const { draft, isDirty, accept, reset } = useDraft(() => read(bot()))
  const isStale = ref(false)
  const refusal = ref('')
  useUnsavedGuard(isDirty)

  async function save() {
    isStale.value = false
    refusal.value = ''
    const input = { botId: bot().id, revision: draft.value.revision, settings: settingsFrom(draft.value) }
    const result = (await change({ input }))?.saveBotSettings
    if (result?.__typename === 'BotSettingsChangedMeanwhile') isStale.value = true
    if (result?.__typename === 'InvalidInput') refusal.value = t('bots.settings.refused', { field: result.field })
    if (result?.__typename !== 'Bot') return
    accept(read(result))
    done(t('bots.settings.saved'))
  }
  function discard() {
    isStale.value = false
    refusal.value = ''
    reset()
  }
  return { draft, isDirty, busy, isStale, refusal, save, discard }
}
