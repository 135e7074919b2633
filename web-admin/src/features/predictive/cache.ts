import { forget } from '@botpro/ui/graphql/cache.ts'

const forgetBoth: ReturnType<typeof forget> = (...change) => {
  forget('predictiveModels')(...change)
  forget('servedPurposes')(...change)
}

/** What serves a purpose follows from what models there are. */
export const predictiveUpdates = {
  createPredictiveModel: forgetBoth,
  changePredictiveModel: forgetBoth,
  deletePredictiveModel: forgetBoth,
}
