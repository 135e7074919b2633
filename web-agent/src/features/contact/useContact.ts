import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { computed, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { ContactPanelDocument } from '../../contract/graphql.ts'
import { useDesk } from '../../live/useDesk.ts'

/** All that is known of a contact. Waits while it is not known yet whose conversation it is. */
export function useContact(contactId: MaybeRefOrGetter<string>) {
  const { desk } = useDesk()
  const { data, error, state, refresh } = useAsk({
    query: ContactPanelDocument, variables: () => ({ id: toValue(contactId) }), requestPolicy: 'cache-and-network',
    pause: () => !toValue(contactId),
  })
  const contact = computed(() => (data.value?.contact.id === toValue(contactId) ? data.value.contact : undefined))
  watch(contact, now => { if (now) desk.tellContact(now) })
  return { contact, error, state, refresh }
}
