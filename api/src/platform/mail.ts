import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { createTransport } from 'nodemailer'
import type { FileStore } from './files/file-store.ts'
import { newId } from './ids.ts'
import type { Jobs } from './jobs.ts'

export interface Mail {
  to: string
  subject: string
  text: string
  html?: string
  replyTo?: string
  headers?: Record<string, string>
  /** By the keys under which the file store has them: jobs carry no contents. */
  attachments?: MailAttachment[]
}

export interface MailAttachment {
  filename: string
  key: string
  contentType: string
}

declare module './unit.ts' {
  interface JobPayloads {
    'mail.send': Mail
  }
}

export interface MailerOptions {
  from: string
  /** Where attachments lie. */
  files: Pick<FileStore, 'get'>
  /** Without it mail goes to files. */
  smtpUrl?: string
  dataDir: string
  /** Milliseconds for which a mail server may say nothing. */
  patience?: number
  log: (message: string) => void
}

export interface Mailer {
  send(mail: Mail): Promise<void>
}

export function openMailer(options: MailerOptions): Mailer {
  return options.smtpUrl ? smtpMailer(options.smtpUrl, options) : fileMailer(options)
}

/** `unit.enqueue('mail.send', mail)` is how mail is sent: after commit, and again when the server was away. */
export const handleMail = (jobs: Jobs, mailer: Mailer) => jobs.handle('mail.send', mail => mailer.send(mail))

/** As the mail library takes it, with what is attached. */
async function packed({ attachments = [], ...mail }: Mail, files: MailerOptions['files']) {
  const packing = attachments.map(async ({ filename, key, contentType }) => ({ filename, contentType, content: await buffer(await files.get(key)) }))
  return { ...mail, attachments: await Promise.all(packing) }
}

function smtpMailer(url: string, { from, files, patience = 20_000 }: MailerOptions): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    requireTLS: needsTls(new URL(url)),
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  })
  return {
    async send(mail) {
      await transport.sendMail({ from, ...await packed(mail, files) }).catch(error => {
        throw notTaken(error)
      })
    },
  }
}

/** A password goes to a mail server in the open only where nobody is in between. */
const needsTls = ({ username, hostname }: URL) => username !== '' && !/^(localhost|127\.|\[::1\])/.test(hostname)

/** Mail servers repeat in their answers whom the mail was for, and jobs write down why they failed. */
function notTaken({ code, command, responseCode }: { code?: string; command?: string; responseCode?: number }) {
  return new Error(`The mail was not taken: ${[code, command, responseCode].filter(Boolean).join(' ')}`)
}

function fileMailer({ from, files, dataDir, log }: MailerOptions): Mailer {
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const folder = path.join(dataDir, 'mail')
  return {
    async send(mail) {
      const { message } = await transport.sendMail({ from, ...await packed(mail, files) })
      const file = path.join(folder, `${newId()}.eml`)
      await mkdir(folder, { recursive: true })
      await writeFile(file, message as Buffer, { mode: 0o600 })
      log(`No SMTP_URL is set, so the mail “${mail.subject}” was written to ${file}.`)
    },
  }
}
