import { setTimeout as sleep } from 'node:timers/promises'
import type { ImapFlow, MailboxObject } from 'imapflow'
import type { Line, Mailbox } from '../adapter.ts'
import { imapClient, openedFolder } from './imap-client.ts'
import { mailServer } from './mail-connection.ts'
import { limit } from './mail-limits.ts'
import { readPlace, writtenPlace, type MailPlace } from './mail-place.ts'
import { folderOf } from './mail-settings.ts'
import { troubleOf } from './mail-trouble.ts'
import { takeMails } from './mailbox-round.ts'

/** Receives until aborted: one connection after the other, with growing pauses while none holds. */
export async function receiveMails(line: Line, mailbox: Mailbox, signal: AbortSignal): Promise<void> {
  const receiver = new MailReceiver(line, mailbox, signal)
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      await receiver.session(() => {
        failures = 0
        mailbox.trouble?.(null)
      })
    } catch (error) {
      if (!signal.aborted) mailbox.trouble?.(troubleOf(error))
    }
    const pause = Math.min(limit(line.profile, 'backoffMs') * 2 ** Math.min(failures, 20), limit(line.profile, 'longestBackoffMs'))
    await sleep(pause, undefined, { signal }).catch(() => {})
  }
}

class MailReceiver {
  readonly #line: Line
  readonly #mailbox: Mailbox
  readonly #signal: AbortSignal
  readonly #tries = new Map<string, number>()
  #place: MailPlace | undefined

  constructor(line: Line, mailbox: Mailbox, signal: AbortSignal) {
    this.#line = line
    this.#mailbox = mailbox
    this.#signal = signal
    this.#place = readPlace(mailbox.place)
  }

  /** One connection, from signing in until it ends. Throws why. */
  async session(begun: () => void): Promise<void> {
    const client = imapClient(await mailServer('imap', this.#line), this.#line.profile)
    const end = () => client.close()
    this.#signal.addEventListener('abort', end, { once: true })
    try {
      this.#signal.throwIfAborted()
      await client.connect()
      const opened = await openedFolder(client, folderOf(this.#line.settings))
      await this.#begin(opened)
      begun()
      await this.#listen(client, String(opened.uidValidity))
    } finally {
      this.#signal.removeEventListener('abort', end)
      client.close()
    }
  }

  /**
   * Mails that were there when the account was connected are nobody's messages to us. With another UIDVALIDITY the mailbox is
   * gone through from its first mail: what was stored before is known by its Message-ID and its words, and falls out.
   */
  async #begin({ uidValidity, uidNext }: MailboxObject) {
    const validity = String(uidValidity)
    if (this.#place?.uidValidity === validity) return
    this.#place = this.#place ? { ...this.#place, uidValidity: validity, uid: 0 } : { uidValidity: validity, uid: uidNext - 1, since: this.#line.now }
    await this.#mailbox.remember(writtenPlace(this.#place))
  }

  async #listen(client: ImapFlow, uidValidity: string) {
    const news = new News(client, this.#signal)
    while (client.usable && !this.#signal.aborted) {
      if (client.mailbox && String(client.mailbox.uidValidity) !== uidValidity) return
      news.forget()
      this.#place = await takeMails({ client, line: this.#line, mailbox: this.#mailbox, signal: this.#signal, tries: this.#tries }, this.#place!)
      // Looking for mails ends an IDLE and begins another, well before servers give one up; and finds what they did not tell.
      await news.within(limit(this.#line.profile, 'idleMs'))
    }
    if (!this.#signal.aborted) throw new Error('The connection ended.')
  }
}

/** Whether something came, or the connection ended, since it was last forgotten. */
class News {
  #came = Promise.withResolvers<void>()
  readonly #isOver: () => boolean

  constructor(client: ImapFlow, signal: AbortSignal) {
    this.#isOver = () => !client.usable || signal.aborted
    for (const event of ['exists', 'close', 'mailboxOpen'] as const) client.on(event, () => this.#came.resolve())
  }

  forget() {
    this.#came = Promise.withResolvers()
  }

  async within(longestMs: number) {
    if (this.#isOver()) return
    const done = new AbortController()
    await Promise.race([this.#came.promise, sleep(longestMs, undefined, { signal: done.signal }).catch(() => {})])
    done.abort()
  }
}
