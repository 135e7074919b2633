import { useQuery } from '@urql/vue'
import { refDebounced } from '@vueuse/core'
import { computed } from 'vue'
import { CheckFaqDocument, type CheckFaqQuery } from '../../../contract/graphql.ts'
import { useRights } from '../useRights.ts'
import { MOST_WORDINGS, type FaqDraft } from './faq.ts'

export type Clash = CheckFaqQuery['checkFaq'][number]
const SHORTEST = 3

/** Which of a question's wordings other questions have, by wording, while they are typed. What was changed since has none. */
export function useFaqCheck(draft: () => FaqDraft, faqId: () => string | undefined) {
  const { canWrite } = useRights()
  const typed = computed(() => [draft().question, ...draft().wordings].map(text => text.trim()).filter(text => text.length >= SHORTEST))
  const settled = refDebounced(computed(() => JSON.stringify(typed.value.slice(0, MOST_WORDINGS + 1))), 400)
  const language = () => { const chosen = draft().language; return chosen === 'AUTO' ? undefined : chosen }
  const { data } = useQuery({
    query: CheckFaqDocument,
    variables: () => ({ input: { faqId: faqId(), wordings: JSON.parse(settled.value) as string[], language: language() } }),
    pause: () => !canWrite.value || settled.value === '[]',
    requestPolicy: 'network-only',
  })
  /** The worst for each wording: the server tells the most alike first. */
  const clashes = computed(() => new Map((data.value?.checkFaq ?? []).toReversed().map(clash => [clash.text, clash])))
  return { clashOf: (text: string): Clash | undefined => clashes.value.get(text.trim()) }
}
