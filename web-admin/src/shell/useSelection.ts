import { computed, ref, toValue, watch, type MaybeRefOrGetter } from 'vue'

/** Which lines of a list are chosen. Those that leave the list are chosen no longer. */
export function useSelection(ids: MaybeRefOrGetter<string[]>) {
  const chosen = ref<string[]>([])
  const isAll = computed(() => toValue(ids).length > 0 && chosen.value.length === toValue(ids).length)
  const state = computed(() => (isAll.value ? true : chosen.value.length ? 'indeterminate' as const : false))
  const clear = () => { chosen.value = [] }
  const toggleAll = () => { chosen.value = isAll.value ? [] : [...toValue(ids)] }
  const isChosen = (id: string) => chosen.value.includes(id)
  const toggle = (id: string) => {
    chosen.value = isChosen(id) ? chosen.value.filter(other => other !== id) : [...chosen.value, id]
  }
  watch(() => toValue(ids), left => { chosen.value = chosen.value.filter(id => left.includes(id)) })
  return { chosen, state, isChosen, toggle, toggleAll, clear }
}
