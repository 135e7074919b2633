import type { FetchMessageObject, ImapFlow } from 'imapflow'
import type { Line, Mailbox, StoredMessage } from '../adapter.ts'
import { limit } from './mail-limits.ts'
import { mailKey } from './mail-head.ts'
import { writtenPlace, type MailPlace } from './mail-place.ts'

const REMEMBERED_EVERY = 20

export interface Round {
  client: ImapFlow
  line: Line
  mailbox: Mailbox
  signal: AbortSignal
  /** How often each mail was tried, over connections that it may have ended. */
  tries: Map<string, number>
}

/** Takes all mails after a place, in their order, each stored before the place moves past it. */
export async function takeMails(round: Round, place: MailPlace): Promise<MailPlace> {
  let reached = place
  // Clocks differ, and a mail that is taken although it was there before does less harm than one that is not.
  const since = place.since.getTime() - limit(round.line.profile, 'sinceMarginMs')
  for (const [turn, mail] of (await mailsAfter(round, place)).entries()) {
    if (round.signal.aborted) break
    if (mail.internalDate >= since) await round.mailbox.store(await taken(round, mail, place))
    reached = { ...reached, uid: mail.uid }
    if (turn % REMEMBERED_EVERY === REMEMBERED_EVERY - 1) await round.mailbox.remember(writtenPlace(reached))
  }
  if (reached.uid !== place.uid) await round.mailbox.remember(writtenPlace(reached))
  return reached
}

interface Listed {
  uid: number
  size: number
  internalDate: number
}

/** Every one of them, however many: a mailbox is never read by its last few or by days. */
async function mailsAfter({ client }: Round, { uid }: MailPlace): Promise<Listed[]> {
  const found: Listed[] = []
  for await (const mail of client.fetch(`${uid + 1}:*`, { uid: true, size: true, internalDate: true }, { uid: true })) {
    // The last mail answers to any range that ends in *.
    if (mail.uid > uid) found.push({ uid: mail.uid, size: mail.size ?? 0, internalDate: new Date(mail.internalDate ?? 0).getTime() || Infinity })
  }
  return found.toSorted((a, b) => a.uid - b.uid)
}

/** A mail as it is, or, where it is too large, its headers. One that the server does not give is noted, and holds up nobody. */
async function taken(round: Round, mail: Listed, { uidValidity }: MailPlace): Promise<StoredMessage> {
  const name = `${uidValidity}:${mail.uid}`
  const tries = (round.tries.get(name) ?? 0) + 1
  round.tries.set(name, tries)
  try {
    const message = tries > limit(round.line.profile, 'fetchTries') ? undefined : await fetched(round, mail)
    if (message) {
      round.tries.delete(name)
      return message
    }
  } catch (error) {
    // Without a connection nothing can be said of the mail; it is tried again on the next, a few times.
    if (!round.client.usable) throw error
  }
  return { key: `unfetched:${name}`, body: Buffer.alloc(0), headers: { unfetched: `The server does not give the mail with UID ${mail.uid}.` } }
}

async function fetched({ client, line: { profile } }: Round, { uid, size, internalDate }: Listed): Promise<StoredMessage | undefined> {
  const isCut = size > limit(profile, 'messageBytes')
  const mail = await client.fetchOne(String(uid), isCut ? { headers: true } : { source: true }, { uid: true })
  const body = mail && bodyOf(mail)
  if (!body) return undefined
  return { key: mailKey(body), body, headers: { ...internalDate < Infinity && { received: new Date(internalDate).toISOString() }, ...isCut && { cut: String(size) } } }
}

const bodyOf = ({ source, headers }: FetchMessageObject): Buffer | undefined => source ?? headers
