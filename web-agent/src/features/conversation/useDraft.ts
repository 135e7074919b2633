import { useDebounceFn, useEventListener } from '@vueuse/core'
import { onScopeDispose, reactive, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { useDesk } from '../../live/useDesk.ts'
import { createDrafts, EMPTY_DRAFT, type Draft } from './drafts.ts'

/** What is being written in the conversation at hand, kept when one goes elsewhere or reloads. */
export function useDraft(conversationId: MaybeRefOrGetter<string>) {
  const { owner } = useDesk()
  const drafts = createDrafts({ owner, shelf: localStorage, now: Date.now })
  const draft = reactive<Draft>({ ...EMPTY_DRAFT })
  let shownFor = ''
  const save = () => { if (shownFor) drafts.save(shownFor, draft) }
  const saveSoon = useDebounceFn(save, 300)

  watch(() => toValue(conversationId), id => {
    save()
    shownFor = id
    Object.assign(draft, drafts.load(id))
  }, { immediate: true, flush: 'sync' })
  watch(draft, () => void saveSoon())
  useEventListener(window, 'pagehide', save)
  onScopeDispose(save)

  /** Empties what was sent. */
  function clear() {
    Object.assign(draft, draft.mode === 'NOTE' ? { note: '' } : { reply: '', attachments: [] })
    save()
  }
  return { draft, clear }
}
