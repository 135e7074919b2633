import { forget } from '@botpro/ui/graphql/cache.ts'
import type { UpdateResolver } from '@urql/exchange-graphcache'

interface Told { __typename?: string; training?: Told }

/** Whatever training was told of last is the latest one, whoever began it. */
const keepLatest = (field: string): UpdateResolver => (answer, _args, cache) => {
  const told = answer[field] as Told | null
  const training = told?.training ?? told
  if (training?.__typename === 'ModelTraining') cache.link('Query', 'latestTraining', training as never)
}

const forgetModels: UpdateResolver = (...update) => {
  for (const field of ['elenaModels', 'elenaModel', 'liveModel']) forget(field)(...update)
}

/** What changes of models and trainings mean for what was fetched before. */
export const modelsUpdates: Record<'Mutation' | 'Subscription', Record<string, UpdateResolver>> = {
  Mutation: { startTraining: keepLatest('startTraining'), publishModel: forgetModels, withdrawModel: forgetModels },
  Subscription: { modelTrainingProgressed: keepLatest('modelTrainingProgressed') },
}
