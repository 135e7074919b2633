/** A label of at most `max` UTF-16 units with its ending: what does not fit gives way to “…”; never half a character. */
export function shortened(title: string, max: number, ending = ''): string {
  if (title.length + ending.length <= max) return title + ending
  return `${title.slice(0, max - 1 - ending.length).toWellFormed().replace(/\ufffd$/, '').trimEnd()}…${ending}`
}
