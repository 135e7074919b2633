import type { Attachment, ParsedMail } from 'mailparser'
import type { ChannelProfile } from '../profile.ts'
import type { ChannelMedia } from '../update.ts'
import { bareWords, htmlText, isTooDeep } from './html-text.ts'
import { readableHtml } from './mail-html.ts'
import { limit } from './mail-limits.ts'
import { isForwarded } from './mail-subject.ts'
import { visibleText } from './visible-text.ts'

/** The words of a mail without what they answer to, all of them, and what a reader may be shown. */
export function textsOf(mail: ParsedMail, profile: ChannelProfile): { text: string; fullText: string; html?: string } {
  const html = readable(mail.html, profile)
  const words = html ? htmlText(html) : undefined
  const plain = mail.text?.slice(0, limit(profile, 'textCharacters'))
  const fullText = plain?.trim() ? plain : words?.full ?? bareWords(mail.html || '').slice(0, limit(profile, 'textCharacters'))
  // Where the program marked what it quotes, nothing needs to be guessed.
  const own = words && words.unquoted && words.unquoted !== words.full ? words.unquoted : fullText
  return {
    text: isForwarded(mail.subject ?? '') ? fullText.trim() : visibleText(own),
    fullText,
    ...html && { html: readableHtml(html, cid => placeOf(mail.attachments, cid)) },
  }
}

const readable = (html: string | false | undefined, profile: ChannelProfile): string =>
  html && html.length <= limit(profile, 'htmlCharacters') && !isTooDeep(html, limit(profile, 'htmlDepth')) ? html : ''

const placeOf = (attachments: readonly Attachment[], cid: string) => {
  const at = attachments.findIndex(attachment => attachment.cid === cid)
  return at < 0 ? undefined : at
}

export const mediaOf = ({ attachments }: ParsedMail): ChannelMedia[] =>
  attachments.map(attachment => ({ content: attachment.content, mediaType: attachment.contentType, name: nameOf(attachment), size: attachment.size }))

const NAMES: Record<string, string> = { 'message/rfc822': 'mail.eml', 'text/calendar': 'invite.ics' }
/** It says nothing to who did not write it with Outlook. */
const PACKED = 'Outlook (winmail.dat)'

/** Without folders, control letters, and what turns the direction of writing to hide an ending. */
function nameOf({ filename, contentType, cid }: Attachment): string {
  if (contentType === 'application/ms-tnef' || /^winmail\.dat$/i.test(filename ?? '')) return PACKED
  const name = (filename ?? '').replace(/[\p{Cc}\p{Cf}]/gu, '').split(/[/\\]/).at(-1)!.trim().slice(-200)
  return name || NAMES[contentType] || (cid ? 'inline' : 'file')
}
