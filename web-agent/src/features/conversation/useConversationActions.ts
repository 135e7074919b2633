import { useToast } from '@nuxt/ui/composables/useToast'
import { useSession } from '@botpro/ui/session/session.ts'
import type { AnyVariables, DocumentInput } from '@urql/core'
import { shallowRef, toValue, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import {
  AssignConversationDocument, ClaimConversationDocument, CloseConversationDocument, HandBackToBotDocument,
  ReopenConversationDocument, type AssignConversationMutation, type ClaimConversationMutation,
  type CloseConversationMutation, type HandBackToBotMutation, type ReopenConversationMutation,
} from '../../contract/graphql.ts'
import { useDesk } from '../../live/useDesk.ts'
import { useDeskRoute } from '../../shell/useDeskRoute.ts'

type Answer = ClaimConversationMutation['claimConversation'] | AssignConversationMutation['assignConversation']
  | HandBackToBotMutation['handBackToBot'] | CloseConversationMutation['closeConversation']
  | ReopenConversationMutation['reopenConversation']
type Refused = Exclude<Answer, { __typename: 'Conversation' }>
export type Action = 'claim' | 'assign' | 'handBack' | 'close' | 'reopen'

/** What may be done with a conversation. A refusal is said in words, with what can be done instead. */
export function useConversationActions(conversationId: MaybeRefOrGetter<string>) {
  const { client } = useSession()
  const { desk, person } = useDesk()
  const { open } = useDeskRoute()
  const { t } = useI18n()
  const toast = useToast()
  const busy = shallowRef<Action | null>(null)

  function explain(refused: Refused) {
    const says = (text: string, ...actions: { label: string; onClick: () => void }[]) => toast.add({
      title: t('conversation.refused.title'), description: text, icon: 'i-lucide-hand', color: 'warning',
      actions: actions.map(action => ({ ...action, color: 'neutral' as const, variant: 'outline' as const })),
    })
    switch (refused.__typename) {
      case 'AlreadyClaimed': return says(t('conversation.refused.AlreadyClaimed', { name: refused.claimedBy.name }))
      case 'NotYourConversation': return refused.owner === 'AGENT'
        ? says(t('conversation.refused.NotYourConversation', { name: refused.assignee?.name ?? '' }))
        : says(t('conversation.refused.NobodysConversation'), { label: t('conversation.action.claim'), onClick: () => void claim() })
      case 'AnotherIsOpen': {
        desk.tellConversation(refused.conversation)
        const { id } = refused.conversation
        return says(t('conversation.refused.AnotherIsOpen'), { label: t('conversation.refused.goThere'), onClick: () => void open(id) })
      }
      case 'ConversationIsClosed': return says(t('conversation.refused.ConversationIsClosed'), { label: t('conversation.action.reopen'), onClick: () => void reopen() })
      case 'CannotTakeConversations': return says(t('conversation.refused.CannotTakeConversations'))
    }
  }

  async function change<Data, Variables extends AnyVariables>(
    action: Action, document: DocumentInput<Data, Variables>, variables: Variables, answerOf: (data: Data) => Answer,
  ): Promise<boolean> {
    if (busy.value) return false
    busy.value = action
    const { data } = await client.value.mutation(document, variables).toPromise()
    busy.value = null
    if (!data) return false
    const answer = answerOf(data)
    if (answer.__typename === 'Conversation') desk.tellConversation(answer)
    else explain(answer)
    return answer.__typename === 'Conversation'
  }

  const input = (id = toValue(conversationId)) => ({ input: { conversationId: id } })
  const claim = () => change('claim', ClaimConversationDocument, input(), data => data.claimConversation)
  const assign = (memberId: string) => change('assign', AssignConversationDocument,
    { input: { conversationId: toValue(conversationId), memberId } }, data => data.assignConversation)
  const takeOver = () => assign(person.memberId!)
  const reopen = (id?: string) => change('reopen', ReopenConversationDocument, input(id), data => data.reopenConversation)
  const done = (title: string, undo?: () => void) => toast.add({
    title, icon: 'i-lucide-circle-check', color: 'success', duration: undo ? 8000 : 3500,
    actions: undo ? [{ label: t('conversation.action.undo'), color: 'neutral', variant: 'outline', onClick: undo }] : undefined,
  })

  async function handBack() {
    const changed = await change('handBack', HandBackToBotDocument, input(), data => data.handBackToBot)
    if (changed) done(t('conversation.done.handBack'))
  }
  async function close() {
    const id = toValue(conversationId)
    const changed = await change('close', CloseConversationDocument, input(), data => data.closeConversation)
    if (changed) done(t('conversation.done.close'), () => void reopen(id))
  }
  async function give(member: { id: string; name: string }) {
    if (await assign(member.id)) done(t('conversation.done.assign', { name: member.name }))
  }
  return { busy, claim, takeOver, give, handBack, close, reopen: () => reopen() }
}
