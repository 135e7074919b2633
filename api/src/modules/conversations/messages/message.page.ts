import { decodePageKey, pageOf, rowsFor, type Page, type PageArgs } from '../../../platform/paging.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import { messagesOf } from '../conversation.queries.ts'
import type { Message } from './message.ts'

/** Messages of a conversation, the newest first. */
export async function messagePage(unit: ReadUnit, conversationId: string, args: PageArgs): Promise<Page<Message>> {
  const [before] = args.after ? decodePageKey(args.after, [0]) : [null]
  const rows = await messagesOf(unit, conversationId, { before, limit: rowsFor(args) })
  return pageOf(rows, args, message => [message.position])
}
