import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { watchDebounced } from '@vueuse/core'
import { computed, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { ImportTrainingSetDocument, type ImportSummary_TrainingSetImportFragment as Summary, type Language } from '../../contract/graphql.ts'
import { exchangeFileOf, formatOfText, MOST_CONTENT, type ExchangeFile } from './exchange-file.ts'

/** A file or a text that is looked at before it is taken in. The preview follows every change, and late ones are dropped. */
export function useImport() {
  const { t } = useI18n()
  const { done } = useNotify()
  const { change, busy } = useChange(ImportTrainingSetDocument)
  const file = shallowRef<ExchangeFile>()
  const language = ref<Language>()
  const preview = shallowRef<Summary>()
  const refusal = ref('')
  const isApplying = ref(false)
  const canApply = computed(() => Boolean(preview.value && preview.value.phrasesAdded + preview.value.entityTypesAdded) && !busy.value)
  let asked = 0

  async function open(given: File) {
    if (given.size > MOST_CONTENT) return refuse(t('understanding.import.tooLarge'))
    file.value = exchangeFileOf(given.name, new Uint8Array(await given.arrayBuffer()))
  }
  function paste(content: string) {
    file.value = content.trim() ? { name: '', content, format: formatOfText(content) } : undefined
  }
  function refuse(words: string) {
    file.value = undefined
    refusal.value = words
  }
  async function send(dryRun: boolean): Promise<Summary | undefined> {
    const { format, content } = file.value!
    const result = (await change({ input: { format, content, language: language.value, dryRun } }))?.importTrainingSet
    if (result?.__typename === 'TrainingSetImport') return result
    refusal.value = t(result ? 'understanding.import.unreadable' : 'understanding.import.failed')
  }
  async function look() {
    const turn = asked += 1
    if (file.value) refusal.value = ''
    preview.value = undefined
    const summary = file.value && await send(true)
    if (turn === asked) preview.value = summary
  }
  /** Resolves to whether it was taken in. */
  async function apply(): Promise<boolean> {
    isApplying.value = true
    const summary = await send(false)
    isApplying.value = false
    if (summary) done(t('understanding.import.done', summary.phrasesAdded))
    return Boolean(summary)
  }
  watchDebounced([file, language], look, { debounce: 300 })
  return { file, language, preview, refusal, busy, isApplying, canApply, open, paste, apply }
}
