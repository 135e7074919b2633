import type { TemplateComponent } from '../adapters/outgoing.ts'

/** Something to fill in. `name` is by part and place: `header`, `header.mes`, `body.1`, `body.nombre`, `button.0`, `button.0.code`. */
export interface TemplateGap {
  name: string
  example: string | null
  isFile: boolean
  max: number
}

export interface TemplateProblem {
  gap: string
  code: 'MISSING' | 'TOO_LONG' | 'LINE_BREAK' | 'SPACES' | 'UNKNOWN'
  message: string
}

export interface TemplatePreview {
  header: string | null
  body: string
  footer: string | null
  buttons: string[]
  problems: TemplateProblem[]
}

export type TemplateValues = Readonly<Record<string, string>>

const GAP = /\{\{\s*(\w+)\s*\}\}/g
const MAX = { header: 60, body: 1024, button: 2000 }
const FILES = ['IMAGE', 'VIDEO', 'DOCUMENT']

/** What has to be filled in before it can be sent, in the order in which it is read. */
export function gapsOf(components: readonly TemplateComponent[]): TemplateGap[] {
  return components.flatMap(component => {
    if (component.type === 'HEADER') return headerGaps(component)
    if (component.type === 'BODY') return bodyGaps(component)
    return component.type === 'BUTTONS' ? buttonGaps(component) : []
  })
}

function headerGaps({ format, text, examples }: TemplateComponent): TemplateGap[] {
  if (format && FILES.includes(format)) return [{ name: 'header', example: null, isFile: true, max: 60 }]
  const [name] = gapNamesIn(text)
  return name ? [{ name: /^\d+$/.test(name) ? 'header' : `header.${name}`, example: examples?.[0] ?? null, isFile: false, max: MAX.header }] : []
}

const bodyGaps = ({ text, examples }: TemplateComponent): TemplateGap[] =>
  gapNamesIn(text).map((name, index) => ({ name: `body.${name}`, example: examples?.[index] ?? null, isFile: false, max: MAX.body }))

const buttonGaps = ({ buttons = [] }: TemplateComponent): TemplateGap[] => buttons.flatMap((button, index) => {
  const isOpen = button.type === 'COPY_CODE' || (button.type === 'URL' && gapNamesIn(button.url).length > 0)
  return isOpen ? [{ name: button.type === 'COPY_CODE' ? `button.${index}.code` : `button.${index}`, example: button.example ?? null, isFile: false, max: button.type === 'COPY_CODE' ? 15 : MAX.button }] : []
})

export const gapNamesIn = (text = ''): string[] => [...new Set([...text.matchAll(GAP)].map(match => match[1]!))]

/** How it reads once filled in, and what is wrong with what it is filled with. */
export function previewOf(components: readonly TemplateComponent[], values: TemplateValues): TemplatePreview {
  const find = (type: TemplateComponent['type']) => components.find(component => component.type === type)
  const header = find('HEADER')
  return {
    header: header?.text === undefined ? null : filled(header.text, name => values[`header.${name}`] ?? values['header']),
    body: filled(find('BODY')?.text ?? '', name => values[`body.${name}`]),
    footer: find('FOOTER')?.text ?? null,
    buttons: (find('BUTTONS')?.buttons ?? []).map(button => button.text),
    problems: problemsOf(gapsOf(components), values),
  }
}

/** The words of the message, for whoever reads the conversation. */
export function textOf({ header, body, footer }: TemplatePreview): string {
  return [header, body, footer].filter(Boolean).join('\n\n')
}

const filled = (text: string, valueOf: (name: string) => string | undefined) => text.replace(GAP, (gap, name: string) => valueOf(name) || gap)

/** Meta refuses values with line breaks, tabs, or more than four spaces in a row. */
export function problemsOf(gaps: readonly TemplateGap[], values: TemplateValues): TemplateProblem[] {
  const strangers = Object.keys(values).filter(name => !gaps.some(gap => gap.name === name))
  return [
    ...strangers.map(gap => ({ gap, code: 'UNKNOWN' as const, message: 'The template has no such gap.' })),
    ...gaps.flatMap(gap => problemOf(gap, values[gap.name] ?? '')),
  ]
}

function problemOf({ name: gap, max, isFile }: TemplateGap, value: string): TemplateProblem[] {
  if (!value.trim()) return [{ gap, code: 'MISSING', message: 'Fill it in.' }]
  if (isFile) return []
  if (value.length > max) return [{ gap, code: 'TOO_LONG', message: `At most ${max} characters.` }]
  if (/[\n\r\t]/.test(value)) return [{ gap, code: 'LINE_BREAK', message: 'Without line breaks and tabs.' }]
  return / {5,}/.test(value) ? [{ gap, code: 'SPACES', message: 'At most four spaces in a row.' }] : []
}
