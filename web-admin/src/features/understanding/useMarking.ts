import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useDebounceFn, useEventListener } from '@vueuse/core'
import { shallowRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ChangePhraseDocument, type PhrasesTable_PhraseFragment as Phrase } from '../../contract/graphql.ts'
import { wholeWords, withMark, withoutMark, type Mark, type Span } from './marks.ts'
import { spanIn } from './text-selection.ts'

/** What is about to be marked, or is marked already, and where on the screen it stands. */
export interface MarkTarget { phrase: Phrase; span: Span; mark?: Mark; at: DOMRect }

/** Marking entities by selecting words of a phrase in a list. */
export function useMarking(list: Ref<HTMLElement | null>, phraseOf: (id: string) => Phrase | undefined, mayMark: () => boolean) {
  const { t } = useI18n()
  const { failed } = useNotify()
  const { change, busy } = useChange(ChangePhraseDocument)
  const target = shallowRef<MarkTarget>()

  function takeSelection() {
    const selection = getSelection()
    if (target.value || !mayMark() || !selection || selection.isCollapsed || !selection.rangeCount) return
    const range = selection.getRangeAt(0)
    const anchor = range.startContainer.parentElement?.closest<HTMLElement>('[data-phrase]')
    const phrase = anchor && list.value?.contains(anchor) ? phraseOf(anchor.dataset.phrase!) : undefined
    const selected = phrase && spanIn(anchor!, range)
    const span = selected && wholeWords(phrase.text, selected)
    if (phrase && span) target.value = { phrase, span, at: range.getBoundingClientRect() }
  }
  // With a finger or the keys a selection grows in steps, and no button tells that it is done.
  const takeSettled = useDebounceFn(takeSelection, 600)
  useEventListener(list, 'pointerup', event => { if (event.pointerType === 'mouse') setTimeout(takeSelection) })
  useEventListener(document, 'selectionchange', () => { if (!getSelection()?.isCollapsed) void takeSettled() })

  function openMark(phrase: Phrase, mark: Mark, element: HTMLElement) {
    target.value = { phrase, span: mark, mark, at: element.getBoundingClientRect() }
  }
  function close() {
    target.value = undefined
    getSelection()?.removeAllRanges()
  }
  async function save(entities: Mark[]) {
    const { phrase } = target.value!
    close()
    const { id: phraseId, version, text, language } = phrase
    const marks = entities.map(({ start, end, entity, value }) => ({ start, end, entity, value }))
    // The words are those that were there: whoever has them, too, is no news.
    const result = (await change({ input: { phraseId, version, text, language, entities: marks, despiteConflicts: true } }))?.changePhrase
    if (result && result.__typename !== 'Phrase') failed(t('understanding.phrases.changedMeanwhile'))
  }
  const mark = (entity: string, value?: string | null) =>
    save(withMark(target.value!.phrase.entities, { ...target.value!.span, entity, value: value?.trim() || null }))
  const unmark = () => save(withoutMark(target.value!.phrase.entities, target.value!.span))

  return { target, openMark, close, mark, unmark, busy }
}
