import { useConfirm } from '@botpro/ui/state/useConfirm.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { useSession } from '@botpro/ui/session/session.ts'
import { shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { RetryMessageDocument } from '../../contract/graphql.ts'
import type { Message } from '../../live/desk.ts'
import { useDesk } from '../../live/useDesk.ts'

/** Sends again what failed, or of which nobody knows; the latter only after a warning. */
export function useRetry() {
  const { client } = useSession()
  const { desk } = useDesk()
  const { t } = useI18n()
  const confirm = useConfirm()
  const { failed } = useNotify()
  const busy = shallowRef(false)

  const mayArriveTwice = () => confirm({ title: t('sending.unknown.title'), text: t('sending.unknown.warning'), confirm: t('sending.unknown.retry') })

  async function retry({ id, status }: Pick<Message, 'id' | 'status'>) {
    if (busy.value || (status === 'UNKNOWN' && !await mayArriveTwice())) return
    busy.value = true
    const { data } = await client.value.mutation(RetryMessageDocument, { messageId: id }).toPromise()
    busy.value = false
    const answer = data?.retryMessage
    if (answer?.__typename === 'Message') desk.tellMessage(answer)
    else if (answer?.__typename === 'CannotSendNow' && answer.decision.block) failed(t(`conversation.unsent.${answer.decision.block}`))
    else if (answer) failed(t(`sending.retried.${answer.__typename}`))
  }
  return { retry, busy }
}
