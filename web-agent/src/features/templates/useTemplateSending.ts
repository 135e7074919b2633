import { useSession } from '@botpro/ui/session/session.ts'
import { shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { SendTemplateDocument, type SendTemplateMutation } from '../../contract/graphql.ts'
import { useDesk } from '../../live/useDesk.ts'
import type { Values } from './template.ts'

type Refused = Exclude<SendTemplateMutation['sendTemplate'], { __typename: 'Message' }>

/** Sends a template once, however often it is tried: the id stays until it went out or something else is chosen. */
export function useTemplateSending(conversationId: string) {
  const { client } = useSession()
  const { desk } = useDesk()
  const { t } = useI18n()
  const busy = shallowRef(false)
  const refusal = shallowRef('')
  let attempt = { clientId: '', key: '' }

  const wordsOf = (refused: Refused) => refused.__typename === 'CannotSendNow' && refused.decision.block
    ? t(`sending.${{ WINDOW_CLOSED: 'closed', OPTED_OUT: 'optedOut', CHANNEL_PAUSED: 'paused', SERVICE_HELD: 'held' }[refused.decision.block]}`)
    : t(`templates.refused.${refused.__typename}`)

  async function send(templateId: string, values: Values): Promise<boolean> {
    if (busy.value) return false
    const key = JSON.stringify([templateId, values])
    if (attempt.key !== key) attempt = { key, clientId: crypto.randomUUID() }
    busy.value = true
    refusal.value = ''
    const input = { conversationId, templateId, clientId: attempt.clientId, values: Object.entries(values).map(([name, value]) => ({ name, value })) }
    const { data } = await client.value.mutation(SendTemplateDocument, { input }).toPromise()
    busy.value = false
    const answer = data?.sendTemplate
    if (answer?.__typename === 'Message') desk.tellMessage(answer)
    else if (answer) refusal.value = wordsOf(answer)
    return answer?.__typename === 'Message'
  }
  return { send, busy, refusal }
}
