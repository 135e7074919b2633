import type { MarkedEntity } from '../model.ts'
import type { RawMark } from './draft.ts'

/** A text without its inline marks, the marks, and what was wrong with some of them. */
export interface Unmarked { text: string, marks: RawMark[], roles: { entity: string, role: string }[], broken: string[] }

// [text](entity), [text](entity:value), [text]{"entity": …}, [text][{"entity": …}, …]; lengths bounded, so that no text
// costs much; an address in round brackets is a link, not a mark.
const inline = /\[([^[\]]{1,1000})\](?:\(([^():]{1,200})(?::(?!\/\/)([^()]{1,1000}))?\)|(\{[^{}]{1,1500}\})|\[(\{[^{}]{1,1500}\}(?:,\s{0,5}\{[^{}]{1,1500}\}){0,5})\])/g

/** Reads the inline marks of Rasa's training data. Offsets are those of the text without them, in UTF-16 code units. */
export function unmark(marked: string): Unmarked {
  const result: Unmarked = { text: '', marks: [], roles: [], broken: [] }
  let from = 0
  for (const match of marked.matchAll(inline)) {
    const [whole, surface = '', entity, value, object, list] = match
    result.text += marked.slice(from, match.index)
    from = match.index + whole.length
    const start = result.text.length
    result.text += surface
    const span = { start, end: result.text.length }
    if (entity) result.marks.push({ ...span, entity, value })
    else addFromJson(`[${object ?? list}]`, span, whole, result)
  }
  result.text += marked.slice(from)
  return result
}

function addFromJson(json: string, span: { start: number, end: number }, whole: string, { marks, roles, broken }: Unmarked): void {
  try {
    for (const { entity, value, role, group } of JSON.parse(json) as Record<string, unknown>[]) {
      if (typeof entity !== 'string') throw new SyntaxError('a mark names no entity')
      marks.push({ ...span, entity, value })
      for (const name of [role, group]) if (typeof name === 'string') roles.push({ entity, role: name })
    }
  } catch {
    broken.push(whole.slice(0, 80))
  }
}

/** Writes marks into a text; undefined where Rasa's notation cannot say it, as of a text with brackets of its own. */
export function mark(text: string, entities: readonly MarkedEntity[] = []): string | undefined {
  let marked = ''
  let from = 0
  for (const { start, end, entity, value } of entities) {
    marked += text.slice(from, start) + inlineMark(text.slice(start, end), entity, value)
    from = end
  }
  marked += text.slice(from)
  return says(marked, text, entities) ? marked : undefined
}

const inlineMark = (surface: string, entity: string, value?: string) =>
  value === undefined && !/[():]/.test(entity) ? `[${surface}](${entity})` : `[${surface}]${JSON.stringify({ entity, value })}`

function says(marked: string, text: string, entities: readonly MarkedEntity[]): boolean {
  const back = unmark(marked)
  return back.text === text && back.broken.length === 0 && back.marks.length === entities.length && entities.every((each, at) => {
    const { start, end, entity, value } = back.marks[at]!
    return start === each.start && end === each.end && entity === each.entity && value === each.value
  })
}
