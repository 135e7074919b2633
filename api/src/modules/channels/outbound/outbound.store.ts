import { isId } from '../../../platform/ids.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { MessageContent } from '../adapters/content.ts'
import type { OutgoingMail, OutgoingMenu } from '../adapters/outgoing.ts'
import type { LineAccount } from '../provider/lines.ts'
import type { SentPart } from './message-progress.ts'

/** A message on its way out, in the words of the domain, as it is stored until it is sent. */
export interface QueuedMessage {
  messageId: string
  position: number
  author: 'BOT' | 'AGENT'
  text: string
  menu: OutgoingMenu | null
  content: MessageContent | null
  /** Of files, in order. */
  fileIds: readonly string[]
  /** The provider's id of the message that this one answers. */
  repliesTo?: string
  /** Says that nobody answers now: it leaves also while the service stands still. */
  isNotice?: boolean
  mail?: OutgoingMail
  /** Said where the files are not here when it leaves. */
  insteadOfFiles?: string
  /** It waits for its files until then. */
  leavesAt?: Date
  /** Of a code: after it nobody needs it any more, and whose number it goes to, where that is known. */
  until?: string
  identityId?: string
}

export type OutboundState = 'QUEUED' | 'SENDING' | 'SENT' | 'FAILED' | 'UNKNOWN' | 'DONE'

/** A message on its way, and to whom. */
export interface Outbound {
  messageId: string
  identityId: string
  channelAccountId: string
  state: OutboundState
  message: Omit<QueuedMessage, 'messageId' | 'position' | 'leavesAt'>
  parts: SentPart[] | null
  tries: number
  /** How often somebody asked for it again, and when it was asked for last. */
  round: number
  queuedAt: Date
  dueAt: Date
  /** Of a code, which stands in no conversation: the number that it goes to, and the code itself, which nobody reads on the way. */
  address: string | null
  sealed: string | null
}

export interface DueOutbound extends Outbound {
  to: { externalId: string; aliases: string[]; phone: string | null; email: string | null; lastHeardAt: Date | null; isAvailable: boolean }
}

/** One call of a message, wherever it stands. */
export interface PartAt {
  account: LineAccount
  outbound: Outbound
  index: number
}

const COLUMNS = `o.message_id as "messageId", o.identity_id as "identityId", o.channel_account_id as "channelAccountId", o.state,
  o.message, o.parts, o.tries, o.round, o.queued_at as "queuedAt", o.due_at as "dueAt", o.address, o.sealed`

// Only the first of a person that is not over yet: what was said first goes first. Codes wait for nobody, and keep nobody waiting.
const DUE = `
  select ${COLUMNS}, jsonb_build_object('externalId', coalesce(o.address, i.external_id), 'isAvailable', coalesce(i.is_available, true), 'phone', coalesce(o.address, i.phone), 'email', i.email,
      'aliases', (select coalesce(jsonb_agg(a.alias), '[]') from contact_identity_alias a where a.tenant_id = i.tenant_id and a.identity_id = i.id)) as "to",
    i.last_heard_at as "lastHeardAt"
  from outbound_message o left join contact_identity i on i.tenant_id = o.tenant_id and i.id = coalesce((o.message->>'identityId')::uuid, o.identity_id)
  where (i.id is not null or o.address is not null) and o.tenant_id = $1 and o.channel_account_id = $2 and o.state = 'QUEUED' and o.due_at <= $3 and o.identity_id <> all ($4::uuid[])
    and (o.address is not null or not exists (
      select from outbound_message e
      where e.address is null and e.tenant_id = o.tenant_id and e.channel_account_id = o.channel_account_id and e.identity_id = o.identity_id
        and e.position < o.position and e.state in ('QUEUED', 'SENDING', 'UNKNOWN')))
  order by o.due_at, o.message_id limit $5 for update of o skip locked`

/** Those that may go now, at most one of each person, locked. `busy` are persons who are being written to. */
export async function dueOutbound(
  unit: Unit, { channelAccountId, busy, most }: { channelAccountId: string; busy: readonly string[]; most: number },
): Promise<DueOutbound[]> {
  type Row = Outbound & { to: Omit<DueOutbound['to'], 'lastHeardAt'>; lastHeardAt: Date | null }
  const rows = await unit.sql<Row>('outbound-due', DUE, [unit.tenantId, channelAccountId, unit.now, busy, most])
  return rows.map(({ lastHeardAt, to, ...row }) => ({ ...row, to: { ...to, lastHeardAt } }))
}

const BY_ID = `select ${COLUMNS} from outbound_message o where o.tenant_id = $1 and o.message_id = $2 for update`

/** Locked: what a call brought and what a status says of it may come at the same time. Ids come from outside too, and may be any word of another tool's. */
export async function lockOutbound(unit: Unit, messageId: string): Promise<Outbound | undefined> {
  if (!isId(messageId)) return undefined
  return (await unit.sql<Outbound>('outbound-lock', BY_ID, [unit.tenantId, messageId]))[0]
}

const DOUBTFUL = `
  select ${COLUMNS} from outbound_message o join contact_identity i on i.tenant_id = o.tenant_id and i.id = o.identity_id
  where o.tenant_id = $1 and o.channel_account_id = $2 and i.channel_account_id = $2 and i.external_id = $3 and o.message->>'text' = $4
    and o.state in ('SENDING', 'UNKNOWN', 'DONE') and o.parts @? '$[*] ? ((@.state == "SENDING" || @.state == "UNKNOWN") && !exists (@.externalId))'
    and o.created_at between $5::timestamptz - interval '1 hour' and $5::timestamptz + interval '1 minute'
  order by o.created_at limit 1 for update of o`

/** Locked: one of ours to this person that says the same and of which nobody knows whether it went, from the hour before. */
export async function doubtfulOutbound(
  unit: Unit, { channelAccountId, externalId, text, at }: { channelAccountId: string; externalId: string; text: string; at: Date },
): Promise<Outbound | undefined> {
  return (await unit.sql<Outbound>('outbound-doubtful', DOUBTFUL, [unit.tenantId, channelAccountId, externalId, text, at]))[0]
}

const SAVE = `
  update outbound_message set state = $3, parts = $4, tries = $5, due_at = $6, sealed = case when $3 in ('QUEUED', 'SENDING') then sealed end
  where tenant_id = $1 and message_id = $2`

export async function saveOutbound(unit: Unit, { messageId, state, parts, tries, dueAt }: Pick<Outbound, 'messageId' | 'state' | 'parts' | 'tries' | 'dueAt'>) {
  await unit.sql('outbound-save', SAVE, [unit.tenantId, messageId, state, parts && JSON.stringify(parts), tries, dueAt])
}

const ABANDONED = `
  select ${COLUMNS} from outbound_message o
  where o.tenant_id = $1 and o.channel_account_id = $2 and o.state = 'SENDING' and o.message_id <> all ($3::uuid[]) for update skip locked`

/** Under way when the process that sent them ended: nobody knows what became of them. */
export const abandonedOutbound = (unit: Unit, channelAccountId: string, own: readonly string[]): Promise<Outbound[]> =>
  unit.sql<Outbound>('outbound-abandoned', ABANDONED, [unit.tenantId, channelAccountId, own])

const EXPIRED = `
  select ${COLUMNS} from outbound_message o
  where o.tenant_id = $1 and o.channel_account_id = $2 and o.state = 'UNKNOWN' and o.due_at <= $3 for update skip locked`

/** Unknown, and waited for long enough. */
export const expiredOutbound = (unit: Unit, channelAccountId: string): Promise<Outbound[]> =>
  unit.sql<Outbound>('outbound-expired', EXPIRED, [unit.tenantId, channelAccountId, unit.now])

const UNKNOWN_NOW = `
  select count(*)::int as count from outbound_message
  where tenant_id = $1 and channel_account_id = $2 and state = 'UNKNOWN' and due_at > $3`

/** Of how many it is being found out what became of them. */
export async function countUnknown(unit: ReadUnit, channelAccountId: string): Promise<number> {
  return (await unit.sql<{ count: number }>('outbound-unknown', UNKNOWN_NOW, [unit.tenantId, channelAccountId, unit.now]))[0]!.count
}

const NAMED = 'select message_id as "messageId" from channel_message where tenant_id = $1 and channel_account_id = $2 and external_id = $3'

/** The message that the provider knows by this name. */
export async function messageNamed(unit: ReadUnit, channelAccountId: string, externalId: string): Promise<string | undefined> {
  return (await unit.sql<{ messageId: string }>('channel-message-named', NAMED, [unit.tenantId, channelAccountId, externalId]))[0]?.messageId
}

const NAME = `
  insert into channel_message (tenant_id, channel_account_id, external_id, message_id) values ($1, $2, $3, $4)
  on conflict do nothing returning message_id as "messageId"`

/** False where the provider's name is known already: what came was here before. */
export async function nameMessage(unit: Unit, channelAccountId: string, externalId: string, messageId: string): Promise<boolean> {
  return (await unit.sql('channel-message-name', NAME, [unit.tenantId, channelAccountId, externalId, messageId])).length > 0
}

const SENT_BEFORE = `
  select message_id as "messageId" from outbound_message
  where tenant_id = $1 and identity_id = $2 and created_at <= $3 and state = 'SENT' order by created_at desc limit 200`

/** What went to a person up to a moment, the newest first. */
export async function sentBefore(unit: ReadUnit, identityId: string, upTo: Date): Promise<string[]> {
  const rows = await unit.sql<{ messageId: string }>('outbound-sent-before', SENT_BEFORE, [unit.tenantId, identityId, upTo])
  return rows.map(row => row.messageId)
}

const WRITTEN_TO = 'select external_id as "externalId" from contact_identity where tenant_id = $1 and id = $2'

/** How the channel knows the person behind an address; nobody where a code went to a number that it has never heard of. */
export async function externalIdOf(unit: ReadUnit, identityId: string): Promise<string | undefined> {
  return (await unit.sql<{ externalId: string }>('outbound-written-to', WRITTEN_TO, [unit.tenantId, identityId]))[0]?.externalId
}
