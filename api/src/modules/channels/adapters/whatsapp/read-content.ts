import type { Form, Order, People } from '../content.ts'
import { Json } from '../meta/json.ts'
import { hexDigest } from '../meta/media.ts'
import type { ChannelMedia, MessageReceived } from '../update.ts'
import { takeToken } from './link-token.ts'

/** What a message says, whatever its type. */
export type Said = Pick<MessageReceived, 'text' | 'content' | 'media' | 'optionId'> & { token?: string }

/** Of a type that we do not know, or that lacks what it should have: the person sees it on her phone, and we say that we do not. */
export const unsupported = (what: string): Said => ({ text: '', content: { kind: 'UNSUPPORTED', what: what.slice(0, 200) } })

export function said(type: string, message: Json): Said {
  const reader = Object.hasOwn(readers, type) ? readers[type] : undefined
  return reader?.(message.at(type)) ?? unsupported(whatOf(type, message))
}

const readers: Record<string, (part: Json) => Said | undefined> = {
  text: part => (part.at('body').text ? takeToken(part.at('body').text!) : undefined),
  image: part => file(part),
  video: part => file(part),
  audio: part => file(part, { isVoice: part.at('voice').isTrue }),
  document: part => file(part),
  sticker: part => file(part, { isSticker: true }),
  location: place,
  contacts: people,
  interactive: chosen,
  button: part => (part.at('text').text ? option(part.at('text').text!, part.at('payload').id) : undefined),
  order,
}

function file(part: Json, kind: Pick<ChannelMedia, 'isVoice' | 'isSticker'> = {}): Said | undefined {
  const ref = part.at('id').id
  if (!ref) return undefined
  const media: ChannelMedia = {
    ref, mediaType: part.at('mime_type').text, name: part.at('filename').text, sha256: hexDigest(part.at('sha256').text),
    ...(kind.isVoice && { isVoice: true }), ...(kind.isSticker && { isSticker: true }),
  }
  return { text: part.at('caption').text ?? '', media: [media] }
}

function place(part: Json): Said | undefined {
  const [latitude, longitude] = [part.at('latitude').number, part.at('longitude').number]
  if (latitude === undefined || longitude === undefined || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined
  const [name, address] = [part.at('name').text, part.at('address').text]
  return { text: '', content: { kind: 'LOCATION', latitude, longitude, ...(name && { name }), ...(address && { address }) } }
}

function people(part: Json): Said | undefined {
  const content: People = { kind: 'CONTACTS', people: part.list.filter(item => item.isObject).map(person) }
  return content.people.length === 0 ? undefined : { text: '', content }
}

function person(item: Json): People['people'][number] {
  const phones = item.at('phones').list.map(phone => phone.at('phone').text ?? phone.at('wa_id').text)
  const emails = item.at('emails').list.map(email => email.at('email').text)
  return { name: item.at('name', 'formatted_name').text ?? '', phones: phones.filter(isSome), emails: emails.filter(isSome) }
}

function chosen(part: Json): Said | undefined {
  for (const kind of ['button_reply', 'list_reply']) {
    const reply = part.at(kind)
    if (part.at('type').text === kind && reply.isObject) return option(reply.at('title').text ?? '', reply.at('id').id)
  }
  const form = part.at('type').text === 'nfm_reply' ? part.at('nfm_reply') : undefined
  return form?.isObject ? { text: form.at('body').text ?? '', content: filledForm(form) } : undefined
}

const option = (text: string, optionId: string | undefined): Said => ({ text, ...(optionId !== undefined && { optionId }) })

function filledForm(form: Json): Form {
  const answers = Object.fromEntries(answersOf(form.at('response_json').text ?? '').filter(([name]) => name !== 'flow_token'))
  const fields = Object.keys(answers).map(name => ({ name, label: name, type: 'TEXT' as const }))
  return { kind: 'FORM', title: form.at('name').text ?? '', fields, answers }
}

function answersOf(json: string): [string, string][] {
  try {
    const answers = new Json(JSON.parse(json)).plain()
    return Object.entries(answers ?? {}).map(([name, answer]) => [name, typeof answer === 'string' ? answer : JSON.stringify(answer)])
  } catch {
    return []
  }
}

function order(part: Json): Said | undefined {
  const items = part.at('product_items').list.map(item).filter(isSome)
  const catalogId = part.at('catalog_id').id
  return items.length === 0 ? undefined : { text: part.at('text').text ?? '', content: { kind: 'ORDER', ...(catalogId && { catalogId }), items } }
}

function item(line: Json): Order['items'][number] | undefined {
  const productId = line.at('product_retailer_id').id
  const quantity = Math.round(line.at('quantity').number ?? 1)
  const [price, currency] = [line.at('item_price').number, line.at('currency').id]
  if (!productId || quantity < 1 || quantity > MOST_OF_ONE) return undefined
  return { productId, quantity, ...(price !== undefined && { price: String(price) }), ...(currency && { currency }) }
}

const MOST_OF_ONE = 1_000_000

const isSome = <Value>(value: Value | undefined): value is Value => value !== undefined

/** The type, and what Meta says of it. */
function whatOf(type: string, message: Json): string {
  const kind = message.at('unsupported', 'type').text ?? type
  const [error] = message.at('errors').list
  return [kind, error?.at('error_data', 'details').text ?? error?.at('title').text].filter(Boolean).join(': ')
}
