/** A run of text as the library hands it over: its place, and whether a line ends behind it. */
export interface PdfText { str: string, transform: number[], height: number, hasEOL: boolean }

export interface PdfLine { text: string, height: number, /** From the bottom of the page. */ y: number }

/** A line of the table of contents: dots that lead to a number. */
const contentsLine = /(?:\. ?){5,}\d{1,4}$/

export function linesOf(texts: readonly PdfText[]): PdfLine[] {
  const lines: PdfLine[] = []
  let line: PdfLine | undefined
  for (const { str, transform, height, hasEOL } of texts) {
    line ??= { text: '', height: 0, y: transform[5]! }
    line.text += str
    if (str.trim()) line.height = Math.max(line.height, height)
    if (!hasEOL) continue
    lines.push(line)
    line = undefined
  }
  if (line) lines.push(line)
  return lines.map(each => ({ ...each, text: each.text.replace(/\s+/g, ' ').trim() })).filter(({ text }) => text !== '' && !contentsLine.test(text))
}

/** Without what stands at the head or foot of most pages, whatever number is in it. */
export function withoutRepeats(pages: PdfLine[][]): PdfLine[][] {
  if (pages.length < 4) return pages
  const counts = new Map<string, number>()
  for (const lines of pages) for (const key of new Set(edgesOf(lines).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1)
  return pages.map(lines => {
    const repeated = new Set(edgesOf(lines).filter(line => counts.get(keyOf(line))! > pages.length / 2))
    return lines.filter(line => !repeated.has(line))
  })
}

const edgesOf = (lines: PdfLine[]) => [...lines.slice(0, 2), ...lines.slice(-2)]
const keyOf = ({ text, y }: PdfLine) => `${Math.round(y / 4)} ${text.replace(/\d+/g, '0')}`

/** The height that most letters have. */
export function bodyHeight(pages: PdfLine[][]): number {
  const letters = new Map<number, number>()
  for (const { text, height } of pages.flat()) letters.set(Math.round(height), (letters.get(Math.round(height)) ?? 0) + text.length)
  return [...letters].reduce((best, next) => next[1] > best[1] ? next : best, [0, 0])[0]
}
