import { useQuery } from '@urql/vue'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { BotFilesDocument, type BotFile_AttachmentFragment } from '../contract/graphql.ts'

/** A file that the company's bots show. `isMissing`: it was uploaded for another company's bot, which this one was imported from. */
export function useBotFile(id: MaybeRefOrGetter<string | undefined>) {
  const { data, fetching, error } = useQuery({ query: BotFilesDocument, variables: () => ({ ids: [toValue(id) ?? ''] }), pause: () => !toValue(id) })
  const file = computed<BotFile_AttachmentFragment | undefined>(() => (toValue(id) ? data.value?.botFiles.find(one => one.id === toValue(id)) : undefined))
  const isMissing = computed(() => Boolean(toValue(id)) && !fetching.value && !error.value && data.value !== undefined && !file.value)
  return { file, isMissing, fetching }
}
