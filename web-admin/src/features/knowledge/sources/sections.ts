interface Passage { id: string; headings: readonly string[]; text: string }
export interface Section<One extends Passage> { id: string; headings: readonly string[]; passages: One[] }

/** Passages that follow each other under the same headings, together. */
export function sectionsOf<One extends Passage>(passages: readonly One[]): Section<One>[] {
  const sections: Section<One>[] = []
  for (const passage of passages) {
    const last = sections.at(-1)
    if (last && String(last.headings) === String(passage.headings)) last.passages.push(passage)
    else sections.push({ id: passage.id, headings: passage.headings, passages: [passage] })
  }
  return sections
}
