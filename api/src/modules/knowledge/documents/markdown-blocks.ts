import { marked } from 'marked'
import type { DocumentBlock } from './document-blocks.ts'
import { htmlBlocks } from './html-blocks.ts'

/** Reads Markdown as GitHub writes it, by way of the page that it makes. Front matter is left out. */
export function markdownBlocks(markdown: string): DocumentBlock[] {
  return htmlBlocks(marked.parse(withoutFrontMatter(markdown.replace(/\r\n?/g, '\n')), { async: false, gfm: true }))
}

function withoutFrontMatter(markdown: string): string {
  if (!markdown.startsWith('---\n')) return markdown
  const end = markdown.indexOf('\n---\n', 3)
  return end < 0 ? markdown : markdown.slice(end + 5)
}
