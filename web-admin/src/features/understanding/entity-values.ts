export interface ValueDraft { value: string; synonyms: string[] }

export const MOST_VALUES = 2000
export const MOST_SYNONYMS = 50

const partsOf = (line: string) => {
  const separator = ['\t', ';', ':', ','].find(sign => line.includes(sign))
  if (!separator) return [line]
  // After a colon the synonyms stand between commas, as in a dictionary.
  const [first = '', ...rest] = line.split(separator)
  return separator === ':' ? [first, ...rest.join(':').split(/[,;]/)] : [first, ...rest]
}
const clean = (words: string) => words.trim().replace(/^["“«](.*)["”»]$/, '$1').trim()

/** Values of a list, one a line; its synonyms follow after a comma, a semicolon, a colon or a tab. */
export function valuesIn(pasted: string): ValueDraft[] {
  const lines = pasted.split(/[\r\n]+/).map(line => partsOf(line).map(clean).filter(words => words !== ''))
  return lines.filter(parts => parts.length > 0).map(([value, ...synonyms]) => ({ value: value!, synonyms }))
}

/** Adds values; one that is there already gains the synonyms. */
export function withValues(values: readonly ValueDraft[], added: readonly ValueDraft[]): ValueDraft[] {
  const byValue = new Map(values.map(one => [one.value.trim().toLowerCase(), { ...one }]))
  for (const { value, synonyms } of added) {
    const key = value.trim().toLowerCase()
    const known = byValue.get(key) ?? { value, synonyms: [] }
    const all = [...new Set([...known.synonyms, ...synonyms])].filter(words => words.toLowerCase() !== key)
    byValue.set(key, { ...known, synonyms: all.slice(0, MOST_SYNONYMS) })
  }
  return [...byValue.values()].slice(0, MOST_VALUES)
}

/** Values that are there twice. */
export function repeatedValues(values: readonly ValueDraft[]): string[] {
  const seen = new Set<string>()
  return values.map(({ value }) => value.trim()).filter(value => value && (seen.has(value) || !seen.add(value)))
}
