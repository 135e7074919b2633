import { useSession } from '@botpro/ui/session/session.ts'
import { reactive, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { ChangeContactDocument, type ContactPanel_ContactFragment as Contact } from '../../contract/graphql.ts'
import { useDesk } from '../../live/useDesk.ts'

export type ContactFields = { name: string; email: string; phone: string; language: Contact['language'] }

export const fieldsOf = ({ name, email, phone, language }: Contact): ContactFields =>
  ({ name: name ?? '', email: email ?? '', phone: phone ?? '', language })

/** Changes what is known of a contact; what somebody else changed meanwhile is never overwritten unseen. */
export function useContactForm(contact: MaybeRefOrGetter<Contact>, onSaved: () => void) {
  const { client } = useSession()
  const { desk } = useDesk()
  const fields = reactive(fieldsOf(toValue(contact)))
  const version = shallowRef(toValue(contact).version)
  const isBusy = shallowRef(false)
  const invalidField = shallowRef<string | null>(null)
  const isOutdated = shallowRef(false)

  async function save() {
    if (isBusy.value || isOutdated.value) return
    isBusy.value = true
    invalidField.value = null
    const input = { contactId: toValue(contact).id, version: version.value, ...fields }
    const { data } = await client.value.mutation(ChangeContactDocument, { input }).toPromise()
    isBusy.value = false
    const answer = data?.changeContact
    if (answer?.__typename === 'ChangedMeanwhile') isOutdated.value = true
    else if (answer?.__typename === 'InvalidInput') invalidField.value = answer.field
    else if (answer) { desk.tellContact(answer); onSaved() }
  }
  /** Begins anew from what the colleague left, once that is here. */
  function adoptCurrent() {
    const stop = watch(() => toValue(contact), current => {
      if (current.version === version.value) return
      Object.assign(fields, fieldsOf(current))
      version.value = current.version
      isOutdated.value = false
      queueMicrotask(() => stop())
    }, { immediate: true })
  }
  return { fields, isBusy, invalidField, isOutdated, save, adoptCurrent }
}
