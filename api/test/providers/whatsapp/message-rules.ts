import { GraphError } from './graph-error.ts'

// What a customer's phone would show is not ours to cut: every length that Meta's reference names is refused beyond.
type Body = Record<string, unknown>

const wrong = (details: string, code = 131009): never => { throw new GraphError(code, details) }
const missing = (what: string): never => wrong(`${what} is missing.`, 131008)

const object = (value: unknown, what: string): Body => (value && typeof value === 'object' && !Array.isArray(value) ? value as Body : missing(what))
const list = (value: unknown, what: string): unknown[] => (Array.isArray(value) ? value : missing(what))

function text(value: unknown, what: string, max: number, code = 131009): string {
  if (typeof value !== 'string' || value.trim() === '') return missing(what)
  return value.length > max ? wrong(`${what} has more than ${max} characters.`, code) : value
}

const optional = (value: unknown, what: string, max: number) => (value === undefined ? undefined : text(value, what, max))

const CAPTION_MAX = 1024

/** Throws what Meta would answer. Media ids are looked up by whoever calls. */
export function checkMessage(body: Body): void {
  if (body['messaging_product'] !== 'whatsapp') wrong('messaging_product is not whatsapp.', 100)
  const { to, recipient, type = 'text', biz_opaque_callback_data: opaque } = body
  if (to === undefined && recipient === undefined) wrong('The parameter to is required.', 100)
  if (to !== undefined && !/^\+?[1-9]\d{5,14}$/.test(String(to))) wrong('to is no phone number.')
  if (to === undefined && !/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(String(recipient))) wrong('recipient is no business-scoped user id.')
  if (opaque !== undefined && (typeof opaque !== 'string' || opaque.length > 512)) wrong('biz_opaque_callback_data has more than 512 characters.', 100)
  if (body['context'] !== undefined) text(object(body['context'], 'context')['message_id'], 'context.message_id', 512)
  const check = Object.hasOwn(checks, String(type)) ? checks[String(type)]! : wrong(`${String(type)} is not supported.`, 131051)
  check(body[String(type)])
}

const checks: Record<string, (part: unknown) => void> = {
  text: part => { text(object(part, 'text')['body'], 'text.body', 4096, 100) },
  image: part => media(part, 'image'),
  video: part => media(part, 'video'),
  audio: part => { if (media(part, 'audio')['caption'] !== undefined) wrong('audio has no caption.', 100) },
  document: part => { optional(media(part, 'document')['filename'], 'document.filename', 240) },
  sticker: part => { if (media(part, 'sticker')['caption'] !== undefined) wrong('sticker has no caption.', 100) },
  location: part => {
    const { latitude, longitude } = object(part, 'location')
    if (typeof latitude !== 'number' || Math.abs(latitude) > 90 || typeof longitude !== 'number' || Math.abs(longitude) > 180) wrong('location is nowhere.')
  },
  contacts: part => {
    for (const contact of list(part, 'contacts')) {
      const { formatted_name: formatted, ...others } = object(object(contact, 'contact')['name'], 'contact.name')
      text(formatted, 'formatted_name', 1000)
      if (Object.keys(others).length === 0) wrong('A name needs another part beside formatted_name.', 100)
    }
  },
  reaction: part => { text(object(part, 'reaction')['message_id'], 'reaction.message_id', 512) },
  interactive: part => interactive(object(part, 'interactive')),
  template: part => { text(object(part, 'template')['name'], 'template.name', 512) },
}

function media(part: unknown, what: string): Body {
  const found = object(part, what)
  if ((found['id'] === undefined) === (found['link'] === undefined)) wrong(`${what} needs either id or link.`, 100)
  optional(found['caption'], `${what}.caption`, CAPTION_MAX)
  return found
}

function interactive({ type, header, body, footer, action }: Body): void {
  text(object(body, 'interactive.body')['text'], 'interactive.body.text', 1024)
  if (footer !== undefined) text(object(footer, 'footer')['text'], 'footer.text', 60)
  if (header !== undefined) headerOf(object(header, 'header'), String(type))
  const of = object(action, 'interactive.action')
  if (type === 'button') return buttons(list(of['buttons'], 'buttons'))
  if (type === 'cta_url') return link(of)
  return type === 'list' ? rows(of) : wrong(`Interactive messages of the type ${String(type)} are unknown.`, 100)
}

function headerOf(header: Body, type: string) {
  const kind = String(header['type'])
  if (kind === 'text') return text(header['text'], 'header.text', 60)
  if (type === 'list') return wrong('The header of a list is a text.')
  return ['image', 'video', 'document'].includes(kind) ? media(header[kind], `header.${kind}`) : wrong(`A header cannot be ${kind}.`)
}

function link({ name, parameters }: Body): void {
  if (name !== 'cta_url') wrong('The action of a link is called cta_url.')
  const { display_text: title, url } = object(parameters, 'parameters')
  text(title, 'display_text', 20)
  if (!URL.canParse(text(url, 'url', 2000))) wrong('url is no address.')
}

function buttons(all: unknown[]): void {
  if (all.length < 1 || all.length > 3) wrong('Between 1 and 3 buttons.')
  const replies = all.map(button => object(object(button, 'button')['reply'], 'reply'))
  unlike(replies.map(reply => text(reply['title'], 'button title', 20)), 'titles of buttons')
  unlike(replies.map(reply => text(reply['id'], 'button id', 256)), 'ids of buttons')
}

function rows(action: Body): void {
  text(action['button'], 'action.button', 20)
  const sections = list(action['sections'], 'sections').map(section => object(section, 'section'))
  if (sections.length < 1 || sections.length > 10) wrong('Between 1 and 10 sections.')
  for (const section of sections) if (sections.length > 1 || section['title'] !== undefined) text(section['title'], 'section title', 24)
  const all = sections.flatMap(section => list(section['rows'], 'rows').map(row => object(row, 'row')))
  if (all.length < 1 || all.length > 10) wrong('Between 1 and 10 rows in all.')
  unlike(all.map(row => text(row['id'], 'row id', 200)), 'ids of rows')
  unlike(all.map(row => text(row['title'], 'row title', 24)), 'titles of rows')
  for (const row of all) optional(row['description'], 'row description', 72)
}

function unlike(all: string[], what: string): void {
  if (new Set(all).size !== all.length) wrong(`Two ${what} are the same.`)
}
