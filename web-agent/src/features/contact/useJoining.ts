import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { DismissContactSuggestionDocument, MergeContactsDocument, UnmergeContactsDocument } from '../../contract/graphql.ts'

/** Says that two contacts are one person, or are not; each can be taken back. */
export function useJoining(onChanged: () => void) {
  const { t } = useI18n()
  const notify = useNotify()
  const merge = useChange(MergeContactsDocument)
  const unmerge = useChange(UnmergeContactsDocument)
  const dismissal = useChange(DismissContactSuggestionDocument)

  async function join(contactId: string, absorbedId: string) {
    const answer = (await merge.change({ input: { contactId, absorbedId } }))?.mergeContacts
    if (answer?.__typename === 'CannotMergeContacts') notify.failed(t('contact.join.refused'))
    if (answer?.__typename === 'ContactMerge') notify.undoable(t('contact.join.done'), () => takeApart(answer.id))
    onChanged()
  }
  async function takeApart(mergeId: string) {
    const answer = (await unmerge.change({ input: { mergeId } }))?.unmergeContacts
    if (answer?.__typename === 'CannotUnmergeContacts') notify.failed(t('contact.merges.refused'))
    if (answer?.__typename === 'ContactMerge') notify.done(t('contact.merges.done'))
    onChanged()
  }
  async function dismiss(suggestionId: string) {
    await dismissal.change({ input: { suggestionId } })
    onChanged()
  }
  return { join, takeApart, dismiss, isBusy: computed(() => merge.busy.value || unmerge.busy.value || dismissal.busy.value) }
}
