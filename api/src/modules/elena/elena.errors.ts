import { Refusal } from '../../platform/refusal.ts'
import type { Regression } from './model-regressions.ts'

export { NameTaken } from '../../platform/refusal.ts'

export class DuplicatePhrase extends Refusal {
  readonly __typename = 'DuplicatePhrase'
  readonly code = 'DUPLICATE_PHRASE'
  readonly message = 'The intent has this phrase already.'
  readonly phraseId: string

  constructor(phraseId: string) {
    super()
    this.phraseId = phraseId
  }
}

export class ConflictingPhrase extends Refusal {
  readonly __typename = 'ConflictingPhrase'
  readonly code = 'CONFLICTING_PHRASE'
  readonly message = 'Another intent has this phrase.'
  readonly phraseId: string

  constructor(phraseId: string) {
    super()
    this.phraseId = phraseId
  }
}

export class EntityTypeInUse extends Refusal {
  readonly __typename = 'EntityTypeInUse'
  readonly code = 'ENTITY_TYPE_IN_USE'
  readonly message = 'Phrases mark entities of this type.'
  readonly phraseCount: number

  constructor(phraseCount: number) {
    super()
    this.phraseCount = phraseCount
  }
}

export class NothingToLearn extends Refusal {
  readonly __typename = 'NothingToLearn'
  readonly code = 'NOTHING_TO_LEARN'
  readonly message = 'There are not two intents with phrases yet.'
}

export class TrainingUnderWay extends Refusal {
  readonly __typename = 'TrainingUnderWay'
  readonly code = 'TRAINING_UNDER_WAY'
  readonly message = 'A training has not ended yet.'
  readonly trainingId: string

  constructor(trainingId: string) {
    super()
    this.trainingId = trainingId
  }
}

export class ModelRegressed extends Refusal {
  readonly __typename = 'ModelRegressed'
  readonly code = 'MODEL_REGRESSED'
  readonly message = 'The model is worse than the live one.'
  readonly regressions: readonly Regression[]

  constructor(regressions: readonly Regression[]) {
    super()
    this.regressions = regressions
  }
}

export class ModelNotKept extends Refusal {
  readonly __typename = 'ModelNotKept'
  readonly code = 'MODEL_NOT_KEPT'
  readonly message = 'The model is too old: only what it scored is kept.'
}
