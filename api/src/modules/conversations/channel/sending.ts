import type { ReadUnit } from '../../../platform/unit.ts'
import { capabilitiesAt, decisionWithoutProvider, isProviderKind, sendingDecision, type Capabilities, type ChannelKind, type Lines, type SendingDecision } from '../../channels/index.ts'
import { alwaysServed, type ServiceReader, type ServiceRules } from '../../tenancy/index.ts'

const FACTS = `
  select c.id, a.kind, a.state, i.last_heard_at as "lastHeardAt", i.is_available as "isAvailable", 
    $3 or exists (select from message m where m.tenant_id = c.tenant_id and m.conversation_id = c.id and m.author = 'CONTACT') as "isAnswer"
  from conversation c
    join channel_account a on a.tenant_id = c.tenant_id and a.id = c.channel_account_id
    join contact_identity i on i.tenant_id = c.tenant_id and i.id = c.identity_id
  where c.tenant_id = $1 and c.id = any ($2::uuid[])`

/** What has to be known of an address; `id` is what it was asked by. */
export interface SendingFactsRow {
  id: string
  kind: ChannelKind
  state: 'DRAFT' | 'LIVE' | 'PAUSED' | 'REMOVED'
  lastHeardAt: Date | null
  isAvailable: boolean
  /** She wrote in it; where the company may begin anyway, nobody looks. */
  isAnswer?: boolean
}

/** Whether something may be sent in a conversation now. */
export class SendingDecisions {
  readonly #lines: Lines
  readonly #service: ServiceReader

  constructor(lines: Lines, service: ServiceReader = alwaysServed) {
    this.#lines = lines
    this.#service = service
  }

  /** Loader: by the id of the conversation. */
  readonly load = async (unit: ReadUnit, conversationIds: readonly string[]): Promise<(SendingDecision | undefined)[]> => {
    const service = await this.rules(unit)
    const rows = await unit.sql<SendingFactsRow>('conversation-sending', FACTS, [unit.tenantId, conversationIds, service.mayBegin])
    const byId = new Map(rows.map(row => [row.id, this.decide(row, { now: unit.now, service })]))
    return conversationIds.map(id => byId.get(id))
  }

  async of(unit: ReadUnit, conversationId: string): Promise<SendingDecision> {
    return (await this.load(unit, [conversationId]))[0]!
  }

  /** What a channel can carry now. */
  capabilities(kind: ChannelKind, now: Date): Capabilities {
    return capabilitiesAt(this.#lines, kind, now)
  }

  /** What the tenant's service allows. */
  rules({ tenantId }: ReadUnit): Promise<ServiceRules> {
    return this.#service.rules(tenantId)
  }

  decide({ kind, ...facts }: Omit<SendingFactsRow, 'id'>, { now, service }: { now: Date; service: ServiceRules }): SendingDecision {
    return isProviderKind(kind) ? sendingDecision({ ...facts, now, service, capabilities: this.capabilities(kind, now) }) : decisionWithoutProvider(service)
  }
}
