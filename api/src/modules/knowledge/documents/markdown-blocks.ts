import type { DocumentBlock, TableCell } from './document-blocks.ts'

const heading = /^ {0,3}(#{1,6})(?:[ \t]+|$)/
const item = /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+/
const rule = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/
const fence = /^ {0,3}(?:```|~~~)/
const delimiter = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/

/**
 * Reads the Markdown that people write: headings of both kinds, paragraphs, list items, tables, quotations, code (as a
 * paragraph), front matter (left out). Emphasis, links and HTML tags are taken off the text.
 */
export function markdownBlocks(markdown: string): DocumentBlock[] {
  const reader = new MarkdownReader()
  for (const line of withoutFrontMatter(markdown.replace(/\r\n?/g, '\n')).split('\n')) reader.read(line)
  return reader.blocks.filter(block => block.kind === 'tableRow' || block.text !== '')
}

function withoutFrontMatter(markdown: string): string {
  if (!markdown.startsWith('---\n')) return markdown
  const end = markdown.indexOf('\n---\n', 3)
  return end < 0 ? markdown : markdown.slice(end + 5)
}

class MarkdownReader {
  readonly blocks: DocumentBlock[] = []
  /** The block that a further line belongs to. */
  private open: { kind: 'paragraph' | 'listItem', text: string } | undefined
  private columns: string[] | undefined
  private isCode = false

  read(given: string): void {
    if (fence.test(given)) return this.toggleCode()
    if (this.isCode) return this.addLine(given.trim())
    const line = given.replace(/^ {0,3}(?:> ?)+/, '')
    if (line.trim() === '') this.close()
    else if (heading.test(line)) this.addHeading(heading.exec(line)![1]!.length, line.replace(heading, '').replace(/(?:^|[ \t])#+[ \t]*$/, ''))
    else if (this.open?.kind === 'paragraph' && /^ {0,3}(?:=+|-+)[ \t]*$/.test(line)) this.raise(line.includes('=') ? 1 : 2)
    else if (rule.test(line)) this.close()
    else if (this.columns) this.addRow(line)
    else if (this.open?.kind === 'paragraph' && line.includes('|') && delimiter.test(line)) this.beginTable()
    else if (item.test(line)) this.begin('listItem', line.replace(item, '').replace(/^\[[ xX]\] /, ''))
    else this.addLine(line)
  }

  private toggleCode(): void {
    this.close()
    this.isCode = !this.isCode
  }

  private close(): void {
    this.open = undefined
    this.columns = undefined
  }

  private addHeading(level: number, text: string): void {
    this.close()
    this.blocks.push({ kind: 'heading', level, text: plain(text) })
  }

  private begin(kind: 'paragraph' | 'listItem', line: string): void {
    this.open = { kind, text: plain(line) }
    this.blocks.push(this.open)
  }

  private addLine(line: string): void {
    if (this.open) this.open.text = `${this.open.text} ${plain(line)}`.trim()
    else this.begin('paragraph', line)
  }

  /** The paragraph before a line of "=" or "-" was a heading. */
  private raise(level: number): void {
    const { text } = this.open!
    this.blocks.pop()
    this.addHeading(level, text)
  }

  /** The line before a row of dashes was the head of a table. */
  private beginTable(): void {
    const { text } = this.open!
    this.blocks.pop()
    this.open = undefined
    this.columns = cellsOf(text)
  }

  private addRow(line: string): void {
    const cells: TableCell[] = cellsOf(line).map((cell, at) => ({ ...this.columns![at] && { column: this.columns![at] }, text: plain(cell) }))
    this.blocks.push({ kind: 'tableRow', cells })
  }
}

const cellsOf = (row: string) => row.trim().replace(/^\|/, '').replace(/\|$/, '').split('|').map(cell => cell.trim())

/** Text without its markup. Every pattern is bounded, so that a hostile text costs no more than its length. */
function plain(text: string): string {
  return text
    .replace(/<!--[^>]{0,500}-->/g, '')
    .replace(/!?\[([^[\]]{0,500})\](?:\([^()\s]{0,1000}(?:\s"[^"]{0,200}")?\)|\[[^[\]]{0,200}\])/g, '$1')
    .replace(/<(https?:[^<>\s]{1,500})>/g, '$1')
    .replace(/<\/?[a-zA-Z][^<>]{0,500}>/g, '')
    .replace(/(\*{1,3}|~~|`{1,3})([^*~`]{1,1000})\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])_{1,3}([^_]{1,1000})_{1,3}(?![\p{L}\p{N}])/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, '$1')
    .trim()
}
