/**
 * Rows of a CSV (RFC 4180). Written here because the packages that were tried, csv-parse and papaparse (both MIT, alive),
 * lose all rows after a quote that was forgotten, whereas this one loses the row.
 */
export interface CsvRow {
  /** The line (from 1) that the row begins in. */
  line: number
  /** Missing where the row's quotes are broken. */
  cells?: string[]
}

const longestQuoted = 20_000
const mostBroken = 10_000

/** Reads rows; a broken one ends with its first line. Rows without anything in them are left out. */
export function* csvRows(text: string, delimiter: string): Generator<CsvRow> {
  const reader = new RowReader(text, delimiter)
  let broken = 0
  while (!reader.atEnd && broken < mostBroken) {
    const row = reader.next()
    if (!row.cells) broken++
    if (!row.cells || row.cells.some(cell => cell !== '')) yield row
  }
}

class RowReader {
  private readonly text: string
  private readonly delimiter: string
  private at = 0
  private line = 1

  constructor(text: string, delimiter: string) {
    this.text = text
    this.delimiter = delimiter
  }

  get atEnd(): boolean {
    return this.at >= this.text.length
  }

  next(): CsvRow {
    const { line, at } = this
    const cells: string[] = []
    do {
      const cell = this.text[this.at] === '"' ? this.quoted() : this.bare()
      if (cell === undefined) return this.skipLineFrom(at, line)
      cells.push(cell)
    } while (this.passDelimiter())
    this.passLineEnd()
    return { line, cells }
  }

  private bare(): string {
    const start = this.at
    while (!this.atEnd && !this.atCellEnd(this.at)) this.at++
    return this.text.slice(start, this.at)
  }

  private atCellEnd(at: number): boolean {
    const unit = this.text[at]
    return unit === undefined || unit === this.delimiter || unit === '\n' || unit === '\r'
  }

  /** Undefined where the closing quote is missing or followed by more of the cell. */
  private quoted(): string | undefined {
    let cell = ''
    let from = this.at + 1
    for (;;) {
      const quote = this.text.indexOf('"', from)
      if (quote < 0 || quote - this.at > longestQuoted) return undefined
      cell += this.text.slice(from, quote)
      if (this.text[quote + 1] === '"') {
        cell += '"'
        from = quote + 2
        continue
      }
      if (!this.atCellEnd(quote + 1)) return undefined
      this.countLines(this.at, quote)
      this.at = quote + 1
      return cell
    }
  }

  private countLines(from: number, to: number): void {
    for (let at = this.text.indexOf('\n', from); at >= 0 && at < to; at = this.text.indexOf('\n', at + 1)) this.line++
  }

  private passDelimiter(): boolean {
    if (this.text[this.at] !== this.delimiter) return false
    this.at++
    return true
  }

  private passLineEnd(): void {
    if (this.text[this.at] === '\r') this.at++
    if (this.text[this.at] === '\n') this.at++
    this.line++
  }

  private skipLineFrom(start: number, line: number): CsvRow {
    const end = this.text.indexOf('\n', start)
    this.at = end < 0 ? this.text.length : end + 1
    this.line = line + 1
    return { line }
  }
}

/** The character that most evenly divides the first lines: a comma, a semicolon or a tab. */
export function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000).split(/\r?\n/).filter(Boolean).slice(0, 20).map(line => line.replace(/"(?:[^"]|""){0,5000}"/g, ''))
  const rank = (delimiter: string) => {
    const counts = head.map(line => line.split(delimiter).length - 1)
    const inFirst = counts[0] ?? 0
    return inFirst === 0 ? 0 : counts.filter(count => count === inFirst).length + inFirst / 100
  }
  return ['\t', ';', ','].reduce((best, each) => rank(each) > rank(best) ? each : best, ',')
}
