import { EntityTypeResolver } from './entity-type.resolver.ts'
import { EntityTypeService } from './entity-type.service.ts'
import { ExchangeResolver } from './exchange.resolver.ts'
import { ExchangeService } from './exchange.service.ts'
import { IntentResolver } from './intent.resolver.ts'
import { IntentService } from './intent.service.ts'
import { EvaluationReportResolver, LearntModelResolver } from './learnt-model.resolver.ts'
import { LearntModelService } from './learnt-model.service.ts'
import type { LiveModels } from './live-models.ts'
import { MisunderstoodResolver } from './misunderstood.resolver.ts'
import type { MisunderstoodService } from './misunderstood.service.ts'
import { PhraseCheckService } from './phrase-check.service.ts'
import { ConflictingPhraseResolver, DuplicatePhraseResolver, PhraseClashResolver, PhraseResolver } from './phrase.resolver.ts'
import { PhraseService } from './phrase.service.ts'
import type { TrainingNews } from './training-news.ts'
import { TrainingResolver, TrainingUnderWayResolver } from './training.resolver.ts'
import { TrainingService } from './training.service.ts'
import { RankedIntentResolver, UnderstandingResolver } from './understanding.resolver.ts'
import type { UnderstandingService } from './understanding.service.ts'

export interface ElenaParts {
  live: LiveModels
  news: TrainingNews
  understanding: UnderstandingService
  misunderstood: MisunderstoodService
}

export function elenaResolvers({ live, news, understanding, misunderstood }: ElenaParts): object[] {
  return [
    new IntentResolver(new IntentService({ live })),
    new PhraseResolver({ phrases: new PhraseService(), checks: new PhraseCheckService(understanding) }),
    new PhraseClashResolver(), new DuplicatePhraseResolver(), new ConflictingPhraseResolver(),
    new EntityTypeResolver(new EntityTypeService()),
    new ExchangeResolver(new ExchangeService()),
    new TrainingResolver(new TrainingService({ news })), new TrainingUnderWayResolver(),
    new LearntModelResolver(new LearntModelService({ live })), new EvaluationReportResolver(),
    new UnderstandingResolver(understanding), new RankedIntentResolver(),
    new MisunderstoodResolver(misunderstood),
  ]
}
