import { useChange } from '@botpro/ui/graphql/useChange.ts'
import type { Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { AssignMisunderstoodDocument, DismissMisunderstoodDocument, type ReviewQueue_MisunderstoodGroupFragment as Group } from '../../contract/graphql.ts'
import type { MisunderstoodFilters } from '../../shell/useMisunderstoodPages.ts'
import { useMisunderstoodQueue } from '../../shell/useMisunderstoodQueue.ts'

type Verdict = { kind: 'assigned'; intent: { id: string; name: string }; text?: string } | { kind: 'dismissed' }

/** The queue, with what can be said of a group: which intent it meant, or that there is nothing to learn. */
export function useReviewQueue(filters: Ref<MisunderstoodFilters>) {
  const { t } = useI18n()
  const { change: assignOnServer } = useChange(AssignMisunderstoodDocument)
  const { change: dismissOnServer } = useChange(DismissMisunderstoodDocument)
  async function tell({ misunderstoodIds, language }: Group, verdict: Verdict) {
    if (verdict.kind === 'dismissed') return (await dismissOnServer({ input: { misunderstoodIds } }))?.dismissMisunderstood
    const phrase = verdict.text ? { text: verdict.text, language, entities: [] } : undefined
    return (await assignOnServer({ input: { misunderstoodIds, intentId: verdict.intent.id, phrase } }))?.assignMisunderstood
  }
  const wordsOf = (verdict: Verdict) =>
    (verdict.kind === 'dismissed' ? t('review.done.dismissed') : t('review.done.assigned', { intent: verdict.intent.name.replaceAll('_', ' ') }))
  const { settle, ...queue } = useMisunderstoodQueue<Verdict>({ filters, tell, wordsOf })
  return {
    ...queue,
    assign: (group: Group, intent: { id: string; name: string }, text?: string) => settle(group, { kind: 'assigned', intent, text }),
    dismiss: (group: Group) => settle(group, { kind: 'dismissed' }),
  }
}
