import { randomUUID } from 'node:crypto'
import { simpleParser } from 'mailparser'
import { openImap, type TestImap } from '../imap-server.ts'
import { openSmtpSink, type SinkFaults, type SmtpSink, type TakenMail } from '../smtp-sink.ts'
import type { DoubleCustomer, DoubleMessage, ProviderDouble } from './double.ts'
import { deliveryReport, writtenMail, type ReportOptions, type WrittenMail } from './mails.ts'

/** What may go wrong between a customer's mail program and our mailbox, beside what the SMTP server may do. */
export interface MailFaults extends SinkFaults {
  /** Each mail arrives from once to so many times, as by To and Cc, with the same Message-ID. */
  copies: number
  /** So many mails wait until as many are there, and arrive the last one first. */
  heldBack: number
  /** Customers' programs answer every mail by themselves, even one that asks for no such answer. */
  storms: boolean
}

/** A mail host of a tenant: SMTP for what we send, an IMAP server for what arrives. */
export interface EmailDouble extends ProviderDouble<MailFaults> {
  readonly imap: TestImap
  readonly sink: SmtpSink
  customer(id?: string): MailCustomer
  /** A mail as it is arrives. */
  arrives(mail: string | Buffer): Promise<void>
  /** A server tells what became of a mail of ours. */
  reports(options: Omit<ReportOptions, 'to' | 'messageId'> & { to?: string }): Promise<void>
}

const ADDRESS = 'soporte@negocio.test'

export const openEmailDouble = async (): Promise<EmailDouble> => MailHost.open(await openImap())

class MailHost implements EmailDouble {
  readonly kind = 'EMAIL'
  readonly imap: TestImap
  readonly sink: SmtpSink
  readonly faults: MailFaults
  readonly profile
  readonly settings: Record<string, string>
  readonly ledger
  readonly #sent = new Set<string>()
  readonly #customers = new Map<string, MailCustomer>()
  #held: string[] = []
  #arriving: Promise<unknown> = Promise.resolve()

  static async open(imap: TestImap): Promise<MailHost> {
    const host: { taken?: (mail: TakenMail) => void } = {}
    const sink = await openSmtpSink({ user: imap.user, password: imap.password, onTaken: mail => host.taken?.(mail) })
    const double = new MailHost(imap, sink)
    host.taken = mail => double.#takes(mail)
    return double
  }

  private constructor(imap: TestImap, sink: SmtpSink) {
    this.imap = imap
    this.sink = sink
    this.faults = Object.assign(sink.faults, { copies: 1, heldBack: 0, storms: false })
    this.settings = {
      address: ADDRESS, displayName: 'Negocio', imapHost: '127.0.0.1', imapPort: String(imap.port), imapUser: imap.user, imapPassword: imap.password,
      mailbox: 'INBOX', smtpHost: '127.0.0.1', smtpPort: String(sink.port), smtpUser: imap.user, smtpPassword: imap.password,
    }
    this.profile = { timeoutMs: 5000, reconcileMs: 500, retries: { most: 20, longestMs: 200 }, limits: { connectMs: 5000, idleMs: 2000, backoffMs: 20, longestBackoffMs: 200 } }
    const accepted: { id: string; to: string; text: string; at: Date }[] = []
    this.ledger = { accepted, refused: sink.refused, sent: this.#sent }
    this.accept = message => accepted.push(message)
  }

  readonly accept: (message: { id: string; to: string; text: string; at: Date }) => void

  get url() {
    return `imap://127.0.0.1:${this.imap.port}`
  }

  /** A mailbox has no webhook: it is asked. */
  async subscribe() {}

  customer(id = `cliente-${randomUUID().slice(0, 8)}@correo.test`): MailCustomer {
    const customer = this.#customers.get(id) ?? new MailCustomer(id, mail => this.#posts(mail))
    this.#customers.set(id, customer)
    return customer
  }

  async arrives(mail: string | Buffer) {
    await this.imap.deliver(mail)
  }

  async reports({ to = ADDRESS, ...options }: Omit<ReportOptions, 'to' | 'messageId'> & { to?: string }) {
    const messageId = `${randomUUID()}@mx.example.net`
    this.#sent.add(messageId)
    await this.arrives(deliveryReport({ ...options, to, messageId }))
  }

  async settled() {
    for (let waited; waited !== this.#arriving;) {
      waited = this.#arriving
      await waited
    }
  }

  async stop() {
    await this.settled()
    await this.sink.stop()
    await this.imap.stop()
  }

  #posts(mail: WrittenMail) {
    this.#sent.add(mail.messageId!)
    this.#held.push(writtenMail(mail))
    if (this.#held.length <= this.faults.heldBack) return
    const leaving = this.#held.toReversed().flatMap(each => Array<string>(this.faults.copies).fill(each))
    this.#held = []
    this.#after(async () => {
      for (const each of leaving) await this.arrives(each)
    })
  }

  #takes(mail: TakenMail) {
    this.#after(async () => {
      const message = await messageOf(mail)
      this.accept({ id: message.id, to: mail.to, text: message.text, at: message.at })
      const customer = this.customer(mail.to)
      customer.receives(message)
      if (this.faults.storms) customer.answersByItself()
    })
  }

  #after(work: () => Promise<unknown>) {
    this.#arriving = this.#arriving.then(work)
  }
}

export interface MailMessage extends DoubleMessage {
  raw: { subject: string; replyTo: string; references: string[]; headers: Map<string, unknown>; html: string; source: string }
}

async function messageOf({ raw }: TakenMail): Promise<MailMessage> {
  const mail = await simpleParser(raw, { keepCidLinks: true })
  const text = mail.text?.trim() ?? ''
  return {
    id: mail.messageId?.replace(/^<|>$/g, '') ?? '', at: new Date(), text,
    buttons: [...text.matchAll(/^\d+\. (.+?)(?: - .*)?$/gm)].map(match => match[1]!),
    files: mail.attachments.map(({ filename = '', contentType, size }) => ({ name: filename, mediaType: contentType, size })),
    raw: {
      subject: mail.subject ?? '', replyTo: mail.replyTo?.value[0]?.address ?? mail.from?.value[0]?.address ?? '', html: mail.html || '',
      references: [mail.references ?? []].flat().map(id => id.replace(/^<|>$/g, '')), headers: mail.headers, source: raw.toString('utf8'),
    },
  }
}

/** Somebody with a mail program, which answers the last mail and quotes it below. */
export class MailCustomer implements DoubleCustomer {
  readonly id: string
  readonly inbox: MailMessage[] = []
  readonly #post: (mail: WrittenMail) => void

  constructor(id: string, post: (mail: WrittenMail) => void) {
    this.id = id
    this.#post = post
  }

  writes(text: string): string {
    return this.mails({ ...this.#answer(), text: `${text}${this.#quote()}` })
  }

  /** A mail has nothing to tap: she writes the number that stands before it. */
  taps(title: string): string {
    const number = this.inbox.at(-1)!.buttons.indexOf(title) + 1
    return this.writes(String(number))
  }

  sends({ caption = '', ...file }: { name: string; mediaType: string; content: Buffer; caption?: string }): string {
    return this.mails({ ...this.#answer(), text: caption, file })
  }

  reads() {}

  /** Any mail of hers; what is left out is that of a new one. */
  mails(mail: Partial<WrittenMail>): string {
    const messageId = mail.messageId ?? `${randomUUID()}@correo.test`
    this.#post({ from: `Cliente <${this.id}>`, to: ADDRESS, subject: 'Una consulta', ...mail, messageId })
    return messageId
  }

  receives(message: MailMessage) {
    this.inbox.push(message)
  }

  answersByItself() {
    this.mails({ ...this.#answer(), subject: `Respuesta automática: ${this.inbox.at(-1)!.raw.subject}`, text: 'Estoy de vacaciones.', headers: ['Auto-Submitted: auto-replied'] })
  }

  #answer(): Partial<WrittenMail> {
    const last = this.inbox.at(-1)
    if (!last) return {}
    return { to: last.raw.replyTo, subject: `Re: ${last.raw.subject.replace(/^re: /i, '')}`, inReplyTo: last.id, references: [...last.raw.references, last.id] }
  }

  #quote(): string {
    const last = this.inbox.at(-1)
    return last ? `\r\n\r\nEl jue, 26 nov 2026 a las 10:00, Negocio (<${ADDRESS}>) escribió:\r\n\r\n${last.text.split('\n').map(line => `> ${line}`).join('\r\n')}\r\n` : ''
  }
}
