import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { watchDebounced } from '@vueuse/core'
import { computed, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import {
  ImportTrainingSetDocument, type ExchangeFormat, type ImportSummary_TrainingSetImportFragment as Summary, type Language,
} from '../../contract/graphql.ts'
import { sendFile } from '../../shell/send-file.ts'
import { formatOfFile, formatOfText, MOST_BYTES, MOST_TYPED } from './exchange-file.ts'

/** Its words, or what they are known by once they were sent up. */
interface Source { name: string; format: ExchangeFormat; content?: string; trainingFileId?: string }
const HEAD = 65_536

/** A file or a text that is looked at before it is taken in. The preview follows every change, and late ones are dropped. */
export function useImport() {
  const { t } = useI18n()
  const { done } = useNotify()
  const { change, busy: isLooking } = useChange(ImportTrainingSetDocument)
  const source = shallowRef<Source>()
  const language = ref<Language>()
  const preview = shallowRef<Summary>()
  const refusal = ref('')
  const isSending = ref(false)
  const isApplying = ref(false)
  const busy = computed(() => isSending.value || isLooking.value)
  const canApply = computed(() => Boolean(preview.value && preview.value.phrasesAdded + preview.value.entityTypesAdded) && !busy.value)
  let opened = 0
  let asked = 0

  function start(): number {
    source.value = undefined
    preview.value = undefined
    refusal.value = ''
    return opened += 1
  }
  async function sendUp(name: string, blob: Blob, format: ExchangeFormat, turn: number) {
    isSending.value = true
    const sent = await sendFile('/elena/files', blob)
    if (turn !== opened) return
    isSending.value = false
    if ('id' in sent) source.value = { name, format, trainingFileId: sent.id }
    else refusal.value = t(`understanding.import.${sent.refusal}`)
  }
  async function open(file: File) {
    const turn = start()
    if (file.size > MOST_BYTES) return void (refusal.value = t('understanding.import.tooLarge'))
    const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer())
    await sendUp(file.name, file, formatOfFile(file.name, head), turn)
  }
  async function paste(content: string) {
    const turn = start()
    const format = formatOfText(content)
    isSending.value = false
    if (content.length > MOST_TYPED) await sendUp('', new Blob([content]), format, turn)
    else if (content.trim()) source.value = { name: '', format, content }
  }
  async function send(dryRun: boolean): Promise<Summary | undefined> {
    const { format, content, trainingFileId } = source.value!
    const result = (await change({ input: { format, content, trainingFileId, language: language.value, dryRun } }))?.importTrainingSet
    if (result?.__typename === 'TrainingSetImport') return result
    refusal.value = t(result ? 'understanding.import.unreadable' : 'understanding.import.failed')
  }
  async function look() {
    const turn = asked += 1
    preview.value = undefined
    if (source.value) refusal.value = ''
    const summary = source.value && await send(true)
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
  watchDebounced([source, language], look, { debounce: 300 })
  return { source, language, preview, refusal, busy, isApplying, canApply, open, paste, apply }
}
