import { Forbidden } from '../../../platform/errors.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { ContactSignals } from '../channel/contact-signals.ts'
import { isAnswering, visitorOf } from '../conversation.policy.ts'
import { openConversation } from '../conversation.service.ts'

interface Changed {
  id: string
  conversationId: string
}

const ACKNOWLEDGE = `
  with thread_read as (
    select t.identity_id, t.read_position from contact_identity i
    join thread t on t.tenant_id = i.tenant_id and t.identity_id = i.id
    where i.tenant_id = $1 and i.channel_account_id = $2 and i.external_id = $3 for update of t
  ), remembered as (
    update thread t set read_position = least($5, t.last_position) from thread_read r
    where t.tenant_id = $1 and t.identity_id = r.identity_id and t.read_position < $5
  )
  update message m set status = case when m.position <= $5 then 'READ' else 'DELIVERED' end, version = m.version + 1
  from thread_read r
  where m.tenant_id = $1 and m.identity_id = r.identity_id and m.position > r.read_position and m.position <= $4
    and m.author in ('BOT', 'AGENT') and m.visibility = 'PUBLIC'
    and (m.status = 'SENT' or (m.status = 'DELIVERED' and m.position <= $5))
  returning m.id, m.conversation_id as "conversationId"`

const MARK_READ = `
  update message m set status = 'READ', version = m.version + 1
  where m.tenant_id = $1 and m.conversation_id = $2 and m.author = 'CONTACT' and m.status = 'DELIVERED' and m.position <= $3
  returning m.id, m.conversation_id as "conversationId"`

const UNREAD = `
  select count(*)::int as count from message
  where tenant_id = $1 and conversation_id = $2 and author = 'CONTACT' and status = 'DELIVERED' and position > $3`

/** How far each side has seen what the other wrote. Statuses only move forward. */
export class ReadingService {
  readonly #signals?: ContactSignals

  /** `signals` tells those who write on channels of providers. */
  constructor(signals?: ContactSignals) {
    this.#signals = signals
  }

  /** Positions: up to which messages reached the visitor's screen, and up to which she read. */
  async acknowledge(unit: Unit, { delivered, read }: { delivered: number; read: number }): Promise<void> {
    const { channelAccountId, externalId } = visitorOf(unit.actor)
    const upTo = Math.max(delivered, read)
    const changed = await unit.sql<Changed>('message-acknowledge', ACKNOWLEDGE,
      [unit.tenantId, channelAccountId, externalId, upTo, read])
    announce(unit, changed)
  }

  async markRead(unit: Unit, { conversationId, position }: { conversationId: string; position: number }): Promise<string> {
    if (!isAnswering(unit.actor)) throw new Forbidden()
    const { conversation } = await openConversation(unit, conversationId)
    const changed = await unit.sql<Changed>('message-mark-read', MARK_READ, [unit.tenantId, conversationId, position])
    const [left] = await unit.sql<{ count: number }>('message-unread', UNREAD, [unit.tenantId, conversationId, position])
    if (!conversation.isClosed && left!.count !== conversation.unreadCount) {
      conversation.unreadLeft(left!.count)
      unit.record({ kind: 'CONVERSATION_CHANGED', conversationId })
    }
    announce(unit, changed)
    if (changed.length > 0) this.#signals?.read(unit, conversationId)
    return conversationId
  }
}

function announce(unit: Unit, changed: Changed[]) {
  for (const { id, conversationId } of changed) unit.record({ kind: 'MESSAGE_CHANGED', conversationId, subjectId: id })
}
