import { nextTick, useTemplateRef, type Ref } from 'vue'

/** A list that is added to, put in order and taken from; whoever adds a row writes in it at once. */
export function useRows<Row>(rows: Ref<Row[]>, make: () => Row) {
  const list = useTemplateRef<HTMLElement>('list')
  async function add() {
    rows.value = [...rows.value, make()]
    await nextTick()
    list.value?.querySelector<HTMLInputElement>('li:last-of-type input')?.focus()
  }
  function move(from: number, to: number) {
    if (to < 0 || to >= rows.value.length) return
    const next = [...rows.value]
    next.splice(to, 0, ...next.splice(from, 1))
    rows.value = next
  }
  const remove = (at: number) => { rows.value = rows.value.filter((_, index) => index !== at) }
  return { add, move, remove }
}
