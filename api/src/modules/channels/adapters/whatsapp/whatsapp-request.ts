import type { OutgoingFile, OutgoingMessage, OutgoingPart } from '../outgoing.ts'
import type { ChannelProfile } from '../profile.ts'
import { isBusinessScoped, waIdOf } from './person.ts'

/** What is stored of a call: its body, and where in it the id of an uploaded file goes. */
export interface WhatsappRequest extends Record<string, unknown> {
  body: Record<string, unknown>
  /** Path to the object that gets `id`. */
  mediaAt?: readonly string[]
}

/** A call's own words: the type, what belongs to it, and a file where one goes with it. */
export interface Piece {
  type: string
  /** Stands in the body under its type. */
  value: unknown
  file?: OutgoingFile
  mediaAt?: readonly string[]
}

export function partOf({ type, value, file, mediaAt }: Piece, message: OutgoingMessage, { limits }: Pick<ChannelProfile, 'limits'>): OutgoingPart {
  const reference = message.reference.slice(0, Number(limits['referenceMax']))
  const body = { messaging_product: 'whatsapp', recipient_type: 'individual', ...recipientOf(message.to), type, [type]: value, biz_opaque_callback_data: reference }
  const request: WhatsappRequest = { body, ...(file && { mediaAt: mediaAt ?? [type] }) }
  return { request, fileIds: file ? [file.id] : [] }
}

/** A business-scoped id has a field of its own. Numbers go with their country, or Meta would think of one. */
function recipientOf({ externalId, phone }: OutgoingMessage['to']): Record<string, string> {
  if (isBusinessScoped(externalId)) return { recipient: externalId }
  const waId = waIdOf(externalId) ?? waIdOf(phone ?? undefined)
  return { to: waId ? `+${waId}` : externalId }
}
