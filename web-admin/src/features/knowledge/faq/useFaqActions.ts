import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { useI18n } from 'vue-i18n'
import { DeleteFaqsDocument, RestoreFaqsDocument } from '../../../contract/graphql.ts'
import { MOST_AT_ONCE } from './faq.ts'

/** Questions that go and come back. Nothing asks first, since everything can be undone. */
export function useFaqActions() {
  const { t } = useI18n()
  const { done, undoable } = useNotify()
  const { change: deleteFaqs, busy } = useChange(DeleteFaqsDocument)
  const { change: restoreFaqs } = useChange(RestoreFaqsDocument)

  async function restore(faqIds: string[]) {
    const result = (await restoreFaqs({ input: { faqIds } }))?.restoreFaqs
    if (result?.__typename === 'FaqsRestored') done(t('faq.restored', result.faqs.length))
  }
  /** Resolves to whether they are gone. */
  async function remove(faqIds: string[]): Promise<boolean> {
    const result = (await deleteFaqs({ input: { faqIds: faqIds.slice(0, MOST_AT_ONCE) } }))?.deleteFaqs
    if (result?.__typename !== 'FaqsDeleted') return false
    undoable(t('faq.deleted', result.faqIds.length), () => restore(result.faqIds))
    return true
  }
  return { remove, busy }
}
