import { EntityType } from './entity-type.entity.ts'
import { Intent } from './intent.entity.ts'
import { LearntModel } from './learnt-model.entity.ts'
import { Phrase } from './phrase.entity.ts'

export const elenaEntities = [Intent, Phrase, EntityType, LearntModel]

export { createElena, type Elena, type ElenaOptions } from './elena.ts'
export { ElenaModel, readElena, trainElena, type ReadingContext, type TrainingOptions } from './engine.ts'
export { evaluateTrainingSet } from './evaluation/evaluate.ts'
export type { EvaluationReport } from './evaluation/report.ts'
export type { BotIntent } from './live-models.ts'
export type { EntityType as TaughtEntityType, FoundEntity, MarkedEntity, TrainingExample, TrainingSet, Understanding } from './model.ts'
export { MisunderstoodService, type Misunderstood } from './misunderstood.service.ts'
export { trainingFileRoutes } from './training-file.routes.ts'
export { UnderstandingService, type BotReading } from './understanding.service.ts'
export { packExamples } from './packs/pack-examples.ts'
