import type { ReadUnit } from '../../platform/unit.ts'
import { channelAccountsById, channelLinksById, type ChannelAccountRow, type ChannelLinkRow, type ConversationOrigin } from '../channels/index.ts'
import { loadContacts, type ContactRow } from '../contacts/index.ts'
import { loadMembers, type MemberRow } from '../identity/index.ts'
import { messagesById, type ConversationRow } from './conversation.queries.ts'
import type { Message } from './messages/message.ts'

/** A message with its people; a message without files says so, and one with files is asked for them. */
export interface WholeMessage extends Message {
  member: MemberRow | null
  noticeMember: MemberRow | null
  attachments?: []
}

export interface Relations {
  contact: ContactRow | undefined
  channelAccount: ChannelAccountRow | undefined
  assignee: MemberRow | null
  lastMessage: WholeMessage | null
  origin: (ConversationOrigin & { link: ChannelLinkRow | null }) | null
}

export type WholeConversation = ConversationRow & Relations

type Load<Row> = (unit: ReadUnit, ids: readonly string[]) => Promise<readonly (Row | undefined)[]>

/** Reads each id once, however many rows name it. */
async function byId<Row>(unit: ReadUnit, load: Load<Row>, ids: (string | null)[]): Promise<Map<string | null, Row>> {
  const distinct = [...new Set(ids.filter(id => id !== null))]
  const found = distinct.length ? await load(unit, distinct) : []
  return new Map(distinct.flatMap((id, index) => (found[index] === undefined ? [] : [[id, found[index]]])))
}

/** Everything that lists show of conversations, read for all rows at once: four statements, one more where links of campaigns led to some, and no promise per field. */
export async function withRelations<Row extends ConversationRow>(
  unit: ReadUnit, rows: Row[],
): Promise<(Row & Relations)[]> {
  const [contacts, accounts, last, links] = await Promise.all([
    byId(unit, loadContacts, rows.map(row => row.contactId)),
    byId(unit, channelAccountsById, rows.map(row => row.channelAccountId)),
    byId(unit, messagesById, rows.map(row => row.lastMessageId)),
    byId(unit, channelLinksById, rows.map(row => row.linkId)),
  ])
  const members = await membersOf(unit, rows, [...last.values()])
  return rows.map(row => {
    const message = last.get(row.lastMessageId)
    return {
      ...row, contact: contacts.get(row.contactId), channelAccount: accounts.get(row.channelAccountId),
      assignee: members.get(row.assigneeId) ?? null, lastMessage: message ? wholeMessage(message, members) : null,
      origin: originOf(row, links),
    }
  })
}

export async function withPeople(unit: ReadUnit, messages: readonly Message[]): Promise<WholeMessage[]> {
  const members = await membersOf(unit, [], messages)
  return messages.map(message => wholeMessage(message, members))
}

const originOf = ({ linkId, referral }: ConversationRow, links: Map<string | null, ChannelLinkRow>) =>
  (linkId || referral ? { linkId, referral, link: links.get(linkId) ?? null } : null)

const membersOf = (unit: ReadUnit, rows: readonly ConversationRow[], messages: readonly Message[]) =>
  byId(unit, loadMembers, [
    ...rows.map(row => row.assigneeId), ...messages.flatMap(message => [message.memberId, message.noticeMemberId]),
  ])

const wholeMessage = (message: Message, members: Map<string | null, MemberRow>): WholeMessage => ({
  ...message, member: members.get(message.memberId) ?? null, noticeMember: members.get(message.noticeMemberId) ?? null,
  ...(message.attachmentCount === 0 && { attachments: [] }),
})
