import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { watchDebounced } from '@vueuse/core'
import { computed, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { StartFromSectorPackDocument, type Language, type SectorPacksQuery, type ImportSummary_TrainingSetImportFragment as Summary } from '../../contract/graphql.ts'

type Pack = SectorPacksQuery['sectorPacks'][number]

/** What is wanted of a sector's pack, and what would come of it. */
export function usePack(pack: Pack, mayStart: () => boolean) {
  const { t } = useI18n()
  const { done } = useNotify()
  const { change, busy } = useChange(StartFromSectorPackDocument)
  const languages = ref<Language[]>([...pack.languages])
  const intents = ref(pack.intents.map(({ name }) => name))
  const preview = shallowRef<Summary>()
  const isApplying = ref(false)
  const canApply = computed(() => Boolean(preview.value?.phrasesAdded) && !busy.value)
  let asked = 0

  async function send(dryRun: boolean): Promise<Summary | undefined> {
    const input = { packId: pack.id, languages: languages.value, intents: intents.value, dryRun }
    const result = (await change({ input }))?.startFromSectorPack
    return result?.__typename === 'TrainingSetImport' ? result : undefined
  }
  async function look() {
    const turn = asked += 1
    const isAnything = mayStart() && languages.value.length > 0 && intents.value.length > 0
    const summary = isAnything ? await send(true) : undefined
    if (turn === asked) preview.value = summary
  }
  async function apply(): Promise<boolean> {
    isApplying.value = true
    const summary = await send(false)
    isApplying.value = false
    if (summary) done(t('understanding.import.done', summary.phrasesAdded))
    return Boolean(summary)
  }
  watchDebounced([languages, intents], look, { debounce: 250, immediate: true, deep: true })
  return { languages, intents, preview, canApply, busy, isApplying, apply }
}
