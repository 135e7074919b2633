import type { Client, CombinedError } from '@urql/core'
import { errorCode } from '@botpro/ui/graphql/errors.ts'
import { AddNoteDocument, SendReplyDocument, type AddNoteMutation, type SendReplyMutation } from '../contract/graphql.ts'
import type { Desk } from './desk.ts'
import type { Delivery, Outgoing } from './outbox.ts'

type Answer = SendReplyMutation['sendReply'] | AddNoteMutation['addNote']

/** Worth another try by itself: the server never said no. */
const PASSING = ['NETWORK', 'RATE_LIMITED', 'UNAUTHENTICATED']
const QUIET = { isQuiet: true }

function failed(error: CombinedError): Delivery {
  const code = errorCode(error)
  return PASSING.includes(code) ? { outcome: 'UNREACHABLE' } : { outcome: 'REFUSED', reason: code }
}

function settled(desk: Desk, answer: Answer): Delivery {
  switch (answer.__typename) {
    case 'Message':
      desk.tellMessage(answer)
      return { outcome: 'SENT' }
    case 'NotYourConversation':
      return { outcome: 'REFUSED', reason: answer.owner === 'AGENT' ? 'NotYourConversation' : 'NobodysConversation', colleague: answer.assignee?.name }
    case 'CannotSendNow':
      return { outcome: 'REFUSED', reason: 'CannotSendNow', block: answer.decision.block ?? undefined }
    case 'InvalidInput':
      return { outcome: 'REFUSED', reason: 'InvalidInput', field: answer.field }
    default:
      return { outcome: 'REFUSED', reason: answer.__typename }
  }
}

/** How what was written gets to the server, and what came of it. */
export function createDelivery(client: Client, desk: Desk) {
  return async function deliver({ kind, conversationId, clientId, text, attachments }: Outgoing): Promise<Delivery> {
    const input = { conversationId, clientId, text }
    if (kind === 'NOTE') {
      const { data, error } = await client.mutation(AddNoteDocument, { input }, QUIET).toPromise()
      return data ? settled(desk, data.addNote) : failed(error!)
    }
    const attachmentIds = attachments.map(({ id }) => id)
    const { data, error } = await client.mutation(SendReplyDocument, { input: { ...input, attachmentIds } }, QUIET).toPromise()
    return data ? settled(desk, data.sendReply) : failed(error!)
  }
}
