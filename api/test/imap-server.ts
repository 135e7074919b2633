import { ImapFlow } from 'imapflow'
import { openDovecot } from './dovecot.ts'
import { openNpmImap } from './npm-imap.ts'

/** An IMAP server with one mailbox. */
export interface TestImap {
  port: number
  user: string
  password: string
  /** A mail arrives: the UID it got. */
  deliver(mail: Buffer | string, at?: Date): Promise<number>
  /** The mailbox is made anew with the same mails, as after a restored backup: another UIDVALIDITY, other UIDs. */
  changeUidValidity(): Promise<void>
  /** Ends every connection, and takes none until it is up again. */
  down(): Promise<void>
  up(): Promise<void>
  stop(): Promise<void>
}

export const account = { user: 'soporte', password: 'una-clave-de-prueba' }

/** Dovecot where it is installed; elsewhere, or with `TEST_IMAP=npm`, a small server from npm, so that nothing is left out. */
export const openImap = async (): Promise<TestImap> =>
  (process.env['TEST_IMAP'] === 'npm' ? undefined : await openDovecot()) ?? openNpmImap()

/** As mail programs put a mail into a mailbox. */
export async function appended(port: number, mail: Buffer | string, at?: Date): Promise<number> {
  const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, auth: { user: account.user, pass: account.password }, logger: false, disableAutoIdle: true })
  client.on('error', () => {})
  await client.connect()
  try {
    const { uid } = await client.append('INBOX', Buffer.from(mail as string), [], at) || {}
    return uid ?? 0
  } finally {
    client.close()
  }
}
