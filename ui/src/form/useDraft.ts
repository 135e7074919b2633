import { computed, ref, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue'

const sameAs = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const copyOf = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

/**
 * An editable copy of what the server said. News from the server replace an untouched copy and leave a touched one
 * alone, so that a refresh does not wipe out what somebody is typing. Keep the version in the form: a touched copy
 * then still bears the version that it was made on.
 */
export function useDraft<Form extends object>(source: MaybeRefOrGetter<Form>) {
  const original = ref(copyOf(toValue(source))) as Ref<Form>
  const draft = ref(copyOf(toValue(source))) as Ref<Form>
  const isDirty = computed(() => !sameAs(draft.value, original.value))
  function accept(form: Form) {
    original.value = copyOf(form)
    draft.value = copyOf(form)
  }
  const reset = () => accept(toValue(source))
  watch(() => toValue(source), next => { if (!isDirty.value) accept(next) }, { deep: true })
  return { draft, isDirty, accept, reset }
}
