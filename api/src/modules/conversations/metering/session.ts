import type { Message } from '../messages/message.ts'

/** A session runs for so long from its opening, whatever is written in it. */
export const SESSION_MS = 24 * 3_600_000

/** The message that opened a session, and when. */
export interface Opening {
  messageId: string
  at: Date
}

export type Countable = Pick<Message, 'id' | 'author' | 'visibility' | 'status' | 'sentAt' | 'toldAt'> & Partial<Pick<Message, 'notice'>>

/** Both sides count; what only agents see, what the house notes or says of itself, and what never went, do not. */
export const counts = ({ author, visibility, status, notice }: Countable): boolean =>
  author !== 'SYSTEM' && !notice && visibility === 'PUBLIC' && status !== 'FAILED'

/** By the clock of the channel, however late it came. */
export const momentOf = ({ toldAt, sentAt }: Pick<Countable, 'toldAt' | 'sentAt'>): Date => toldAt ?? sentAt

/** Of what was said in one moment the contact's comes first: what the bot says then is an answer. */
export const inOrder = (one: Countable, other: Countable): number =>
  momentOf(one).getTime() - momentOf(other).getTime() || rank(one) - rank(other) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)

const rank = ({ author }: Countable) => (author === 'CONTACT' ? 0 : 1)

export const endOf = (openedAt: Date): Date => new Date(openedAt.getTime() + SESSION_MS)

export interface Changes {
  opened: Opening[]
  withdrawn: Opening[]
  /** The latest of all, as it is now. */
  latest: Opening | undefined
}

/** What is written down of one identity. */
export interface SessionBook {
  /** Sessions as they stand: the last before a moment, and all from there on; the oldest first. */
  standing(from: Date): Promise<Opening[]>
  /** The first message that counts at this moment or later, in order. */
  next(from: Date): Promise<Opening | undefined>
  change(changes: Changes): Promise<void>
}

/**
 * Messages are there now. Returns when the latest session opened, which is also what the caller knows of before. Mostly one is
 * open, and nothing is looked up; what is noted again changes nothing.
 */
export async function noted(book: SessionBook, latest: Date | null, messages: readonly Countable[]): Promise<Date | null> {
  // What follows a message that opened a session here comes after it, though in the same moment.
  let hasOpened = false
  for (const message of messages.filter(counts).toSorted(inOrder)) {
    const at = momentOf(message)
    if (!latest || at >= endOf(latest)) {
      const opening = { messageId: message.id, at }
      await book.change({ opened: [opening], withdrawn: [], latest: opening })
      latest = at
      hasOpened = true
    } else if (at < latest || (at.getTime() === latest.getTime() && !hasOpened)) latest = await recounted(book, latest, at)
  }
  return latest
}

/**
 * A message of this moment came to light, or is none any more. Sessions are counted again from there on until one opens that
 * stands already: behind it nothing differs. Returns when the latest opened.
 */
export async function recounted(book: SessionBook, latest: Date | null, from: Date): Promise<Date | null> {
  const changes = await changesFrom(book, from)
  if (!changes) return latest
  await book.change(changes)
  return changes.latest?.at ?? null
}

async function changesFrom(book: SessionBook, from: Date): Promise<Changes | null> {
  const sessions = await book.standing(from)
  const before = sessions.findLast(session => session.at < from)
  if (before && from < endOf(before.at)) return null
  const later = sessions.filter(session => session.at >= from)
  const opened: Opening[] = []
  let found = await book.next(from)
  while (found && indexOf(later, found) < 0) {
    opened.push(found)
    found = await book.next(endOf(found.at))
  }
  const met = found ? indexOf(later, found) : later.length
  const withdrawn = later.slice(0, met)
  if (opened.length + withdrawn.length === 0) return null
  return { opened, withdrawn, latest: found ? later.at(-1) : opened.at(-1) ?? before }
}

const indexOf = (sessions: readonly Opening[], { messageId }: Opening) => sessions.findIndex(session => session.messageId === messageId)
