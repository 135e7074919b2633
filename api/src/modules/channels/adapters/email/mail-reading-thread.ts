import { parentPort } from 'node:worker_threads'
import type { MailToRead } from './mail-reader.ts'
import { readMail } from './read-mail.ts'

// What runs in a thread of its own: see mail-reader.ts. What crosses over comes as plain bytes.
parentPort!.on('message', async ({ stored, line }: MailToRead) => parentPort!.postMessage(await readMail(
  { ...stored, body: Buffer.from(stored.body) },
  { ...line, ...line.signingKey && { signingKey: Buffer.from(line.signingKey) } },
)))
