import { whole } from './telegram-json.ts'

/** Numbers of messages begin anew in each chat. */
export const messageId = (chat: number, message: unknown): string => `${chat}:${whole(message, 'message_id')}`

/** A tap is no message in the chat; it is answered by its own id. */
export const callbackPrefix = 'callback:'

/** The number within the chat, where it is a message of that chat. */
export function numberIn(chat: string, externalId: string | undefined): number | undefined {
  const [of, id] = externalId?.split(':') ?? []
  return of === chat && /^\d{1,16}$/.test(id ?? '') ? Number(id) : undefined
}
