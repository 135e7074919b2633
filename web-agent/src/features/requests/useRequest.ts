import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import {
  AssignServiceRequestDocument, ChangeServiceRequestStateDocument, NoteServiceRequestDocument, ServiceRequestDocument,
} from '../../contract/graphql.ts'

type Answer = { __typename?: string; message?: string } | undefined

/** One request, and what may be done with it. Each verb resolves to whether it was done. */
export function useRequest(id: MaybeRefOrGetter<string>) {
  const { t } = useI18n()
  const notify = useNotify()
  const { data, error, state, refresh } = useAsk({ query: ServiceRequestDocument, variables: () => ({ id: toValue(id) }), requestPolicy: 'cache-and-network' })
  const request = computed(() => data.value?.serviceRequest)
  const [moving, assigning, noting] = [useChange(ChangeServiceRequestStateDocument), useChange(AssignServiceRequestDocument), useChange(NoteServiceRequestDocument)]

  function told(answer: Answer, done: string): boolean {
    if (answer?.__typename === 'ServiceRequest') notify.done(done)
    if (answer?.__typename === 'InvalidInput') notify.failed(answer.message ?? '')
    if (answer?.__typename === 'ChangedMeanwhile') {
      notify.failed(t('requests.changedMeanwhile'))
      void refresh()
    }
    return answer?.__typename === 'ServiceRequest'
  }
  async function bringTo(key: string, note: string) {
    const input = { serviceRequestId: toValue(id), version: request.value!.version, state: key, note: note || null }
    return told((await moving.change({ input }))?.changeServiceRequestState, t('requests.done.state'))
  }
  const assign = async (memberId: string | null) =>
    told((await assigning.change({ input: { serviceRequestId: toValue(id), memberId } }))?.assignServiceRequest, t('requests.done.assign'))
  const note = async (text: string) =>
    told((await noting.change({ input: { serviceRequestId: toValue(id), note: text } }))?.noteServiceRequest, t('requests.done.note'))
  const busy = computed(() => moving.busy.value || assigning.busy.value || noting.busy.value)
  return { request, error, state, refresh, bringTo, assign, note, busy }
}
