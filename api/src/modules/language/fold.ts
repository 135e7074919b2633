const marks = /\p{M}/gu

const foldUnit = (unit: string): string => {
  const folded = unit.normalize('NFD').replace(marks, '').toLowerCase()
  return folded.length === unit.length ? folded : unit
}

const ascii = /^[\0-\x7f]*$/
const folds = new Map<string, string>()

const foldOnce = (unit: string): string => {
  const known = folds.get(unit)
  if (known !== undefined) return known
  const folded = foldUnit(unit)
  if (folds.size < 4096) folds.set(unit, folded)
  return folded
}

/**
 * Small letters without accents, of the same length: character i of the result stands for character i of the text
 * (UTF-16 code units), so a span found in the one is a span of the other. Text in NFD should be composed first.
 */
export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase()
  let folded = ''
  for (const unit of text) folded += unit < '\x80' ? unit.toLowerCase() : foldOnce(unit)
  return folded
}
