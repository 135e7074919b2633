import type { ReadUnit } from '../../platform/unit.ts'
import type { LineAccount, MailFacts, MessageReceived } from '../channels/index.ts'
import type { MessageMail } from './message.ts'

/** What is kept of a mail beside its text. */
export const mailOf = ({ subject, fullText, html, messageId, references }: MailFacts, externalId: string): { mail: MessageMail; subject: string } => ({
  subject,
  mail: { subject, fullText, html: html ?? null, messageId: messageId || externalId, references },
})

const THREADS = `
  select cm.external_id as "messageId", c.thread_key as "threadKey"
  from channel_message cm
    join message m on m.tenant_id = cm.tenant_id and m.id = cm.message_id
    join conversation c on c.tenant_id = m.tenant_id and c.id = m.conversation_id
  where cm.tenant_id = $1 and cm.channel_account_id = $2 and cm.external_id = any ($3)`

/** The key of the thread that a mail belongs to: that of the strongest mail it names that is known, or one of its own. */
export async function threadOfMail(unit: ReadUnit, { channelAccountId }: LineAccount, { mail, externalId }: MessageReceived): Promise<string> {
  const rows = await unit.sql<{ messageId: string; threadKey: string }>('mail-threads', THREADS, [unit.tenantId, channelAccountId, mail!.threadTokens])
  const known = mail!.threadTokens.map(token => rows.find(row => row.messageId === token)).find(row => row !== undefined)
  return known?.threadKey ?? externalId
}
