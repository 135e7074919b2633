import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { sendFile } from '../../../shell/send-file.ts'
import { kindOfFile, MOST_BYTES, type SourceDraft } from './source.ts'

const HEAD = 512

/** A file on its way up: it is sent as soon as it is chosen, so that saving does not wait. */
export function useSourceFile(taken: (file: NonNullable<SourceDraft['file']>) => void) {
  const { t } = useI18n()
  const isSending = ref(false)
  const refusal = ref('')
  let turn = 0

  async function open(file: File) {
    const mine = turn += 1
    refusal.value = ''
    if (file.size > MOST_BYTES) return void (refusal.value = t('sources.file.tooLarge'))
    const kind = kindOfFile(file.name, new Uint8Array(await file.slice(0, HEAD).arrayBuffer()))
    if (!kind) return void (refusal.value = t('sources.file.wrongKind'))
    isSending.value = true
    const sent = await sendFile('/knowledge/files', file)
    if (mine !== turn) return
    isSending.value = false
    if ('id' in sent) taken({ id: sent.id, name: file.name, kind })
    else refusal.value = t(`sources.file.${sent.refusal}`)
  }
  return { open, isSending, refusal }
}
