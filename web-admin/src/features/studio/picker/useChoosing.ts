import { computed, nextTick, ref, watch, type Ref } from 'vue'

/** A list that is gone through by the arrows while the words are typed that it is narrowed by. */
export function useChoosing<Item>(items: Ref<readonly Item[]>, choose: (item: Item) => void, box: () => HTMLElement | null | undefined) {
  const at = ref(0)
  watch(items, () => (at.value = 0))
  const active = computed(() => items.value[at.value])
  function move(by: number) {
    at.value = (at.value + by + items.value.length) % Math.max(1, items.value.length)
    void nextTick(() => box()?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }))
  }
  function onKey(event: KeyboardEvent) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by) move(by)
    else if (event.key === 'Enter' && active.value) choose(active.value)
    else return
    event.preventDefault()
  }
  return { at, active, onKey }
}
