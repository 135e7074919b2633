import type { ReadUnit } from '../../platform/unit.ts'
import { conversationOf, sameSubject, threadOf, type AnsweredThread, type LineAccount, type MailFacts, type MessageReceived } from '../channels/index.ts'
import type { MessageMail } from './message.ts'

/** What is kept of a mail beside its text. */
export const mailOf = ({ subject, fullText, html, messageId, references }: MailFacts, externalId: string): { mail: MessageMail; subject: string } => ({
  subject,
  mail: { subject, fullText, html: html ?? null, messageId: messageId || externalId, references },
})

/** Under which a message is kept, once: mails by what they say too, since some programs give several of them one Message-ID. */
export const nameOf = ({ externalId, mail }: MessageReceived): string => (mail ? `${externalId} ${mail.digest}` : externalId)

const THREADS = `
  select cm.external_id as token, c.thread_key as "threadKey", coalesce(m.mail->>'subject', c.subject, '') as subject
  from channel_message cm
    join message m on m.tenant_id = cm.tenant_id and m.id = cm.message_id
    join conversation c on c.tenant_id = m.tenant_id and c.id = m.conversation_id
  where cm.tenant_id = $1 and cm.channel_account_id = $2 and cm.external_id = any ($3)
  union all
  select 'thread:' || c.id, c.thread_key, coalesce(c.subject, '')
  from conversation c
  where c.tenant_id = $1 and c.id = any ($4::uuid[])`

interface Row {
  token: string
  threadKey: string
  subject: string
}

/** The key of the thread that a mail belongs to: that of the strongest mail it names that is known, on the same subject; or one of its own. */
export async function threadOfMail(unit: ReadUnit, { channelAccountId }: LineAccount, message: MessageReceived): Promise<string> {
  const { mail } = message
  const rows = await unit.sql<Row>('mail-threads', THREADS, [unit.tenantId, channelAccountId, mail!.threadTokens, mail!.threadTokens.flatMap(token => conversationOf(token) ?? [])])
  const known = (token: string) => rows.filter(row => row.token === token).map(row => ({ conversationId: row.threadKey, subject: sameSubject(row.subject) }))
  return threadOf(mail!, known).conversationId ?? nameOf(message)
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
