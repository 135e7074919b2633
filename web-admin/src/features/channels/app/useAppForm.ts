import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { ChangeAppChannelDocument, type AppForm_AppChannelFragment as AppChannel } from '../../../contract/graphql.ts'
import { useChatForm } from '../useChatForm.ts'
import { isComplete, textsOf } from '../web/web-channel.ts'

interface Channel { id: string; name: string; app: AppChannel }

const draftOf = (name: string, { version, note, texts }: AppChannel) => ({ version, name, note, texts: textsOf(texts) })

/** A channel in an application as it is being changed. */
export function useAppForm(channel: () => Channel) {
  const { change, busy } = useChange(ChangeAppChannelDocument)
  const form = useChatForm({
    source: () => draftOf(channel().name, channel().app),
    isGood: ({ name, texts }) => Boolean(name.trim()) && texts.every(isComplete),
    saved: 'appChannel.saved',
    async send(draft) {
      const result = (await change({ input: { channelAccountId: channel().id, ...draft } }))?.changeAppChannel
      return { result, kept: result?.__typename === 'ChannelAccount' && result.app ? draftOf(result.name, result.app) : undefined }
    },
  })
  return { ...form, busy }
}
