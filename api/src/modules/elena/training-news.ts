import type { Broadcast } from '../../platform/broadcast.ts'

declare module '../../platform/contract/operation.ts' {
  interface Feeds {
    trainings: TrainingNews
  }
}

/** That a training went on. Kept nowhere: whoever missed it asks for the training. */
export class TrainingNews {
  readonly #broadcast: Broadcast

  constructor(broadcast: Broadcast) {
    this.#broadcast = broadcast
  }

  tell(tenantId: string, trainingId: string): void {
    this.#broadcast.send(topic(tenantId), { trainingId })
  }

  of(tenantId: string) {
    return this.#broadcast.messages<{ trainingId: string }>(topic(tenantId))
  }
}

const topic = (tenantId: string) => `elena.training:${tenantId}`
