import { useDraft } from '@botpro/ui/form/useDraft.ts'
import { useMayLeave } from '@botpro/ui/form/useMayLeave.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useViewer } from '@botpro/ui/session/useViewer.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { AddKnowledgeSourceDocument, ChangeKnowledgeSourceDocument, type SourcesTable_KnowledgeSourceFragment as Source } from '../../../contract/graphql.ts'
import { additionOf, changeOf, draftOf, newDraft, problemOf } from './source.ts'

/** A source that is added or changed. */
export function useSourceForm(source: Source | undefined) {
  const { t } = useI18n()
  const { done } = useNotify()
  const { tenant } = useViewer()
  const { change: add, busy: isAdding } = useChange(AddKnowledgeSourceDocument)
  const { change, busy: isChanging } = useChange(ChangeKnowledgeSourceDocument)
  // The list is asked again and again while something is read: what the form began with stays.
  const { draft, isDirty } = useDraft(source ? draftOf(source) : newDraft(tenant.value?.language ?? 'ES'))
  const isTold = ref(false)
  const refusal = ref('')
  const problem = computed(() => problemOf(draft.value, !source))
  const told = computed(() => (isTold.value ? problem.value : undefined))
  const busy = computed(() => isAdding.value || isChanging.value)

  async function send() {
    if (!source) return (await add({ input: additionOf(draft.value) }))?.addKnowledgeSource
    return (await change({ input: { ...changeOf(draft.value), knowledgeSourceId: source.id } }))?.changeKnowledgeSource
  }
  const wordsOf = (field: string) => t(field === 'url' ? 'sources.form.addressRefused' : field === 'knowledgeFileId' ? 'sources.file.unreadable' : 'field.invalid')
  /** Resolves to whether it was saved; `told` and `refusal` say why not. */
  async function save(): Promise<boolean> {
    isTold.value = true
    refusal.value = ''
    if (problem.value) return false
    const result = await send()
    if (result?.__typename === 'ChangedMeanwhile') refusal.value = t('sources.form.changedMeanwhile')
    if (result?.__typename === 'InvalidInput') refusal.value = wordsOf(result.field)
    if (result?.__typename !== 'KnowledgeSource') return false
    done(t(source ? 'sources.saved' : 'sources.added'))
    return true
  }
  const mayLeave = useMayLeave(isDirty)
  return { draft, isDirty, told, refusal, busy, save, mayLeave }
}
