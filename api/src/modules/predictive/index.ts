import { PredictiveModel } from './predictive-model.entity.ts'

export const predictiveEntities = [PredictiveModel]

export { dataMessages, objectIn } from './data-prompt.ts'
export { createPredictive, type Predictive, type PredictiveCall } from './predictive.ts'
export { PredictiveFailure, type PredictiveProblem } from './predictive-failure.ts'
export { callsInMonths } from './predictive-usage.queries.ts'
