interface Item { value: string; label: string }

/** What a choice is called and what is chosen: whoever hears it hears what others see on the button. */
export function spoken(label: string, items: readonly (Item | readonly Item[])[], chosen: string | readonly string[] | undefined, placeholder: string): string {
  const all = items.flat() as Item[]
  const values = chosen === undefined ? [] : [chosen].flat()
  const words = values.flatMap(value => all.find(item => item.value === value)?.label ?? [])
  return `${label}: ${words.join(', ') || placeholder}`
}
