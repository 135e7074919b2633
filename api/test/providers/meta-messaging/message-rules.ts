import type { Dialect } from './dialect.ts'
import { MessagingError, wrong } from './messaging-error.ts'

type Body = Record<string, unknown>

const object = (value: unknown, what: string): Body => (value && typeof value === 'object' && !Array.isArray(value) ? value as Body : wrong(`${what} is missing.`))
const list = (value: unknown, what: string): unknown[] => (Array.isArray(value) ? value : wrong(`${what} is no list.`))

function short(value: unknown, what: string, max: number): string {
  if (typeof value !== 'string' || value.trim() === '') return wrong(`${what} is missing.`)
  return value.length > max ? wrong(`${what} has more than ${max} characters.`) : value
}

const optional = (value: unknown, what: string, max: number) => (value === undefined ? undefined : short(value, what, max))

const GONE_TAGS = new Set(['CONFIRMED_EVENT_UPDATE', 'ACCOUNT_UPDATE', 'POST_PURCHASE_UPDATE'])

/** Throws what Meta answers to a message that it does not take. */
export function checkMessage(body: Body, dialect: Dialect): void {
  short(object(body['recipient'], 'recipient')['id'], 'recipient.id', 64)
  checkType(body)
  const message = object(body['message'], 'message')
  const { text, attachment, quick_replies: quickReplies, metadata } = message
  if ((text === undefined) === (attachment === undefined)) wrong('Either text or attachment is needed.')
  if (text !== undefined && (!dialect.textFits(short(text, 'text', Infinity)))) wrong('Length of param message[text] is too long.')
  optional(metadata, 'metadata', 999)
  if (attachment !== undefined) checkAttachment(object(attachment, 'attachment'), dialect)
  if (quickReplies !== undefined) checkQuickReplies(list(quickReplies, 'quick_replies'), message, dialect)
  if (body['reply_to'] !== undefined) short(object(body['reply_to'], 'reply_to')['mid'], 'reply_to.mid', 512)
}

function checkType({ messaging_type: type, tag }: Body): void {
  if (!['RESPONSE', 'UPDATE', 'MESSAGE_TAG', 'UTILITY'].includes(String(type))) wrong('messaging_type is unknown.')
  if ((type === 'MESSAGE_TAG') !== (tag !== undefined)) wrong('A tag goes with MESSAGE_TAG.')
  if (GONE_TAGS.has(String(tag))) throw new MessagingError(100, `The tag ${String(tag)} is no longer supported.`)
  if (tag !== undefined && tag !== 'HUMAN_AGENT') wrong(`There is no tag ${String(tag)}.`)
}

function checkQuickReplies(replies: unknown[], { text }: Body, { kind }: Dialect): void {
  if (replies.length < 1 || replies.length > 13) wrong('Between 1 and 13 quick replies.')
  if (kind === 'INSTAGRAM' && text === undefined) wrong('On Instagram quick replies go with a text.')
  for (const reply of replies.map(one => object(one, 'quick reply'))) {
    if (reply['content_type'] !== 'text') wrong('content_type is unknown.')
    short(reply['title'], 'title of a quick reply', 20)
    short(reply['payload'], 'payload of a quick reply', 1000)
  }
}

function checkAttachment({ type, payload }: Body, dialect: Dialect): void {
  const given = object(payload, 'payload')
  if (type === 'template') return checkTemplate(given)
  if (!['image', 'audio', 'video', 'file'].includes(String(type))) wrong(`There is no attachment of the type ${String(type)}.`)
  if ((given['url'] === undefined) === (given['attachment_id'] === undefined)) wrong('Either url or attachment_id is needed.')
  if (given['attachment_id'] !== undefined && !dialect.mayUpload) wrong('attachment_id is unknown.')
  if (given['url'] !== undefined && !URL.canParse(String(given['url']))) wrong('url is none.')
}

function checkTemplate(template: Body): void {
  if (template['template_type'] === 'button') {
    short(template['text'], 'text of the button template', 640)
    return checkButtons(template['buttons'])
  }
  if (template['template_type'] !== 'generic') wrong('There is no such template.')
  const elements = list(template['elements'], 'elements')
  if (elements.length < 1 || elements.length > 10) wrong('Between 1 and 10 elements.')
  for (const element of elements.map(one => object(one, 'element'))) {
    short(element['title'], 'title of an element', 80)
    optional(element['subtitle'], 'subtitle of an element', 80)
    if (Object.keys(element).length < 2) wrong('An element needs more than a title.')
    if (element['buttons'] !== undefined) checkButtons(element['buttons'])
  }
}

function checkButtons(given: unknown): void {
  const buttons = list(given, 'buttons')
  if (buttons.length < 1 || buttons.length > 3) wrong('Between 1 and 3 buttons.')
  for (const button of buttons.map(one => object(one, 'button'))) {
    short(button['title'], 'title of a button', 20)
    if (button['type'] === 'web_url') {
      if (!URL.canParse(String(button['url']))) wrong('The url of a button is no address.')
      continue
    }
    if (button['type'] !== 'postback') wrong('The double knows buttons that open an address or are sent back.')
    short(button['payload'], 'payload of a button', 1000)
  }
}
