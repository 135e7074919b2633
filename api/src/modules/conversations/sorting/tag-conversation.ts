import type { Unit } from '../../../platform/unit.ts'
import { MAX_TAGS, retagged, type TagChange } from './labels.ts'

const TAGS = 'select tags from conversation where tenant_id = $1 and id = $2 for update'
const RETAG = 'update conversation set tags = $3, version = version + 1 where tenant_id = $1 and id = $2'

/** What a bot's step does, in the unit of its turn. Beyond the most there is no room. Returns the tags afterwards. */
export async function tagConversation(unit: Unit, conversationId: string, change: TagChange): Promise<string[]> {
  const [row] = await unit.sql<{ tags: string[] }>('conversation-tags', TAGS, [unit.tenantId, conversationId])
  if (!row) return []
  const tags = retagged(row.tags, change).slice(0, MAX_TAGS)
  if (tags.join('\n') === row.tags.join('\n')) return tags
  await unit.sql('conversation-retag', RETAG, [unit.tenantId, conversationId, tags])
  unit.record({ kind: 'CONVERSATION_CHANGED', conversationId })
  return tags
}
