import { CannotSend } from '../adapter.ts'
import type { OutgoingFile } from '../outgoing.ts'
import type { ChannelProfile } from '../profile.ts'
import { textPieces } from './compose-text.ts'
import { isRedrawn, limit, mediaKindOf } from './whatsapp-limits.ts'
import type { Piece } from './whatsapp-request.ts'

/** Files in order; the words are the first one's caption where it may have one and they fit, else they go before. */
export function filePieces({ text, files }: { text: string; files: readonly OutgoingFile[] }, profile: ChannelProfile): Piece[] {
  const kinds = files.map(file => checkedKind(file, profile))
  const isCaption = text !== '' && kinds[0] !== undefined && kinds[0] !== 'audio' && text.length <= limit(profile, 'captionMax')
  const pieces = files.map((file, index): Piece => ({ type: kinds[index]!, value: valueOf(file, kinds[index]!, isCaption && index === 0 ? text : ''), file }))
  return isCaption ? pieces : [...textPieces(text, profile), ...pieces]
}

/** As what a file goes. Throws where it cannot. */
export function checkedKind(file: OutgoingFile, profile: ChannelProfile): string {
  const kind = mediaKindOf(file.mediaType, profile)
  if (!kind) throw new CannotSend('CONTENT', `WhatsApp takes no files of the type ${file.mediaType}.`)
  if (!isRedrawn(file.mediaType, profile) && file.size > limit(profile, `${kind}MaxBytes`)) throw new CannotSend('TOO_LARGE', `“${file.name}” is larger than WhatsApp takes.`)
  return kind
}

const valueOf = ({ name }: OutgoingFile, kind: string, caption: string) => ({ ...(kind === 'document' && { filename: name }), ...(caption && { caption }) })
