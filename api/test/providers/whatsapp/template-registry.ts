import { GraphError } from './graph-error.ts'

export interface RegisteredTemplate {
  id: string
  name: string
  language: string
  category: 'MARKETING' | 'UTILITY' | 'AUTHENTICATION'
  status: string
  components: Component[]
  parameter_format?: 'NAMED' | 'POSITIONAL'
  rejected_reason?: string
  quality_score?: { score: string }
}

interface Component {
  type: string
  format?: string
  text?: string
  example?: unknown
  buttons?: { type: string; text?: string; url?: string; phone_number?: string; example?: unknown }[]
}

interface Sent {
  name?: string
  language?: { code?: string }
  components?: { type: string; sub_type?: string; index?: string | number; parameters?: Parameter[] }[]
}

interface Parameter {
  type: string
  text?: string
  parameter_name?: string
  payload?: string
}

/** How a template reads once its gaps are filled. */
export interface Rendered {
  template: RegisteredTemplate
  text: string
  /** With what tapping them sends. */
  replies: { title: string; payload: string }[]
  /** Ids of media in its header. */
  mediaIds: string[]
}

const gapsOf = (text = '') => [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name!))]
const of = (template: RegisteredTemplate, type: string) => template.components.find(component => component.type.toUpperCase() === type)

/** Templates of the business account, and what Meta says to those that do not fit. */
export class TemplateRegistry {
  readonly all: RegisteredTemplate[] = []
  #next = 900_000_000_000_000n

  add(template: Omit<RegisteredTemplate, 'id' | 'status'> & { status?: string }): RegisteredTemplate {
    const added = { status: 'APPROVED', ...template, id: String(this.#next++) }
    this.all.push(added)
    return added
  }

  create(body: Record<string, unknown>): object {
    const { name, language, category, components, parameter_format: format } = body as unknown as RegisteredTemplate
    if (!/^[a-z0-9_]{1,512}$/.test(String(name))) throw new GraphError(100, 'A name has small letters, digits and underscores.')
    if (!['MARKETING', 'UTILITY', 'AUTHENTICATION'].includes(category)) throw new GraphError(100, 'There is no such category.')
    if (this.all.some(known => known.name === name && known.language === language)) throw new GraphError(100, 'There is already content in this language.', 2388024)
    checkComponents(components)
    const { id, status } = this.add({ name, language, category, components, status: 'PENDING', parameter_format: format })
    return { id, status, category }
  }

  delete(query: URLSearchParams): object {
    const [id, name] = [query.get('hsm_id'), query.get('name')]
    const left = this.all.filter(template => template.name !== name || (id !== null && template.id !== id))
    if (left.length === this.all.length) throw new GraphError(100, 'There is no such template.', 2593002)
    this.all.splice(0, Infinity, ...left)
    return { success: true }
  }

  page(query: URLSearchParams): object {
    const [limit, after] = [Number(query.get('limit') ?? 25), Number(query.get('after') ?? 0)]
    const end = after + limit
    const hasMore = end < this.all.length
    return { data: this.all.slice(after, end), paging: { cursors: { before: String(after), after: String(end) }, ...(hasMore && { next: 'https://graph.facebook.com/next' }) } }
  }

  render(sent: Sent, to: { isBusinessScoped: boolean }): Rendered {
    const template = this.all.find(({ name, language }) => name === sent.name && language === sent.language?.code)
    if (!template || ['PENDING', 'REJECTED'].includes(template.status)) throw new GraphError(132001, `template name (${sent.name}) does not exist in ${sent.language?.code}`)
    if (template.status === 'PAUSED') throw new GraphError(132015, 'The template is paused due to low quality.')
    if (template.status === 'DISABLED') throw new GraphError(132016, 'The template was paused too often.')
    const buttons = of(template, 'BUTTONS')?.buttons ?? []
    if (to.isBusinessScoped && buttons.some(({ type }) => type === 'COPY_CODE' || type === 'OTP')) throw new GraphError(131062, 'Codes cannot be sent to a business-scoped id.')
    const parts = sent.components ?? []
    const header = headerOf(template, parts)
    const body = filled(of(template, 'BODY')?.text ?? '', parts.find(part => part.type.toLowerCase() === 'body')?.parameters ?? [], 'body')
    if (body.length > 1024) throw new GraphError(132005, 'The text is too long once its gaps are filled.')
    checkButtons(buttons, parts)
    const replies = buttons.flatMap((button, index) => (button.type === 'QUICK_REPLY' ? [{ title: button.text!, payload: payloadOf(parts, index) ?? button.text! }] : []))
    return { template, text: [header.text, body, of(template, 'FOOTER')?.text].filter(Boolean).join('\n'), replies, mediaIds: header.mediaIds }
  }
}

function checkComponents(components: unknown): void {
  if (!Array.isArray(components) || !components.some(({ type }) => type === 'BODY')) throw new GraphError(100, 'A template has a body.')
  for (const { type, format, text = '', example, buttons = [] } of components as Component[]) {
    const most = { HEADER: 60, BODY: 1024, FOOTER: 60 }[type] ?? Infinity
    if (text.length > most) throw new GraphError(100, `${type} has more than ${most} characters.`)
    if (gapsOf(text).length > (type === 'HEADER' ? 1 : type === 'FOOTER' ? 0 : Infinity)) throw new GraphError(100, `${type} has too many gaps.`)
    if (gapsOf(text).length > 0 && !example) throw new GraphError(100, `${type} needs an example for its gaps.`, 2388043)
    if (type === 'HEADER' && !format) throw new GraphError(100, 'A header has a format.')
    const count = (kind: string) => buttons.filter(button => button.type === kind).length
    if (buttons.length > 10 || count('URL') > 2 || count('PHONE_NUMBER') > 1 || count('COPY_CODE') > 1) throw new GraphError(100, 'There are too many buttons.')
    if (buttons.some(button => (button.text?.length ?? 0) > 25 || (button.url?.length ?? 0) > 2000)) throw new GraphError(100, 'A button is too long.')
  }
}

function headerOf(template: RegisteredTemplate, parts: NonNullable<Sent['components']>): { text: string; mediaIds: string[] } {
  const header = of(template, 'HEADER')
  const parameters = parts.find(part => part.type.toLowerCase() === 'header')?.parameters ?? []
  if (!header || header.format === 'TEXT') return { text: filled(header?.text ?? '', parameters, 'header'), mediaIds: [] }
  const kind = header.format!.toLowerCase()
  const [parameter] = parameters
  if (!parameter) throw new GraphError(132012, `header: Format mismatch, expected ${header.format}, received UNKNOWN`)
  if (parameter.type !== kind) throw new GraphError(132012, `header: Format mismatch, expected ${header.format}, received ${parameter.type.toUpperCase()}`)
  const media = (parameter as unknown as Record<string, { id?: string } | undefined>)[kind]
  return { text: '', mediaIds: media?.id ? [media.id] : [] }
}

function filled(text: string, parameters: readonly Parameter[], part: string): string {
  const gaps = gapsOf(text)
  if (gaps.length !== parameters.length) throw new GraphError(132000, `${part}: number of localizable_params (${parameters.length}) does not match the expected number of params (${gaps.length})`)
  return gaps.reduce((whole, gap, index) => {
    const parameter = /^\d+$/.test(gap) ? parameters[index]! : parameters.find(({ parameter_name: name }) => name === gap)
    if (!parameter) throw new GraphError(100, `${part}: the parameter ${gap} has no name.`)
    if (parameter.type !== 'text' || !parameter.text) throw new GraphError(132012, `${part}: a text is expected.`)
    if (/[\n\t]| {5,}/.test(parameter.text)) throw new GraphError(132018, 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces')
    return whole.replaceAll(new RegExp(`\\{\\{\\s*${gap}\\s*\\}\\}`, 'g'), () => parameter.text!)
  }, text)
}

const buttonPart = (parts: NonNullable<Sent['components']>, index: number) => parts.find(part => part.type.toLowerCase() === 'button' && Number(part.index) === index)
const payloadOf = (parts: NonNullable<Sent['components']>, index: number) => buttonPart(parts, index)?.parameters?.[0]?.payload

function checkButtons(buttons: NonNullable<Component['buttons']>, parts: NonNullable<Sent['components']>): void {
  for (const [index, { type, url }] of buttons.entries()) {
    const part = buttonPart(parts, index)
    const needs = (type === 'URL' && gapsOf(url).length > 0) || type === 'COPY_CODE' || type === 'OTP'
    if (needs && !part) throw new GraphError(131008, `buttons: Button at index ${index} of type ${type} requires a parameter`)
    if (part && part.sub_type?.toUpperCase() !== (type === 'OTP' ? 'URL' : type)) throw new GraphError(132018, `buttons: Button at index ${index} is ${type}, not ${part.sub_type}`)
  }
}
