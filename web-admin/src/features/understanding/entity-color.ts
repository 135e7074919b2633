/** Written out, so that the style sheet has them. Text on each has a contrast of 7 and more, in light and in dark. */
const COLORS = [
  'bg-amber-100 text-amber-950 decoration-amber-600 dark:bg-amber-950 dark:text-amber-100 dark:decoration-amber-500',
  'bg-sky-100 text-sky-950 decoration-sky-600 dark:bg-sky-950 dark:text-sky-100 dark:decoration-sky-500',
  'bg-emerald-100 text-emerald-950 decoration-emerald-600 dark:bg-emerald-950 dark:text-emerald-100 dark:decoration-emerald-500',
  'bg-fuchsia-100 text-fuchsia-950 decoration-fuchsia-600 dark:bg-fuchsia-950 dark:text-fuchsia-100 dark:decoration-fuchsia-500',
  'bg-orange-100 text-orange-950 decoration-orange-600 dark:bg-orange-950 dark:text-orange-100 dark:decoration-orange-500',
  'bg-teal-100 text-teal-950 decoration-teal-600 dark:bg-teal-950 dark:text-teal-100 dark:decoration-teal-500',
  'bg-violet-100 text-violet-950 decoration-violet-600 dark:bg-violet-950 dark:text-violet-100 dark:decoration-violet-500',
  'bg-lime-100 text-lime-950 decoration-lime-600 dark:bg-lime-950 dark:text-lime-100 dark:decoration-lime-500',
]
const OTHER = 'bg-accented text-highlighted decoration-current'

/**
 * The same entity has the same colour on every screen: by when its type was made, so that a new one takes nobody's
 * colour. What ELENA knows by itself is grey.
 */
export function entityColor(entity: string, types: readonly { id: string; name: string }[]): string {
  const at = types.toSorted((one, other) => one.id.localeCompare(other.id)).findIndex(({ name }) => name === entity)
  return at < 0 ? OTHER : COLORS[at % COLORS.length]!
}
