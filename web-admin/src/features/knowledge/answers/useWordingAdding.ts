import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { useI18n } from 'vue-i18n'
import { AddFaqWordingsDocument, ChangeFaqDocument, type FaqForm_FaqFragment as Faq } from '../../../contract/graphql.ts'
import { plainOf } from '../../../shell/pasted-lines.ts'
import { draftOf, inputOf } from '../faq/faq.ts'

/** A way of asking that a question gains, and may lose again at once. */
export function useWordingAdding() {
  const { t } = useI18n()
  const { done, undoable, failed } = useNotify()
  const { change: addWordings, busy } = useChange(AddFaqWordingsDocument)
  const { change: changeFaq } = useChange(ChangeFaqDocument)

  async function takeBack(faq: Faq, wording: string) {
    const input = inputOf(draftOf(faq))
    const wordings = input.wordings?.filter(other => plainOf(other) !== plainOf(wording))
    const result = (await changeFaq({ input: { faqId: faq.id, version: faq.version, faq: { ...input, wordings } } }))?.changeFaq
    if (result?.__typename === 'ChangedMeanwhile') failed(t('answers.wordingChanged'))
    if (result?.__typename === 'Faq') done(t('answers.wordingRemoved'))
  }
  /** Resolves to whether the question has it now. */
  async function add(faq: { id: string; question: string }, wording: string): Promise<boolean> {
    const result = (await addWordings({ input: { faqId: faq.id, wordings: [wording] } }))?.addFaqWordings
    if (result?.__typename === 'InvalidInput') failed(t('errors.BAD_USER_INPUT'))
    if (result?.__typename !== 'Faq') return false
    undoable(t('answers.wordingAdded', { question: faq.question }), () => takeBack(result, wording))
    return true
  }
  return { add, busy }
}
