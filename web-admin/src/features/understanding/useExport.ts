import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { useClientHandle } from '@urql/vue'
import { errorCode } from '@botpro/ui/graphql/errors.ts'
import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ExportTrainingSetDocument, type ExchangeFormat } from '../../contract/graphql.ts'
import { saveFile } from '../../shell/save-file.ts'

/** An archive travels in Base64. */
const bytesOf = (base64: string) => Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))

/** Everything that was taught, as a file. */
export function useExport() {
  const { t } = useI18n()
  const { failed } = useNotify()
  const { client } = useClientHandle()
  const busy = ref(false)
  async function save(format: ExchangeFormat) {
    busy.value = true
    const { data, error } = await client.query(ExportTrainingSetDocument, { format }, { requestPolicy: 'network-only' }).toPromise()
    busy.value = false
    if (!data) return void failed(t(`errors.${errorCode(error)}`))
    const { fileName, mediaType, content } = data.exportTrainingSet
    saveFile(fileName, new Blob([mediaType.includes('zip') ? bytesOf(content) : content], { type: mediaType }))
  }
  return { save, busy }
}
