import { useDraft } from '@botpro/ui/form/useDraft.ts'
import { useMayLeave } from '@botpro/ui/form/useMayLeave.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import {
  ChangeChannelLinkDocument, CreateChannelLinkDocument, type ChannelKind, type LinksRow_ChannelLinkFragment as Link,
} from '../../contract/graphql.ts'
import { draftOf, inputOf, newDraft, problemOf, type LinkField } from './links.ts'

export interface LinkPlace { channelAccountId: string; kind: ChannelKind }

/** A link that is made or changed. */
export function useLinkForm({ channelAccountId, kind }: LinkPlace, link: Link | undefined) {
  const { t } = useI18n()
  const { done } = useNotify()
  const creating = useChange(CreateChannelLinkDocument)
  const changing = useChange(ChangeChannelLinkDocument)
  const { draft, isDirty } = useDraft(link ? draftOf(link) : newDraft())
  const isTold = ref(false)
  const refused = ref<LinkField>()
  const refusal = ref('')
  const told = computed(() => (isTold.value ? problemOf(draft.value, kind) ?? refused.value : undefined))
  const busy = computed(() => creating.busy.value || changing.busy.value)

  async function send() {
    const input = inputOf(draft.value)
    if (!link) return (await creating.change({ input: { ...input, channelAccountId } }))?.createChannelLink
    return (await changing.change({ input: { ...input, channelLinkId: link.id, version: link.version } }))?.changeChannelLink
  }
  /** Resolves to the link once it is saved; `told` and `refusal` say why not. */
  async function save(): Promise<Link | undefined> {
    isTold.value = true
    refused.value = undefined
    refusal.value = ''
    if (problemOf(draft.value, kind)) return
    const result = await send()
    if (result?.__typename === 'ChangedMeanwhile') refusal.value = t('links.changedMeanwhile')
    if (result?.__typename === 'InvalidInput') refused.value = result.field as LinkField
    if (result?.__typename !== 'ChannelLink') return
    done(t(link ? 'links.saved' : 'links.created'))
    return result
  }
  const mayLeave = useMayLeave(isDirty)
  const wordsFor = (field: LinkField) => (told.value === field ? t(`links.problemOf.${field}`) : undefined)
  return { draft, isDirty, refusal, busy, save, mayLeave, wordsFor }
}
