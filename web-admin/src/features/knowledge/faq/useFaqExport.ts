import { errorCode } from '@botpro/ui/graphql/errors.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { useClientHandle } from '@urql/vue'
import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ExportFaqsDocument, type FaqFormat } from '../../../contract/graphql.ts'
import { saveFile } from '../../../shell/save-file.ts'

/** Every question, as a file. */
export function useFaqExport() {
  const { t } = useI18n()
  const { failed } = useNotify()
  const { client } = useClientHandle()
  const busy = ref(false)
  async function save(format: FaqFormat) {
    busy.value = true
    const { data, error } = await client.query(ExportFaqsDocument, { format }, { requestPolicy: 'network-only' }).toPromise()
    busy.value = false
    if (!data) return void failed(t(`errors.${errorCode(error)}`))
    const { fileName, mediaType, content } = data.exportFaqs
    saveFile(fileName, new Blob([content], { type: mediaType }))
  }
  return { save, busy }
}
