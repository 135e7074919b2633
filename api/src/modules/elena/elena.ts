import { systemActor } from '../../platform/actor.ts'
import type { Broadcast } from '../../platform/broadcast.ts'
import type { Jobs } from '../../platform/jobs.ts'
import type { Units } from '../../platform/units.ts'
import { tidyElena } from './elena.tidy.ts'
import { elenaResolvers } from './elena.resolvers.ts'
import type { FaqWordings } from './faq-wordings.ts'
import { LiveModels } from './live-models.ts'
import { MisunderstoodService } from './misunderstood.service.ts'
import { ModelCache } from './model-cache.ts'
import { Prototypes } from './prototypes.ts'
import { TrainingNews } from './training-news.ts'
import { TrainingRuns } from './training.run.ts'
import { UnderstandingService } from './understanding.service.ts'

export interface ElenaOptions {
  units: Units
  jobs: Jobs
  broadcast: Broadcast
  /** How many trainings this process does side by side. */
  trainingsAtOnce: number
  /** What the models of all tenants may take of this process's memory, in bytes. */
  modelMemory: number
  faqs: FaqWordings
  onError: (error: unknown) => void
}

export interface Elena {
  resolvers: object[]
  /** How trainings go on, for subscriptions. */
  trainings: TrainingNews
  understanding: UnderstandingService
  misunderstood: MisunderstoodService
  /** What nobody needs any more goes. */
  tidy(): Promise<void>
}

/** Builds the module, for the composition root. */
export function createElena({ units, jobs, broadcast, trainingsAtOnce, modelMemory, faqs, onError }: ElenaOptions): Elena {
  const live = new LiveModels(broadcast)
  const trainings = new TrainingNews(broadcast)
  const understanding = new UnderstandingService({ live, models: new ModelCache({ bytes: modelMemory }), prototypes: new Prototypes(), onError })
  const misunderstood = new MisunderstoodService(faqs)
  const runs = new TrainingRuns({ units, news: trainings, atOnce: trainingsAtOnce })
  jobs.handle('elena.train', (job, context) => runs.run(job, context))
  jobs.handle('elena.recover', () => runs.recover()).every('* * * * *', 'elena.recover', {})
  return {
    trainings, understanding, misunderstood,
    resolvers: elenaResolvers({ live, news: trainings, understanding, misunderstood }),
    tidy: () => units.platform({ actor: systemActor() }, tidyElena),
  }
}
