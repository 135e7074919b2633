import { useSubscription } from '@urql/vue'
import { useThrottleFn } from '@vueuse/core'
import { BotPageChangedDocument } from '../../contract/graphql.ts'

// The studio of somebody else keeps every few words.
const PAUSE_MS = 2000

/** What others do with a bot, and who opens which flow; told at most once in a while, and always of the last. */
export function useBotNews(botId: () => string, told: () => void) {
  const tell = useThrottleFn(told, PAUSE_MS, true)
  useSubscription({ query: BotPageChangedDocument, variables: () => ({ botId: botId() }) }, (_before, news) => {
    void tell()
    return news
  })
}
