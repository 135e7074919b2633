import type pg from 'pg'
import { asOwner } from './stage.ts'
import type { BenchTenant } from './tenants.ts'

const MESSAGES_PER_CONVERSATION = 20
const AGENTS = 20

// Ids are made from numbers, so that rows find each other without being read.
const idOf = (kind: number, number: string) => `('00000000-000${kind}-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`

const CONTACTS = `
  insert into contact (tenant_id, id, name, email, phone, language, created_at, last_seen_at)
  select $1, ${idOf(1, 'n')}, 'Contacto ' || n, 'contacto' || n || '@example.com', '+1809' || lpad(n::text, 7, '0'), 'ES',
    now() - interval '90 days', now() - n * interval '1 minute'
  from generate_series(1, $2::int) n`

const IDENTITIES = `
  insert into contact_identity (tenant_id, id, contact_id, channel_account_id, external_id, created_at)
  select $1, ${idOf(2, 'n')}, ${idOf(1, 'n')}, $3, 'visitor:' || n, now() - interval '90 days'
  from generate_series(1, $2::int) n`

const THREADS = `
  insert into thread (tenant_id, identity_id, last_position) select $1, ${idOf(2, 'n')}, ${MESSAGES_PER_CONVERSATION}
  from generate_series(1, $2::int) n`

const MEMBERS = `
  insert into member (tenant_id, id, email, name, role, invited_at)
  select $1, ${idOf(5, 'n')}, 'agente' || n || '@example.com', 'Agente ' || n, 'AGENT', now()
  from generate_series(1, ${AGENTS}) n`

// One in five is open; of the open ones most are some agent's.
const CONVERSATIONS = `
  insert into conversation (tenant_id, id, contact_id, identity_id, channel_account_id, status, owner, assignee_id, language,
    opened_at, last_activity_at, closed_at, unread_count, last_message_id)
  select $1, ${idOf(3, 'n')}, ${idOf(1, 'n')}, ${idOf(2, 'n')}, $3, case when open then 'OPEN' else 'CLOSED' end,
    case when open and n % 20 = 0 then 'QUEUE' when open then 'AGENT' else 'BOT' end,
    case when open and n % 20 > 0 then ${idOf(5, `1 + n / 5 % ${AGENTS}`)} end, 'ES',
    now() - interval '1 day' - n * interval '1 minute', now() - n * interval '1 minute', case when not open then now() end,
    n % 4, ${idOf(4, `n * ${MESSAGES_PER_CONVERSATION} + ${MESSAGES_PER_CONVERSATION - 1}`)}
  from generate_series(1, $2::int) n, lateral (select n % 5 = 0 as open)`

const MESSAGES = `
  insert into message (tenant_id, id, conversation_id, identity_id, position, author, member_id, text, status, sent_at, client_id)
  select $1, ${idOf(4, `n * ${MESSAGES_PER_CONVERSATION} + p - 1`)}, ${idOf(3, 'n')}, ${idOf(2, 'n')}, p,
    case when p % 2 = 1 then 'CONTACT' else 'AGENT' end, case when p % 2 = 0 then ${idOf(5, `1 + n / 5 % ${AGENTS}`)} end,
    'Buenas, le escribo por el pedido ' || n || ': todavía no ha llegado y hoy es el día ' || p, 'READ',
    now() - interval '1 day' - n * interval '1 minute' + p * interval '1 second', gen_random_uuid()
  from generate_series(1, $2::int) n, generate_series(1, ${MESSAGES_PER_CONVERSATION}) p`

/** Gives a tenant so many messages, in conversations with contacts and agents, as if they had been written here. */
export async function fillInbox(url: string, { id, channelAccountId }: BenchTenant, messages: number): Promise<void> {
  const conversations = messages / MESSAGES_PER_CONVERSATION
  await asOwner(url, async owner => {
    // What refers to what is true by construction; to check it a million times would take most of the time.
    await owner.query(`set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '256MB'`)
    await owner.query(MEMBERS, [id])
    for (const text of [CONTACTS, THREADS]) await owner.query(text, [id, conversations])
    for (const text of [IDENTITIES, CONVERSATIONS]) await owner.query(text, [id, conversations, channelAccountId])
    await withoutIndexes(owner, 'message', () => owner.query(MESSAGES, [id, conversations]))
    await owner.query('vacuum analyze')
    await owner.query('checkpoint')
  })
}

/** An index is made faster than it grows. */
async function withoutIndexes(owner: pg.Client, table: string, work: () => Promise<unknown>) {
  const { rows } = await owner.query<{ name: string; text: string }>(`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as text from pg_index
    where indrelid = $1::regclass and not exists (select from pg_constraint where conindid = indexrelid)`, [table])
  for (const { name } of rows) await owner.query(`drop index ${name}`)
  await work()
  for (const { text } of rows) await owner.query(text)
}
