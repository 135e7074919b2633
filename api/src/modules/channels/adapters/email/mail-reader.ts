import { PatientThread } from '../../../../platform/patient-thread.ts'
import type { ToRead } from '../adapter.ts'
import type { ReadUpdate } from '../update.ts'
import { unreadMail, type MailLine } from './read-mail.ts'

/** What a thread is told: a mail, and of its account what can be told there. */
export interface MailToRead {
  stored: ToRead
  line: MailLine
}

export interface MailReaderOptions {
  patienceMs: number
  mostMemoryMb: number
}

/** Mails are made by strangers: each is taken apart where it can take neither the time nor the memory of others. */
export class MailReader {
  readonly #thread: PatientThread<MailToRead, ReadUpdate[]>

  constructor(options: MailReaderOptions) {
    this.#thread = new PatientThread({ folder: import.meta.dirname, name: 'mail-reading-thread' }, {
      ...options,
      tooSlow: () => new Error('It takes too long to be read.'),
      tooLarge: () => new Error('It takes too much memory to be read.'),
    })
  }

  async read(stored: ToRead, { settings, profile, signingKey, now }: MailLine): Promise<ReadUpdate[]> {
    try {
      return (await this.#thread.ask({ stored, line: { settings, profile, signingKey, now } })).map(withBuffers)
    } catch (error) {
      return [unreadMail(stored, error)]
    }
  }
}

/** Bytes that crossed over are buffers again. */
function withBuffers(read: ReadUpdate): ReadUpdate {
  if (!read.ok || (read.update.kind !== 'MESSAGE' && read.update.kind !== 'ECHO') || !read.update.media) return read
  const media = read.update.media.map(each => ({ ...each, ...each.content && { content: Buffer.from(each.content.buffer, each.content.byteOffset, each.content.byteLength) } }))
  return { ...read, update: { ...read.update, media } }
}
