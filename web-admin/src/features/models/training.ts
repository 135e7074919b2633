import type { TrainingProgress_ModelTrainingFragment as Training } from '../../contract/graphql.ts'

export const isUnderWay = (training: Pick<Training, 'state'> | null | undefined) =>
  training?.state === 'QUEUED' || training?.state === 'RUNNING'

const NEWS_FOR = 10 * 60_000

/** Whether it is still worth a word: it goes on or failed, or it has just left a model that waits to be published. */
export function isNews({ state, finishedAt, model }: Training, now: Date): boolean {
  if (state !== 'DONE') return true
  return model?.state === 'TRAINED' && finishedAt != null && now.getTime() - new Date(finishedAt).getTime() < NEWS_FOR
}

/** Seconds that it will go on by how fast it went so far; nothing while that would be guessing. */
export function secondsLeft({ progress, startedAt }: Pick<Training, 'progress' | 'startedAt'>, now: Date): number | undefined {
  if (!startedAt || progress < 0.1 || progress >= 1) return undefined
  const spent = (now.getTime() - new Date(startedAt).getTime()) / 1000
  return spent > 0 ? Math.max(1, Math.round(spent / progress - spent)) : undefined
}
