import type { CheckedLine, Line } from '../adapter.ts'
import { imapClient, openedFolder } from './imap-client.ts'
import { mailServer } from './mail-connection.ts'
import { writtenPlace } from './mail-place.ts'
import { folderOf, ownAddress } from './mail-settings.ts'
import { troubleOf, type MailTrouble } from './mail-trouble.ts'
import { openedSmtp } from './smtp-session.ts'

/** Signs in on both servers. The code says which of the two does not work, and why: `IMAP_AUTH`, `SMTP_TLS` … */
export async function checkMail(line: Line): Promise<CheckedLine> {
  const [imap, smtp] = await Promise.all([outcomeOf(() => imapPlace(line)), outcomeOf(() => smtpSignIn(line))])
  const troubles = [imap.trouble && told('IMAP', imap.trouble), smtp.trouble && told('SMTP', smtp.trouble)].filter(trouble => trouble !== undefined)
  const address = ownAddress(line.settings)
  const facts = { imap: imap.trouble?.code ?? 'GOOD', smtp: smtp.trouble?.code ?? 'GOOD', ...imap.value && { place: imap.value } }
  if (!troubles[0]) return { isGood: true, address, name: line.settings['displayName'] || address, facts }
  return { isGood: false, address, facts, problem: { code: troubles[0].code, message: troubles.map(({ message }) => message).join(' · ') } }
}

const told = (server: string, { code, message }: MailTrouble) => ({ code: `${server}_${code}`, message: `${server}: ${message}` })

async function outcomeOf<Value>(work: () => Promise<Value>): Promise<{ value?: Value; trouble?: MailTrouble }> {
  try {
    return { value: await work() }
  } catch (error) {
    return { trouble: troubleOf(error) }
  }
}

/** From where on mails are taken, if it is connected now. */
async function imapPlace(line: Line): Promise<string> {
  const client = imapClient(await mailServer('imap', line), line.profile)
  try {
    await client.connect()
    const { uidValidity, uidNext } = await openedFolder(client, folderOf(line.settings))
    return writtenPlace({ uidValidity: String(uidValidity), uid: uidNext - 1, since: line.now })
  } finally {
    client.close()
  }
}

async function smtpSignIn(line: Line): Promise<undefined> {
  const session = await openedSmtp(line)
  session.quit()
}
