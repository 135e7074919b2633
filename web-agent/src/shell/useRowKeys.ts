import type { Ref } from 'vue'
import { useCommands } from './commands.ts'

/** j and k walk along the rows; Enter then opens the one that has the focus, as it does with any link. */
export function useRowKeys(list: Ref<HTMLElement | null>) {
  const { on } = useCommands()
  const rows = () => [...list.value?.querySelectorAll<HTMLElement>('[data-row]') ?? []]
  const current = () => {
    const focused = rows().findIndex(row => row === document.activeElement)
    return focused >= 0 ? focused : rows().findIndex(row => row.ariaCurrent === 'true')
  }
  function focus(index: number) {
    const row = rows()[Math.max(0, Math.min(index, rows().length - 1))]
    row?.focus()
    row?.scrollIntoView({ block: 'nearest' })
  }
  on('next', () => focus(current() + 1))
  on('previous', () => focus(current() - 1))
  on('open', () => rows()[Math.max(0, current())]?.click())
}
