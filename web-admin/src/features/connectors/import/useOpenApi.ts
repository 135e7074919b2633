import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { useClientHandle } from '@urql/vue'
import { computed, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { ImportConnectorOperationsDocument, OpenApiOfferDocument, type OpenApiOfferQuery } from '../../../contract/graphql.ts'
import { sendFile } from '../../../shell/send-file.ts'
import { useSelection } from '../../../shell/useSelection.ts'
import { matching } from './openapi-choice.ts'

const MOST_BYTES = 5_000_000

/** A file of OpenAPI that is sent up, looked through, and taken from. */
export function useOpenApi(connectorId: () => string) {
  const { t } = useI18n()
  const { done } = useNotify()
  const { client } = useClientHandle()
  const { change, busy: isImporting } = useChange(ImportConnectorOperationsDocument)
  const fileName = ref('')
  const offer = shallowRef<OpenApiOfferQuery['openApiOffer']>()
  const refusal = ref('')
  const isReading = ref(false)
  const search = ref('')
  let turn = 0
  const found = computed(() => matching(offer.value?.operations ?? [], search.value))
  const selection = useSelection(() => (offer.value?.operations ?? []).filter(({ isKnown }) => !isKnown).map(({ ref: id }) => id))

  async function read(file: File): Promise<void> {
    const sent = await sendFile('/connectors/files', file)
    if ('refusal' in sent) return void (refusal.value = t(`connectors.import.refusal.${sent.refusal}`))
    const variables = { connectorId: connectorId(), connectorFileId: sent.id }
    const { data } = await client.query(OpenApiOfferDocument, variables, { requestPolicy: 'network-only' }).toPromise()
    if (data) offer.value = data.openApiOffer
    else refusal.value = t('connectors.import.refusal.failed')
  }
  async function open(file: File) {
    const mine = turn += 1
    offer.value = undefined
    search.value = ''
    refusal.value = file.size > MOST_BYTES ? t('connectors.import.refusal.tooLarge') : ''
    fileName.value = file.name
    if (refusal.value) return
    isReading.value = true
    await read(file)
    if (mine === turn) isReading.value = false
  }
  /** Resolves to whether all that was chosen came in. */
  async function take(): Promise<boolean> {
    const refs = selection.chosen.value
    const result = (await change({ input: { connectorId: connectorId(), connectorFileId: offer.value!.connectorFileId, refs } }))?.importConnectorOperations
    if (result?.__typename === 'InvalidInput') refusal.value = t('connectors.import.refusal.chosen')
    if (result?.__typename !== 'Connector') return false
    done(t('connectors.import.done', refs.length))
    return true
  }
  return { fileName, offer, refusal, isReading, isImporting, search, found, ...selection, open, take }
}
