import type { DocumentBlock } from './document-blocks.ts'

const bullet = /^\s*(?:[-*•–]|\d{1,3}[.)])\s+/
const longestHeading = 80

/** Reads plain text: paragraphs parted by empty lines, list items by their bullets, and headings by their looks: a short line alone without a stop. */
export function plainBlocks(text: string): DocumentBlock[] {
  const parts = text.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n/).map(part => part.split('\n').filter(line => line.trim() !== '')).filter(lines => lines.length > 0)
  return parts.flatMap((lines, at) => isHeading(lines, at < parts.length - 1) ? [{ kind: 'heading' as const, level: 2, text: lines[0]!.trim() }] : blocksOf(lines))
}

function isHeading(lines: string[], isFollowed: boolean): boolean {
  const line = lines[0]!.trim()
  return lines.length === 1 && isFollowed && line.length <= longestHeading && !bullet.test(line) && !/[.:;,!…]$/.test(line)
}

function blocksOf(lines: string[]): DocumentBlock[] {
  const blocks: DocumentBlock[] = []
  for (const line of lines) {
    const last = blocks.at(-1)
    if (bullet.test(line)) blocks.push({ kind: 'listItem', text: line.replace(bullet, '').trim() })
    else if (last && last.kind !== 'tableRow') last.text += ` ${line.trim()}`
    else blocks.push({ kind: 'paragraph', text: line.trim() })
  }
  return blocks
}
