import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { useSubscription } from '@urql/vue'
import { useIntervalFn } from '@vueuse/core'
import { computed, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { LatestTrainingDocument, ModelTrainingProgressedDocument, StartTrainingDocument } from '../../contract/graphql.ts'
import { isUnderWay } from './training.ts'

const LOOK_EVERY = 2_000
/** So long nothing is told before it is asked: the line may be cut. */
const SILENCE = 4_000

/** The newest training, followed live while the page is open; it goes on without it. `onEnded` hears when one ends. */
export function useTraining(onEnded: () => void) {
  const { t } = useI18n()
  const { failed } = useNotify()
  const { data, refresh } = useAsk({ query: LatestTrainingDocument, variables: {}, requestPolicy: 'cache-and-network' })
  const { change, busy } = useChange(StartTrainingDocument)
  const training = computed(() => data.value?.latestTraining ?? undefined)
  const underWay = computed(() => isUnderWay(training.value))
  let heardAt = 0

  useSubscription({ query: ModelTrainingProgressedDocument, variables: {} }, (_before, told) => {
    heardAt = Date.now()
    return told
  })
  useIntervalFn(() => { if (underWay.value && Date.now() - heardAt > SILENCE) void refresh() }, LOOK_EVERY)
  watch(() => [training.value?.id, underWay.value] as const, ([id, goesOn], [before, wentOn]) => {
    if (id === before && wentOn && !goesOn) onEnded()
  })

  async function start() {
    const begun = (await change({ input: {} }))?.startTraining
    if (begun?.__typename === 'NothingToLearn') failed(t('models.training.nothing'))
    if (begun?.__typename === 'InvalidInput') failed(t('errors.BAD_USER_INPUT'))
  }
  return { training, underWay, start, busy }
}
