import type { DocumentBlock } from './document-blocks.ts'

/**
 * Reads CSV with a head (RFC 4180; the separator is what the head has most of: comma, semicolon or tab). An open quotation
 * mark runs to the end.
 */
export function csvBlocks(text: string): DocumentBlock[] {
  const [head, ...rows] = csvRows(text)
  if (!head) return []
  return rows.map(row => ({ kind: 'tableRow', cells: row.map((cell, at) => ({ ...head[at]?.trim() && { column: head[at].trim() }, text: cell })) }))
}

/** The cells of each line that holds something. */
export function csvRows(text: string): string[][] {
  const content = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const separator = separatorOf(content.slice(0, content.indexOf('\n') >>> 0))
  const rows: string[][] = [[]]
  for (let at = 0; at < content.length;) {
    const { cell, end } = content[at] === '"' ? quotedCell(content, at) : bareCell(content, at, separator)
    rows.at(-1)!.push(cell)
    if (content[end] === '\n') rows.push([])
    else if (end === content.length - 1) rows.at(-1)!.push('')
    at = end + 1
  }
  return rows.filter(row => row.some(cell => cell.trim() !== ''))
}

function separatorOf(head: string): string {
  const counts = [',', ';', '\t'].map(each => ({ each, count: head.split(each).length }))
  return counts.reduce((best, next) => next.count > best.count ? next : best).each
}

function bareCell(content: string, from: number, separator: string): { cell: string, end: number } {
  let end = from
  while (end < content.length && content[end] !== separator && content[end] !== '\n') end++
  return { cell: content.slice(from, end), end }
}

/** To the closing mark; two marks are one of the text. What stands between the closing mark and the separator is dropped. */
function quotedCell(content: string, from: number): { cell: string, end: number } {
  let cell = ''
  let at = from + 1
  for (; at < content.length; at++) {
    if (content[at] !== '"') cell += content[at]
    else if (content[at + 1] === '"') cell += content[at++]
    else break
  }
  return { cell, end: at + 1 }
}
