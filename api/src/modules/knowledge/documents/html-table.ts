import type { DocumentBlock, TableCell } from './document-blocks.ts'

interface Cell { text: string, isHead: boolean }

/** A table while it is read. One that holds another only arranges a page: its cells are text like any. */
export class HtmlTable {
  isLayout = false
  private columns: string[] | undefined
  private cells: Cell[] = []
  private isFirst = true
  private isInCell = false

  get takesText(): boolean {
    return this.isInCell && !this.isLayout
  }

  openCell(isHead: boolean): void {
    this.isInCell = true
    this.cells.push({ text: '', isHead })
  }

  closeCell(): void {
    this.isInCell = false
  }

  /** `isStrong` says that the text is in bold: so do tables that name no head mark it. */
  add(text: string, isStrong: boolean): void {
    const cell = this.cells.at(-1)!
    cell.text = `${cell.text} ${text}`.trim()
    if (this.isFirst && isStrong && cell.text === text) cell.isHead = true
  }

  /** What comes of a row: nothing where it names the columns. */
  closeRow(): DocumentBlock[] {
    const { cells } = this
    this.cells = []
    if (!cells.some(cell => cell.text)) return []
    const isHead = cells.length > 1 && cells.every(cell => cell.isHead || !cell.text) && (this.isFirst || !this.columns)
    this.isFirst = false
    if (isHead) this.columns = cells.map(cell => cell.text)
    if (isHead) return []
    if (cells.length === 1) return [{ kind: 'paragraph', text: cells[0]!.text }]
    return [{ kind: 'tableRow', cells: cells.map((cell, at): TableCell => ({ ...this.columns?.[at] && { column: this.columns[at] }, text: cell.text })) }]
  }

  /** Gives back what was taken for cells. */
  becomeLayout(): DocumentBlock[] {
    this.isLayout = true
    const { cells } = this
    this.cells = []
    return cells.filter(cell => cell.text).map(cell => ({ kind: 'paragraph', text: cell.text }))
  }
}
