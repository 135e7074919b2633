import { useUnsavedGuard } from '@botpro/ui/form/useUnsavedGuard.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { CreateMessageTemplateDocument } from '../../../contract/graphql.ts'
import { inputOf, newTemplate, problemOf, type TemplateField } from './template.ts'

/** A template as it is being written. */
export function useTemplateForm(channelAccountId: string) {
  const { t, locale } = useI18n()
  const { change, busy } = useChange(CreateMessageTemplateDocument)
  const empty = newTemplate(locale.value)
  const draft = ref(structuredClone(empty))
  const isTold = ref(false)
  const isKept = ref(false)
  const refused = ref('')
  const problem = ref<{ code: string; message: string }>()
  const isDirty = computed(() => !isKept.value && JSON.stringify(draft.value) !== JSON.stringify(empty))
  useUnsavedGuard(isDirty)

  const wordsFor = (field: TemplateField | 'footer' | 'language') => {
    if (isTold.value && problemOf(draft.value) === field) return t(`templates.problem.${field}`)
    return refused.value.split('.')[0] === field ? t('field.invalid') : undefined
  }
  /** Resolves to whether the provider has it. */
  async function create(): Promise<boolean> {
    isTold.value = true
    refused.value = ''
    problem.value = undefined
    if (problemOf(draft.value)) return false
    const result = (await change({ input: inputOf(channelAccountId, draft.value) }))?.createMessageTemplate
    if (result?.__typename === 'InvalidInput') refused.value = result.field
    if (result?.__typename === 'ChannelCheckFailed') problem.value = result.problem
    isKept.value = result?.__typename === 'MessageTemplate'
    return isKept.value
  }
  return { draft, problem, busy, wordsFor, create }
}
