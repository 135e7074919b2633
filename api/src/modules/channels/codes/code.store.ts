import type { Language } from '../../../platform/language.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { TemplateUse } from '../adapters/content.ts'
import type { ProviderKind } from '../channel-kind.ts'
import { gapsOf, previewOf } from '../templates/template-text.ts'
import { templatesOf, type TemplateRow } from '../templates/template.queries.ts'
import { CODE_GAP } from './code-gap.ts'

export interface CodeLine {
  id: string
  kind: ProviderKind
}

// One whose provider has stopped us would keep the code until it is of no use.
const LINES = `
  select a.id, p.kind from provider_channel p join channel_account a on a.tenant_id = p.tenant_id and a.id = p.channel_account_id
    left join conversation c on c.tenant_id = a.tenant_id and c.id = $3 and c.channel_account_id = a.id
  where p.tenant_id = $1 and p.kind = $2 and a.state = 'LIVE' and p.stopped_at is null
  order by c.id is null, a.created_at, a.id limit 10`

/** Those that may send, the one of the conversation first. */
export const codeLines = (unit: ReadUnit, { via, conversationId }: { via: 'SMS' | 'WHATSAPP'; conversationId: string }): Promise<CodeLine[]> =>
  unit.sql<CodeLine>('code-lines', LINES, [unit.tenantId, via, conversationId])

export interface KnownNumber {
  identityId: string
  lastHeardAt: Date | null
  isAvailable: boolean
}

const KNOWN = `
  select i.id as "identityId", i.last_heard_at as "lastHeardAt", i.is_available as "isAvailable" from contact_identity i
  where i.tenant_id = $1 and i.channel_account_id = $2 and (i.external_id = any ($3::text[])
    or i.id in (select a.identity_id from contact_identity_alias a where a.tenant_id = $1 and a.channel_account_id = $2 and a.alias = any ($3::text[])))
  order by i.id limit 1`

/** What the line knows of a number, with and without its plus. */
export async function knownNumber(unit: ReadUnit, { channelAccountId, address }: { channelAccountId: string; address: string }): Promise<KnownNumber | undefined> {
  return (await unit.sql<KnownNumber>('code-known-number', KNOWN, [unit.tenantId, channelAccountId, [address, address.slice(1)]]))[0]
}

/** One for codes that the provider approved, in her language before others, with the code in every gap that it has. */
export async function codeTemplate(unit: ReadUnit, channelAccountId: string, language: Language): Promise<TemplateUse | null> {
  const [all = []] = await templatesOf(unit, [channelAccountId])
  const hers = (template: TemplateRow) => Number(template.language.slice(0, 2).toUpperCase() === language)
  const fitting = all.filter(({ category, status }) => category === 'AUTHENTICATION' && status === 'APPROVED').toSorted((one, other) => hers(other) - hers(one))
  for (const { id: templateId, name, language: code, category, components } of fitting) {
    const values = Object.fromEntries(gapsOf(components).map(({ name: gap }) => [gap, CODE_GAP]))
    if (Object.keys(values).length > 0 && previewOf(components, values).problems.length === 0) return { kind: 'TEMPLATE', templateId, name, language: code, category, values }
  }
  return null
}

export interface QueuedCode {
  messageId: string
  channelAccountId: string
  /** Whose number it is on the line, where the line has heard of her. */
  known: string | null
  address: string
  sealed: string
  until: Date
  text: string
  content: TemplateUse | null
}

// To the outbox it is a person of its own: it waits behind nothing that she is told, and nothing waits behind it.
const QUEUE = `
  insert into outbound_message (tenant_id, message_id, channel_account_id, identity_id, position, state, message, due_at, queued_at, created_at, address, sealed)
  values ($1, $2, $3, $2, 0, 'QUEUED', $4, $5, $5, $5, $6, $7)`

export async function queueCode(unit: Unit, { messageId, channelAccountId, known, address, sealed, until, text, content }: QueuedCode): Promise<void> {
  const message = { author: 'BOT', text, menu: null, content, fileIds: [], until: until.toISOString(), ...known && { identityId: known } }
  await unit.sql('code-queue', QUEUE, [unit.tenantId, messageId, channelAccountId, JSON.stringify(message), unit.now, address, sealed])
  unit.wake('channel', `${unit.tenantId} ${channelAccountId}`)
}
