import { KnowledgeSource } from './sources/source.entity.ts'

export const knowledgeEntities = [KnowledgeSource]

export type { BotAnswer, BotAnswers, BotQuestion } from './bot-answers.ts'
export { knowledgeFileRoutes } from './sources/knowledge-file.routes.ts'
