import type { TemplatePicker_MessageTemplateFragment as Template } from '../../contract/graphql.ts'

export type Gap = Template['gaps'][number]
export type Values = Record<string, string>
export type GapProblem = 'MISSING' | 'TOO_LONG' | 'LINE_BREAK' | 'SPACES'
/** Some words, or what stands in a gap. */
export interface Piece { text: string; isGap: boolean }

const GAP = /\{\{\s*(\w+)\s*\}\}/g

/** `order_update` and "orden 5" are found by any of their words. */
export function templatesNamed(templates: readonly Template[], search: string): Template[] {
  const words = search.trim().toLowerCase().split(/[\s_]+/).filter(Boolean)
  const bodyOf = ({ parts }: Template) => parts.map(({ text }) => text ?? '').join(' ')
  return templates.filter(template => words.every(word => `${template.name} ${bodyOf(template)}`.toLowerCase().includes(word)))
}

/** What the provider would refuse, told while one types; the server decides again. */
export function problemOf({ max, isFile }: Pick<Gap, 'max' | 'isFile'>, value: string): GapProblem | null {
  if (value.trim() === '') return 'MISSING'
  if (isFile) return null
  if (value.length > max) return 'TOO_LONG'
  if (/[\n\r\t]/.test(value)) return 'LINE_BREAK'
  return / {5,}/.test(value) ? 'SPACES' : null
}

export const isFilled = (gaps: readonly Gap[], values: Values) => gaps.every(gap => problemOf(gap, values[gap.name] ?? '') === null)

/** The words of a part with what is filled in; where nothing is, the example or the gap itself stands. */
export function pieces(text: string, valueOf: (name: string) => string | undefined): Piece[] {
  const found: Piece[] = []
  let at = 0
  for (const { 0: gap, 1: name, index } of text.matchAll(GAP)) {
    if (index > at) found.push({ text: text.slice(at, index), isGap: false })
    found.push({ text: valueOf(name!) || gap, isGap: true })
    at = index + gap.length
  }
  if (at < text.length) found.push({ text: text.slice(at), isGap: false })
  return found
}
