/**
 * A piece of a document as its reader (Markdown, HTML, PDF, DOCX, CSV …) hands it over, in the order of reading. Texts
 * are plain: no markup. `level` of a heading is 1 (the document's title) to 6; a row's cells bear the names of their
 * columns where the table has a head.
 */
export type DocumentBlock =
  | { kind: 'heading', level: number, text: string }
  | { kind: 'paragraph', text: string }
  | { kind: 'listItem', text: string }
  | { kind: 'tableRow', cells: TableCell[] }

export interface TableCell { column?: string, text: string }

/** A block as a reader would say it aloud: of a row, "column: cell" for each cell that holds something. */
export function textOf(block: DocumentBlock): string {
  if (block.kind !== 'tableRow') return block.text.replace(/\s+/g, ' ').trim()
  return block.cells.filter(({ text }) => text.trim() !== '')
    .map(({ column, text }) => (column ? `${column}: ${text}` : text).replace(/\s+/g, ' ').trim()).join('; ')
}
