import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ChangePhraseDocument, type Language, type PhrasesTable_PhraseFragment as Phrase } from '../../contract/graphql.ts'
import { carriedMarks, trimmedPhrase, withMark, withoutMark, type Mark } from './marks.ts'

/** A phrase as it is being changed; its marks follow the words. */
export function usePhraseEdit(phrase: Phrase) {
  const { t } = useI18n()
  const { change, busy } = useChange(ChangePhraseDocument)
  const typed = ref(phrase.text)
  const marks = ref<Mark[]>(phrase.entities.map(mark => ({ ...mark })))
  const language = ref<Language>(phrase.language)
  const refusal = ref('')
  const isConflict = ref(false)
  const text = computed({
    get: () => typed.value,
    set(next: string) {
      marks.value = carriedMarks(marks.value, typed.value, next)
      typed.value = next
      refusal.value = ''
      isConflict.value = false
    },
  })
  const canSave = computed(() => text.value.trim() !== '')
  const mark = (added: Mark) => { marks.value = withMark(marks.value, added) }
  const unmark = (gone: Mark) => { marks.value = withoutMark(marks.value, gone) }

  /** Resolves to whether it was saved; `refusal` says why not. */
  async function save(despiteConflicts = false): Promise<boolean> {
    if (!canSave.value) return false
    const input = { phraseId: phrase.id, version: phrase.version, language: language.value, despiteConflicts }
    const result = (await change({ input: { ...input, ...trimmedPhrase(text.value, marks.value) } }))?.changePhrase
    isConflict.value = result?.__typename === 'ConflictingPhrase'
    if (result?.__typename === 'ConflictingPhrase') refusal.value = t('understanding.phrases.conflict', { intent: result.phrase.intent.name })
    if (result?.__typename === 'DuplicatePhrase') refusal.value = t('understanding.phrases.duplicate', { text: result.phrase.text })
    if (result?.__typename === 'ChangedMeanwhile') refusal.value = t('understanding.phrases.changedMeanwhile')
    if (result?.__typename === 'InvalidInput') refusal.value = t('field.invalid')
    return result?.__typename === 'Phrase'
  }
  return { text, marks, language, canSave, mark, unmark, save, busy, refusal, isConflict }
}
