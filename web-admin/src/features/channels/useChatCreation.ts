import type { FormError } from '@botpro/ui/form/validation.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { useTemplateRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'

type Created = { __typename: 'ChannelAccount'; id: string } | { __typename: 'InvalidInput'; field: string } | undefined

/** What comes of a new chat of ours: its page, or what is wrong in the form, which is called `sheet`. */
export function useChatCreation(close: () => void) {
  const { t } = useI18n()
  const router = useRouter()
  const { done } = useNotify()
  const sheet = useTemplateRef<{ setErrors(errors: FormError[]): void }>('sheet')
  return async function finish(result: Created) {
    if (result?.__typename === 'InvalidInput') sheet.value?.setErrors([{ name: result.field, message: t('field.invalid') }])
    if (result?.__typename !== 'ChannelAccount') return
    done(t('webChannel.created'))
    close()
    await router.push(`/channels/${result.id}`)
  }
}
