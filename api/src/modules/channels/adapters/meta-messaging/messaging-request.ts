import type { OutgoingFile, OutgoingMessage, OutgoingPart } from '../outgoing.ts'
import type { ChannelProfile } from '../profile.ts'
import { limit } from './messaging-limits.ts'

/** What is stored of a call: its body, and where the file goes that is read when it is sent. */
export interface MessagingRequest extends Record<string, unknown> {
  body: MessagingBody
  /** As the attachment itself, or as the picture of a card. */
  fileAs?: 'ATTACHMENT' | 'CARD_IMAGE'
}

export interface MessagingBody extends Record<string, unknown> {
  message: Record<string, unknown>
}

/** What one call says, and the file that goes with it. */
export interface Piece {
  message: Record<string, unknown>
  file?: OutgoingFile
  fileAs?: MessagingRequest['fileAs']
}

/** In answer to what she wrote, or as a person of the company may while longer than that. */
export function partOf({ message, file, fileAs }: Piece, { to, reference, passage }: OutgoingMessage, profile: ChannelProfile): OutgoingPart {
  const metadata = reference.slice(0, limit(profile, 'metadataMax'))
  const type = passage === 'HUMAN_AGENT' ? { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } : { messaging_type: 'RESPONSE' }
  const body: MessagingBody = { recipient: { id: to.externalId }, ...type, message: { ...message, metadata } }
  return { request: { body, ...(file && { fileAs }) } satisfies MessagingRequest, fileIds: file ? [file.id] : [] }
}

/** Shows above the answer what it answers. */
export function answering(part: OutgoingPart, mid: string): OutgoingPart {
  const request = part.request as MessagingRequest
  return { ...part, request: { ...request, body: { ...request.body, reply_to: { mid } } } }
}
