import { Faq } from './faqs/faq.entity.ts'
import { KnowledgeSource } from './sources/source.entity.ts'

export const knowledgeEntities = [Faq, KnowledgeSource]

export { answersWhere, type BotAnswer, type BotAnswers, type BotQuestion } from './bot-answers.ts'
export type { Ground } from './written/ground.ts'
export { WrittenAnswers, type Grounds, type Ways } from './written/written-answers.ts'
export { FaqService, type WordingsGained } from './faqs/faq.service.ts'
export { bumpKnowledge } from './knowledge-state.ts'
export { createKnowledge, type Knowledge, type KnowledgeOptions } from './knowledge.ts'
export { knowledgeFileRoutes } from './sources/knowledge-file.routes.ts'
export { keepKnowledgeFile } from './sources/knowledge-file.store.ts'
export { KnowledgeSourceService } from './sources/source.service.ts'

/**
 * The core, for whoever has texts in files: it knows no database and no tenant. Languages are `es` and `en`, offsets count
 * UTF-16 units from 0 with the end exclusive, confidences and strengths go from 0 to 1, days are `YYYY-MM-DD`. An index is
 * built once (`for (const _ of index.build(faqs, passages));`) and asked as often as one likes; no text makes it throw.
 * `KnowledgeThread` holds such indexes in a thread; what it is asked ends in two seconds, or throws `NoAnswer`.
 * `learnFrom` takes seconds of a core; `readLearnt` throws a TypeError for bytes that `writeLearnt` did not write.
 */
export { KnowledgeThread } from './knowledge-thread.ts'
export { TenantIndex } from './answering/tenant-index.ts'
export { learnFrom, readLearnt, writeLearnt, type Learnt, type PairsToLearn } from './answering/learnt.ts'
export { answerThreshold } from './answering/threshold.ts'
export type { Answered, Asked, FaqContent, FoundItem, PassageContent } from './answering/content.ts'
