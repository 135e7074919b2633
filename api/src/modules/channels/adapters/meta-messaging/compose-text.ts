import { CannotSend } from '../adapter.ts'
import type { OutgoingFile } from '../outgoing.ts'
import type { ChannelProfile } from '../profile.ts'
import { fileKindOf, limit } from './messaging-limits.ts'
import type { Piece } from './messaging-request.ts'
import { splitToFit, type Room } from './split-bytes.ts'

export const roomFor = (profile: ChannelProfile): Room => ({ chars: limit(profile, 'textMaxChars'), bytes: limit(profile, 'textMaxBytes') })

/** As many messages as the words need. */
export const textPieces = (text: string, profile: ChannelProfile): Piece[] => splitToFit(text, roomFor(profile)).map(piece => ({ message: { text: piece } }))

/** Files have no words of their own. What fills the address or the id in comes when it is sent. */
export function filePiece(file: OutgoingFile, profile: ChannelProfile): Piece {
  const kind = fileKindOf(file.mediaType, profile)
  if (!kind) throw new CannotSend('CONTENT', `The channel takes no files of the type ${file.mediaType}.`)
  if (file.size > limit(profile, `${kind}MaxBytes`)) throw new CannotSend('TOO_LARGE', `“${file.name}” is larger than the channel takes.`)
  return { message: { attachment: { type: kind, payload: {} } }, file, fileAs: 'ATTACHMENT' }
}
