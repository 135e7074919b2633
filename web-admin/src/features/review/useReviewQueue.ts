import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { AssignMisunderstoodDocument, DismissMisunderstoodDocument, type ReviewQueue_MisunderstoodGroupFragment as Group } from '../../contract/graphql.ts'
import type { MisunderstoodFilters } from '../../shell/useMisunderstoodPages.ts'
import { useMisunderstoodQueue } from '../../shell/useMisunderstoodQueue.ts'
import { mustTrain, targetInput, titleOf, type Target, type Verdict } from './target.ts'

/** The queue, with what can be said of a group: what it meant, or that there is nothing to learn. */
export function useReviewQueue(filters: Ref<MisunderstoodFilters>) {
  const { t } = useI18n()
  const { change: assignOnServer } = useChange(AssignMisunderstoodDocument)
  const { change: dismissOnServer } = useChange(DismissMisunderstoodDocument)
  async function tell({ misunderstoodIds, language }: Group, verdict: Verdict) {
    if (verdict.kind === 'dismissed') return (await dismissOnServer({ input: { misunderstoodIds } }))?.dismissMisunderstood
    const phrase = verdict.text ? { text: verdict.text, language, entities: [] } : undefined
    return (await assignOnServer({ input: { misunderstoodIds, ...targetInput(verdict.target), phrase } }))?.assignMisunderstood
  }
  const wordsOf = (verdict: Verdict) =>
    (verdict.kind === 'dismissed' ? t('review.done.dismissed') : t(`review.done.${verdict.target.kind}`, { target: titleOf(verdict.target) }))
  const { settle, verdicts, ...queue } = useMisunderstoodQueue<Verdict>({ filters, tell, wordsOf })
  return {
    ...queue,
    mustTrain: computed(() => mustTrain(verdicts.value)),
    assign: (group: Group, target: Target, text?: string) => settle(group, { kind: 'assigned', target, text }),
    dismiss: (group: Group) => settle(group, { kind: 'dismissed' }),
  }
}
