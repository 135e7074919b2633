import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import { diskStore } from './files/disk-store.ts'
import { openMailer } from './mail.ts'

let server: Server | undefined
afterEach(() => server?.close())

/** A mail server as far as the tests need one; it answers each line as it is told. */
async function smtp(answer: (line: string) => string | undefined, greeting: string | undefined = '220 mail.example.com') {
  const say = (socket: Socket, text: string | undefined) => text && socket.write(`${text}\r\n`)
  server = createServer(socket => {
    socket.on('error', () => {})
    say(socket, greeting)
    socket.on('data', data => { for (const line of String(data).split('\r\n').filter(Boolean)) say(socket, answer(line)) })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return openMailer({
    from: 'BotPro <no-reply@example.com>', smtpUrl: `smtp://127.0.0.1:${port}?ignoreTLS=true`, dataDir: '', files: diskStore(tmpdir()), log: () => {}, patience: 300,
  })
}

const letter = { to: 'ana.secreta@example.org', subject: 'Hola', text: 'hola' }

test('why a mail server refuses is told without whom the mail was for', async () => {
  const mailer = await smtp(line => (line.startsWith('RCPT') ? `550 5.1.1 <${letter.to}> unknown user` : '250 fine'))
  const refusal: Error = await mailer.send(letter).then(() => expect.unreachable(), error => error)
  expect(refusal.message).toContain('550')
  expect(`${refusal.message} ${refusal.stack} ${JSON.stringify(refusal)} ${refusal.cause ?? ''}`).not.toContain('ana.secreta')
})

test('a mail server that takes the connection and says nothing is given up', async () => {
  const mailer = await smtp(() => undefined, '')
  await expect(mailer.send(letter)).rejects.toThrow('The mail was not taken')
})

test('a mail server that falls silent in the middle is given up', async () => {
  const mailer = await smtp(line => (line.startsWith('MAIL') ? undefined : '250 fine'))
  await expect(mailer.send(letter)).rejects.toThrow('The mail was not taken')
})

test('a mail that is taken is sent once', async () => {
  const lines: string[] = []
  const mailer = await smtp(line => {
    lines.push(line)
    if (line === 'DATA') return '354 go on'
    return /^(EHLO|MAIL|RCPT|\.$)/.test(line) ? '250 fine' : undefined
  })
  await mailer.send(letter)
  expect(lines.filter(line => line.startsWith('RCPT'))).toEqual([`RCPT TO:<${letter.to}>`])
})

test('without an SMTP server a mail is a file, and the log says where', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'botpro-mails-'))
  const lines: string[] = []
  const mailer = openMailer({ from: 'BotPro <no-reply@example.com>', dataDir, files: diskStore(dataDir), log: line => lines.push(line) })
  await mailer.send({ to: 'ada@example.com', subject: 'Código\r\nBcc: eve@example.com', text: 'ñandú' })
  const [file] = await readdir(path.join(dataDir, 'mail'))
  expect(lines[0]).toContain(file)
  await rm(dataDir, { recursive: true })
})

test('what is attached is taken from the file store, under the name that people see', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'botpro-mails-'))
  const files = diskStore(path.join(dataDir, 'files'))
  await files.put('tenant/letter', Readable.from(['un documento']))
  const mailer = openMailer({ from: 'BotPro <no-reply@example.com>', dataDir, files, log: () => {} })
  await mailer.send({ ...letter, attachments: [{ filename: 'Contrato.pdf', key: 'tenant/letter', contentType: 'application/pdf' }] })
  const [file] = await readdir(path.join(dataDir, 'mail'))
  const sent = await readFile(path.join(dataDir, 'mail', file!), 'utf8')
  expect(sent).toContain('filename=Contrato.pdf')
  expect(sent).toContain(Buffer.from('un documento').toString('base64'))
  await expect(mailer.send({ ...letter, attachments: [{ filename: 'x.pdf', key: 'tenant/other', contentType: 'application/pdf' }] })).rejects.toThrow()
  await rm(dataDir, { recursive: true })
})
