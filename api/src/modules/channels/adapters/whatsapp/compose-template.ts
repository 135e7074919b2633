import { CannotSend } from '../adapter.ts'
import type { TemplateUse } from '../content.ts'
import type { OutgoingFile } from '../outgoing.ts'
import type { ChannelProfile } from '../profile.ts'
import { checkedKind } from './compose-media.ts'
import type { Piece } from './whatsapp-request.ts'

/** An approved template with its gaps filled. */
export function templatePiece({ name, language, category, values }: TemplateUse, files: readonly OutgoingFile[], profile: ChannelProfile): Piece {
  const header = headerOf(values, files, profile)
  const body = bodyOf(values)
  const components = [header?.component, body, ...buttonsOf(values, category)].filter(component => component !== undefined)
  return {
    type: 'template', value: { name, language: { code: language }, ...(components.length > 0 && { components }) },
    // The header is the first component.
    ...(header?.file && { file: header.file, mediaAt: ['template', 'components', '0', 'parameters', '0', header.kind] }),
  }
}

type Values = TemplateUse['values']

function headerOf(values: Values, files: readonly OutgoingFile[], profile: ChannelProfile): { component: object; kind: string; file?: OutgoingFile } | undefined {
  const [gap] = gapsOf(values, 'header')
  if (!gap) return undefined
  const file = files.find(({ id }) => id === gap.value)
  const component = (parameter: object) => ({ type: 'header', parameters: [parameter] })
  if (!file) return { component: component(textOf(gap)), kind: 'text' }
  const kind = checkedKind(file, profile)
  if (kind === 'audio') throw new CannotSend('CONTENT', 'A template has no sound above it.')
  return { component: component({ type: kind, [kind]: kind === 'document' ? { filename: file.name } : {} }), kind, file }
}

function bodyOf(values: Values): object | undefined {
  const gaps = gapsOf(values, 'body').toSorted((a, b) => Number(a.name) - Number(b.name) || 0)
  return gaps.length === 0 ? undefined : { type: 'body', parameters: gaps.map(textOf) }
}

interface Gap {
  /** `1`, a name, or empty. */
  name: string
  value: string
}

function gapsOf(values: Values, part: string): Gap[] {
  return Object.entries(values).filter(([key]) => key === part || key.startsWith(`${part}.`)).map(([key, value]) => ({ name: key.slice(part.length + 1), value }))
}

/** Gaps have numbers, or names, which go along. */
const textOf = ({ name, value }: Gap) => ({ type: 'text', ...(name && !/^\d+$/.test(name) && { parameter_name: name }), text: value })

/** `button.0` is the end of an address; a code to copy and an answer of our own are named so. */
const buttonsOf = (values: Values, category: string): object[] => gapsOf(values, 'button').map(({ name, value }) => {
  const [index, kind] = name.split('.')
  if (kind === 'payload') return { type: 'button', sub_type: 'quick_reply', index, parameters: [{ type: 'payload', payload: value }] }
  // One-time passwords are told apart from coupons by their category alone.
  if (kind === 'code' && category !== 'AUTHENTICATION') return { type: 'button', sub_type: 'copy_code', index, parameters: [{ type: 'coupon_code', coupon_code: value }] }
  return { type: 'button', sub_type: 'url', index, parameters: [{ type: 'text', text: value }] }
})
