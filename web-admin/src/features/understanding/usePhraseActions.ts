import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { useI18n } from 'vue-i18n'
import { DeletePhrasesDocument, MovePhrasesDocument, RestorePhrasesDocument } from '../../contract/graphql.ts'

interface Place { id: string; name: string }
const MOST_AT_ONCE = 500

/** What is done with phrases that are there. Nothing asks first, since everything can be undone. */
export function usePhraseActions() {
  const { t } = useI18n()
  const { done, undoable, failed } = useNotify()
  const { change: deletePhrases, busy: isDeleting } = useChange(DeletePhrasesDocument)
  const { change: restorePhrases } = useChange(RestorePhrasesDocument)
  const { change: movePhrases, busy: isMoving } = useChange(MovePhrasesDocument)

  async function restore(phraseIds: string[]) {
    const result = (await restorePhrases({ input: { phraseIds } }))?.restorePhrases
    if (result?.__typename === 'PhrasesRestored') done(t('understanding.phrases.restored', result.restored.length))
  }
  async function remove(phraseIds: string[]) {
    const result = (await deletePhrases({ input: { phraseIds: phraseIds.slice(0, MOST_AT_ONCE) } }))?.deletePhrases
    if (result?.__typename !== 'PhrasesDeleted') return
    const gone = result.phraseIds
    undoable(t('understanding.phrases.deleted', gone.length), () => restore(gone))
  }
  async function moveThem(phraseIds: string[], to: Place) {
    const result = (await movePhrases({ input: { phraseIds: phraseIds.slice(0, MOST_AT_ONCE), intentId: to.id } }))?.movePhrases
    return result?.__typename === 'PhrasesMoved' ? result : undefined
  }
  /** Resolves to whether anything came of it. */
  async function move(phraseIds: string[], from: Place, to: Place): Promise<boolean> {
    const result = await moveThem(phraseIds, to)
    if (!result) return false
    if (result.duplicates.length) failed(t('understanding.phrases.notMoved', { intent: to.name }, result.duplicates.length))
    const moved = result.moved.map(({ id }) => id)
    if (moved.length) undoable(t('understanding.phrases.moved', { intent: to.name }, moved.length), () => moveThem(moved, from))
    return true
  }
  return { remove, move, isDeleting, isMoving }
}
