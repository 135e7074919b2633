import { isIP } from 'node:net'
import { ImapFlow, type MailboxObject } from 'imapflow'
import type { ChannelProfile } from '../profile.ts'
import type { MailServer } from './mail-connection.ts'
import { limit } from './mail-limits.ts'
import { FolderClosed } from './mail-trouble.ts'

/** A client that is not connected yet. */
export function imapClient(server: MailServer, profile: ChannelProfile): ImapFlow {
  const largest = 2 * limit(profile, 'messageBytes')
  const client = new ImapFlow({
    host: server.address, port: server.port, secure: server.isTls,
    ...!isIP(server.host) && { servername: server.host },
    ...!server.isTls && !server.mayBeOpen && { doSTARTTLS: true },
    auth: { user: server.user, pass: server.password },
    logger: false,
    connectionTimeout: server.timeoutMs, greetingTimeout: server.timeoutMs,
    autoIdleDelay: 100, maxIdleTime: limit(profile, 'idleMs'),
    // What a server of somebody's may make us hold.
    maxLiteralSize: largest, maxResponseSize: 2 * largest, maxLineLength: 16 * 1024 ** 2,
  })
  // What ends a connection is told to whoever waits for an answer; here it would end the process.
  client.on('error', () => {})
  return client
}

/** Only looked at: whether somebody has read a mail is left to the people who use the mailbox beside us. */
export async function openedFolder(client: ImapFlow, folder: string): Promise<MailboxObject> {
  try {
    return await client.mailboxOpen(folder, { readOnly: true })
  } catch (error) {
    throw client.usable ? new FolderClosed(folder, error) : error
  }
}
