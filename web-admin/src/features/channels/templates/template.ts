import type { CreateMessageTemplateInput, TemplateButtonKind, TemplateCategory, TemplatesRow_MessageTemplateFragment as Template } from '../../../contract/graphql.ts'

export const CATEGORIES: TemplateCategory[] = ['UTILITY', 'MARKETING', 'AUTHENTICATION']
export const BUTTON_KINDS: TemplateButtonKind[] = ['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'COPY_CODE']
/** As the provider names them. */
export const TEMPLATE_LANGUAGES = ['es', 'es_MX', 'es_ES', 'es_AR', 'en', 'en_US', 'en_GB']
export const STATUS_COLORS = { APPROVED: 'success', PENDING: 'warning', REJECTED: 'error', PAUSED: 'warning', DISABLED: 'error' } as const satisfies Record<Template['status'], string>

export interface ButtonDraft { kind: TemplateButtonKind; text: string; url: string; phone: string }
export interface TemplateDraft {
  name: string
  language: string
  category: TemplateCategory
  header: string
  /** What stands in the gap of the header. */
  headerExample: string
  body: string
  footer: string
  buttons: ButtonDraft[]
  /** What stands in each gap of the body, by its name. */
  examples: Record<string, string>
}
export const newTemplate = (language: string): TemplateDraft =>
  ({ name: '', language, category: 'UTILITY', header: '', headerExample: '', body: '', footer: '', buttons: [], examples: {} })
export const newButton = (): ButtonDraft => ({ kind: 'QUICK_REPLY', text: '', url: '', phone: '' })

const GAP = /\{\{\s*(\w+)\s*\}\}/g

/** The gaps of a text, each once, in order. */
export const gapsOf = (text: string): string[] => [...new Set([...text.matchAll(GAP)].map(([, name]) => name!))]
/** The text as the contact would see it; a gap that is empty stays one. */
export const filled = (text: string, values: Record<string, string>): string => text.replace(GAP, (gap, name: string) => values[name]?.trim() || gap)
/** The next number that no gap has yet. */
export const nextGap = (text: string): string => `{{${Math.max(0, ...gapsOf(text).map(Number).filter(Number.isInteger)) + 1}}}`

/** As providers want names: small letters, digits and underscores. */
export const tidyName = (typed: string): string =>
  typed.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9_]+/g, '_')

export type TemplateField = 'name' | 'header' | 'headerExample' | 'body' | 'examples' | 'buttons'

/** The first thing that the provider would refuse at once. */
export function problemOf({ name, header, headerExample, body, examples, buttons }: TemplateDraft): TemplateField | undefined {
  if (!name.trim()) return 'name'
  if (gapsOf(header).length > 1) return 'header'
  if (gapsOf(header).length === 1 && !headerExample.trim()) return 'headerExample'
  if (!body.trim()) return 'body'
  if (gapsOf(body).some(gap => !examples[gap]?.trim())) return 'examples'
  if (buttons.some(({ kind, text, url, phone }) => !text.trim() || (kind === 'URL' && !url.trim()) || (kind === 'PHONE_NUMBER' && !phone.trim()))) return 'buttons'
}

export const inputOf = (channelAccountId: string, { name, language, category, header, headerExample, body, footer, buttons, examples }: TemplateDraft): CreateMessageTemplateInput => ({
  channelAccountId, name: name.trim(), language, category, header: header.trim() || null,
  headerExample: gapsOf(header).length > 0 ? headerExample.trim() : null, body: body.trim(), footer: footer.trim() || null,
  buttons: buttons.map(({ kind, text, url, phone }) => ({ kind, text: text.trim(), url: kind === 'URL' ? url.trim() : null, phone: kind === 'PHONE_NUMBER' ? phone.trim() : null })),
  examples: gapsOf(body).map(gap => examples[gap]!.trim()),
})

/** A template as it is shown: by its parts, gaps open. */
export function shownOf({ parts }: Pick<Template, 'parts'>) {
  const part = (kind: string) => parts.find(one => one.kind === kind)
  const header = part('HEADER')
  return {
    header: header?.text ?? (header?.format ? `[${header.format}]` : ''), body: part('BODY')?.text ?? '', footer: part('FOOTER')?.text ?? '',
    buttons: part('BUTTONS')?.buttons.map(({ text }) => text) ?? [],
  }
}
