import type { Json } from '../meta/json.ts'
import type { TemplateComponent } from '../outgoing.ts'

type Button = NonNullable<TemplateComponent['buttons']>[number]

const TYPES = ['HEADER', 'BODY', 'FOOTER', 'BUTTONS'] as const
const FORMATS = ['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION'] as const
const BUTTONS = ['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'COPY_CODE'] as const

/** A part of a template as Meta tells it; parts that we know nothing of are left out. */
export function componentOf(part: Json): TemplateComponent | undefined {
  const type = oneOf(TYPES, part.at('type').text)
  if (!type) return undefined
  const [format, text, examples] = [oneOf(FORMATS, part.at('format').text), part.at('text').text, examplesOf(part.at('example'))]
  const buttons = part.at('buttons').list.map(buttonOf).filter(button => button !== undefined)
  return { type, ...(type === 'HEADER' && format && { format }), ...(text && { text }), ...(examples.length > 0 && { examples }), ...(type === 'BUTTONS' && { buttons }) }
}

/** The same for Meta, which wants an example for each gap. */
export function componentForMeta({ type, format, text, examples = [], buttons = [] }: TemplateComponent, { isNamed }: { isNamed: boolean }): object {
  if (type === 'BUTTONS') return { type, buttons: buttons.map(buttonForMeta) }
  const example = examples.length > 0 && text ? exampleForMeta(type, isNamed ? named(text, examples) : examples) : undefined
  return { type, ...(type === 'HEADER' && { format: format ?? 'TEXT' }), ...(text && { text }), ...(example && { example }) }
}

/** Names of the gaps of a text, in order, each once. */
export const gapNames = (text: string): string[] => [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name!))]

type Example = string | { param_name: string; example: string }

const named = (text: string, examples: readonly string[]): Example[] => gapNames(text).map((name, index) => ({ param_name: name, example: examples[index] ?? '' }))

function exampleForMeta(type: string, examples: readonly Example[]): object | undefined {
  const part = type === 'HEADER' ? 'header_text' : 'body_text'
  if (typeof examples[0] === 'object') return { [`${part}_named_params`]: examples }
  return { [part]: type === 'HEADER' ? examples : [examples] }
}

function examplesOf(example: Json): string[] {
  const named = ['header_text_named_params', 'body_text_named_params'].flatMap(field => example.at(field).list.map(param => param.at('example').text))
  const [body] = example.at('body_text').list
  const plain = [...example.at('header_text').list, ...body?.list ?? []].map(item => item.text)
  return [...named, ...plain].filter(text => text !== undefined)
}

function buttonOf(button: Json): Button | undefined {
  // One-time passwords are copied too.
  const type = oneOf(BUTTONS, button.at('type').text === 'OTP' ? 'COPY_CODE' : button.at('type').text)
  if (!type) return undefined
  const [url, phone, example] = [button.at('url').text, button.at('phone_number').text, button.at('example').text ?? button.at('example').list[0]?.text]
  return { type, text: button.at('text').text ?? '', ...(url && { url }), ...(phone && { phone }), ...(example && { example }) }
}

function buttonForMeta({ type, text, url, phone, example }: Button): object {
  if (type === 'COPY_CODE') return { type, example: example ?? '' }
  return { type, text, ...(url && { url }), ...(phone && { phone_number: phone }), ...(url && example && { example: [example] }) }
}

const oneOf = <Name extends string>(names: readonly Name[], name: string | undefined): Name | undefined => names.find(known => known === name?.toUpperCase())
