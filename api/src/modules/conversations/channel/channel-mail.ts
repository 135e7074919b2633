import { lock } from '../../../platform/lock.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { conversationOf, sameSubject, threadOf, type AnsweredThread, type LineAccount, type MailFacts, type MessageReceived } from '../../channels/index.ts'
import { joinThreads } from './mail-joining.ts'
import type { MessageMail } from '../messages/message.ts'

/** What is kept of a mail beside its text. */
export const mailOf = ({ subject, fullText, html, messageId, references, answersTo }: MailFacts, externalId: string): { mail: MessageMail; subject: string } => ({
  subject,
  mail: { subject, fullText, html: html ?? null, messageId: messageId || externalId, references, answersTo: answersTo ?? null },
})

/** Under which a message is kept, once: mails by what they say too, since some programs give several of them one Message-ID. */
export const nameOf = ({ externalId, mail }: Pick<MessageReceived, 'externalId' | 'mail'>): string => (mail ? `${externalId} ${mail.digest}` : externalId)

const THREADS = `
  select cm.external_id as token, c.thread_key as "threadKey", coalesce(m.mail->>'subject', c.subject, '') as subject, c.opened_at as at
  from channel_message cm
    join message m on m.tenant_id = cm.tenant_id and m.id = cm.message_id
    join conversation c on c.tenant_id = m.tenant_id and c.id = m.conversation_id
  where cm.tenant_id = $1 and cm.channel_account_id = $2 and cm.external_id = any ($3) and c.thread_key <> ''
  union all
  select n.name, c.thread_key, n.subject, c.opened_at
  from mail_name n
    join message m on m.tenant_id = n.tenant_id and m.id = n.message_id
    join conversation c on c.tenant_id = m.tenant_id and c.id = m.conversation_id
  where n.tenant_id = $1 and n.channel_account_id = $2 and (n.name = any ($3) or n.name = $5) and c.thread_key <> ''
  union all
  select 'thread:' || c.id, c.thread_key, coalesce(c.subject, ''), c.opened_at
  from conversation c
  where c.tenant_id = $1 and c.channel_account_id = $2 and c.id = any ($4::uuid[])
  order by at`

interface Row {
  token: string
  threadKey: string
  subject: string
}

/** Where a mail belongs, and what is to be kept of it so that the rest of its thread finds it. */
export interface MailPlace {
  threadKey: string
  names: readonly string[]
  subject: string
}

/**
 * The key of the thread that a mail belongs to: that of the strongest mail it names that is known, on the same subject; or
 * one of its own. Threads that it shows to be one are one from now on. Two mails of one thread are decided one after the other.
 */
export async function threadOfMail(unit: Unit, { channelAccountId }: LineAccount, mail: MailFacts): Promise<MailPlace> {
  await lock(unit, `mail-threads ${channelAccountId}`)
  const { threadTokens, messageId } = mail
  const rows = await unit.sql<Row>('mail-threads', THREADS, [unit.tenantId, channelAccountId, threadTokens, threadTokens.flatMap(token => conversationOf(token) ?? []), messageId])
  const known = (token: string) => rows.filter(row => row.token === token).map(row => ({ conversationId: row.threadKey, subject: sameSubject(row.subject) }))
  const { conversationId, joins, names, subject } = threadOf(mail, known)
  const threadKey = conversationId ?? nameOf({ externalId: messageId, mail })
  if (joins.length > 0) await joinThreads(unit, { channelAccountId, into: threadKey, from: joins })
  // Its own id is no name that it gave: of two mails that a program gave one id, the second is no answer to the first.
  return { threadKey, names: names.filter(name => name !== messageId), subject }
}

const NAME = `
  insert into mail_name (tenant_id, channel_account_id, name, message_id, subject)
  select $1, $2, name, $4, $5 from unnest($3::text[]) as name
  on conflict do nothing`

/** The names go with the mail. */
export async function nameMail(unit: Unit, { channelAccountId }: LineAccount, { messageId, place: { names, subject } }: { messageId: string; place: MailPlace }): Promise<void> {
  if (names.length > 0) await unit.sql('mail-name', NAME, [unit.tenantId, channelAccountId, names, messageId, subject])
}

const ANSWERED = `
  select m.conversation_id as "conversationId", coalesce(c.subject, '') as subject, l.mail as last
  from message m
    join conversation c on c.tenant_id = m.tenant_id and c.id = m.conversation_id
    left join lateral (
      select mail from message
      where tenant_id = m.tenant_id and conversation_id = m.conversation_id and author = 'CONTACT' and mail is not null and position < m.position
      order by position desc limit 1) l on true
  where m.tenant_id = $1 and m.id = $2`

/** What a message of ours answers. */
export async function answeredThread(unit: ReadUnit, messageId: string): Promise<AnsweredThread | undefined> {
  return (await unit.sql<AnsweredThread>('mail-answered', ANSWERED, [unit.tenantId, messageId]))[0]
}
