import { useSession } from '@botpro/ui/session/session.ts'
import { useThrottleFn } from '@vueuse/core'
import { watch } from 'vue'
import { InboxCountsDocument } from '../../contract/graphql.ts'
import type { Change } from '../../live/desk.ts'
import type { DeskContext } from '../../live/useDesk.ts'
import { useCounts } from '../../shell/counts.ts'

const AT_MOST_EVERY = 1500

/** A message in a conversation that had unread ones already changes no count. */
const countsDiffer = ({ before, after }: Change) => !before || before.status !== after.status || before.owner !== after.owner
  || before.assignee?.id !== after.assignee?.id || before.unreadCount > 0 !== after.unreadCount > 0
  || (before.urgentSince === null) !== (after.urgentSince === null)

/** How many wait where. Counted by the server, since only a part of the lists is here. */
export function useInboxCounts({ desk, isListening, onChange }: Pick<DeskContext, 'desk' | 'isListening' | 'onChange'>) {
  const { client } = useSession()
  const counts = useCounts()
  const refresh = useThrottleFn(async () => {
    const { data } = await client.value.query(InboxCountsDocument, {}, { requestPolicy: 'network-only' }).toPromise()
    if (data) counts.value = data.inboxCounts
  }, AT_MOST_EVERY, true)
  watch([isListening, desk.epoch], () => { if (isListening.value) void refresh() }, { immediate: true })
  onChange(change => { if (countsDiffer(change)) void refresh() })
  return counts
}
