import { systemActor } from '../../../platform/actor.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import type { ChannelSignals, Lines } from '../../channels/index.ts'

interface Parts {
  units: Pick<Units, 'read'>
  lines: Lines
  signals: ChannelSignals
  onError: (error: unknown) => void
}

interface Conversation {
  tenantId: string
  conversationId: string
}

const LAST_HEARD = `
  select c.channel_account_id as "channelAccountId", i.external_id as "to", (
    select n.external_id from message m join channel_message n on n.tenant_id = m.tenant_id and n.message_id = m.id
    where m.tenant_id = c.tenant_id and m.conversation_id = c.id and m.author = 'CONTACT' order by m.position desc limit 1) as "messageId"
  from conversation c
    join contact_identity i on i.tenant_id = c.tenant_id and i.id = c.identity_id
    join provider_channel p on p.tenant_id = c.tenant_id and p.channel_account_id = c.channel_account_id
  where c.tenant_id = $1 and c.id = $2 and c.status = 'OPEN'`

/** What agents do, as people on channels of providers see it: her message was read, somebody writes. */
export class ContactSignals {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Once the unit that marks it is committed. */
  read(unit: Unit, conversationId: string): void {
    const { tenantId } = unit
    unit.afterCommit(() => this.#tell('READ', { tenantId, conversationId }))
  }

  typing(conversation: Conversation): void {
    this.#tell('TYPING', conversation)
  }

  #tell(kind: 'READ' | 'TYPING', conversation: Conversation): void {
    this.#look(kind, conversation).catch(this.#parts.onError)
  }

  async #look(kind: 'READ' | 'TYPING', { tenantId, conversationId }: Conversation): Promise<void> {
    const { units, lines, signals } = this.#parts
    const heard = await lastHeard(units, tenantId, conversationId)
    const account = heard && await lines.byId(tenantId, heard.channelAccountId)
    if (account) signals.tell(account, { kind, to: heard.to, messageId: heard.messageId })
  }
}

async function lastHeard(units: Pick<Units, 'read'>, tenantId: string, conversationId: string) {
  await using unit: ReadUnit & AsyncDisposable = units.read({ tenantId, actor: systemActor(tenantId) })
  return (await unit.sql<{ channelAccountId: string; to: string; messageId: string | null }>('signal-last-heard', LAST_HEARD, [tenantId, conversationId]))[0]
}
