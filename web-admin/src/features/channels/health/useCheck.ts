import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { ref } from 'vue'
import { CheckChannelDocument, type CheckChannelMutation } from '../../../contract/graphql.ts'

export type Check = Omit<CheckChannelMutation['checkChannel'], '__typename' | 'channelAccount'>

/** Really asks the provider; `found` is what came of it. */
export function useCheck(channelAccountId: () => string) {
  const { change, busy } = useChange(CheckChannelDocument)
  const found = ref<Check>()
  async function check(): Promise<Check | undefined> {
    found.value = undefined
    found.value = (await change({ channelAccountId: channelAccountId() }))?.checkChannel
    return found.value
  }
  return { check, found, busy }
}
