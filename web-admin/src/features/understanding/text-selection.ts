import type { Span } from './marks.ts'

/** What of a phrase is selected. Each of its pieces says where it starts (`data-start`); labels between them do not count. */
export function spanIn(root: Element, range: Range): Span | undefined {
  const spans = [...root.querySelectorAll<HTMLElement>('[data-start]')].flatMap(piece => {
    const text = piece.firstChild
    if (!text || !range.intersectsNode(text)) return []
    const at = Number(piece.dataset.start)
    const from = range.startContainer === text ? range.startOffset : 0
    const to = range.endContainer === text ? range.endOffset : (text.textContent ?? '').length
    return from < to ? [{ start: at + from, end: at + to }] : []
  })
  const [first] = spans
  return first && { start: first.start, end: spans.at(-1)!.end }
}
