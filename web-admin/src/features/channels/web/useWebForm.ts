import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { ChangeWebChannelDocument, type WebForm_WebChannelFragment as WebChannel } from '../../../contract/graphql.ts'
import { useChatForm } from '../useChatForm.ts'
import { canBeSaved, draftOf } from './web-channel.ts'

interface Channel { id: string; name: string; web: WebChannel }

/** A web channel as it is being changed. */
export function useWebForm(channel: () => Channel) {
  const { change, busy } = useChange(ChangeWebChannelDocument)
  const form = useChatForm({
    source: () => draftOf(channel().name, channel().web),
    isGood: canBeSaved,
    saved: 'webChannel.saved',
    async send(draft) {
      const result = (await change({ input: { channelAccountId: channel().id, ...draft } }))?.changeWebChannel
      return { result, kept: result?.__typename === 'ChannelAccount' && result.web ? draftOf(result.name, result.web) : undefined }
    },
  })
  return { ...form, busy }
}
