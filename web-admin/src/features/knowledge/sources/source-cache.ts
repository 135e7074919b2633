import { forget } from '@botpro/ui/graphql/cache.ts'
import type { UpdateResolver } from '@urql/exchange-graphcache'

/** There are few sources, and the server has them by name. */
export const sourceUpdates: Record<string, UpdateResolver> = {
  addKnowledgeSource: forget('knowledgeSources'),
  changeKnowledgeSource: forget('knowledgeSources'),
  deleteKnowledgeSource: forget('knowledgeSources'),
  restoreKnowledgeSource: forget('knowledgeSources'),
}
