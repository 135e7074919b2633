import { useChange } from '@botpro/ui/graphql/useChange.ts'
import type { Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import {
  AssignMisunderstoodDocument, DeleteFaqsDocument, DismissMisunderstoodDocument, type ReviewQueue_MisunderstoodGroupFragment as Group,
} from '../../../contract/graphql.ts'
import type { MisunderstoodFilters } from '../../../shell/useMisunderstoodPages.ts'
import { useMisunderstoodQueue } from '../../../shell/useMisunderstoodQueue.ts'

interface Question { id: string; question: string }
/** `isNew`: it was written for them, and goes when that is undone. */
type Verdict = { kind: 'assigned'; faq: Question; isNew: boolean } | { kind: 'dismissed' }

/** What nobody answered, with what can be said of a group: which question it asks, or that there is nothing to do. */
export function useUnanswered(filters: Ref<MisunderstoodFilters>) {
  const { t } = useI18n()
  const { change: assignOnServer } = useChange(AssignMisunderstoodDocument)
  const { change: dismissOnServer } = useChange(DismissMisunderstoodDocument)
  const { change: deleteFaqs } = useChange(DeleteFaqsDocument)
  async function tell({ misunderstoodIds }: Group, verdict: Verdict) {
    if (verdict.kind === 'dismissed') return (await dismissOnServer({ input: { misunderstoodIds } }))?.dismissMisunderstood
    return (await assignOnServer({ input: { misunderstoodIds, faqId: verdict.faq.id } }))?.assignMisunderstood
  }
  function wordsOf(verdict: Verdict) {
    if (verdict.kind === 'dismissed') return t('unanswered.dismissed')
    return t(verdict.isNew ? 'unanswered.written' : 'unanswered.assigned', { question: verdict.faq.question })
  }
  const afterUndo = (verdict: Verdict) =>
    (verdict.kind === 'assigned' && verdict.isNew ? deleteFaqs({ input: { faqIds: [verdict.faq.id] } }) : undefined)
  const { settle, ...queue } = useMisunderstoodQueue<Verdict>({ filters, tell, wordsOf, afterUndo })
  return {
    ...queue,
    assign: (group: Group, faq: Question, isNew = false) => settle(group, { kind: 'assigned', faq, isNew }),
    dismiss: (group: Group) => settle(group, { kind: 'dismissed' }),
  }
}
