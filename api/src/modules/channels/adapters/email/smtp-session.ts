import { isIP } from 'node:net'
import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Line } from '../adapter.ts'
import { mailServer, type MailServer } from './mail-connection.ts'

const CHUNK = 64 * 1024

/** Signed in, where the account has a user; ready to take a mail. Throws what the server or the network said. */
export async function openedSmtp(line: Line): Promise<SMTPConnection> {
  const server = await mailServer('smtp', line)
  const connection = connectionTo(server, line)
  // What ends a connection is told to whoever waits for it; one that ends after that is nobody's matter.
  connection.on('error', () => {})
  try {
    await settled(done => {
      connection.once('error', done)
      connection.connect(error => done(error))
    })
    if (server.user) await settled(done => {
      connection.once('error', done)
      connection.login({ credentials: { user: server.user, pass: server.password } }, error => done(error))
    })
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

const connectionTo = (server: MailServer, { profile: { timeoutMs } }: Line) => new SMTPConnection({
  host: server.address, port: server.port, secure: server.isTls, requireTLS: !server.isTls && !server.mayBeOpen,
  ...!isIP(server.host) && { tls: { servername: server.host } },
  connectionTimeout: server.timeoutMs, greetingTimeout: server.timeoutMs, socketTimeout: timeoutMs,
})

/** The server did not take it. `mayHaveArrived` once the whole mail was on its way and no answer came. */
export class NotTaken extends Error {
  readonly mayHaveArrived: boolean
  constructor(cause: unknown, mayHaveArrived: boolean) {
    super((cause as Error).message, { cause })
    this.name = 'NotTaken'
    this.mayHaveArrived = mayHaveArrived
  }
}

/** Hands a mail over; what the server answered. Throws `NotTaken`. */
export async function handOver(connection: SMTPConnection, envelope: { from: string; to: string }, mail: Buffer): Promise<string> {
  let isWhole = false
  // Read only once the server asked for the mail. Marked before its end is sent, so that a doubt is one too many rather than one too few.
  const source = Readable.from(function* () {
    for (let at = 0; at < mail.length; at += CHUNK) yield mail.subarray(at, at + CHUNK)
    isWhole = true
  }())
  try {
    return await settled<string>(done => {
      connection.once('error', done)
      connection.once('end', () => done(new Error('The connection ended.')))
      connection.send({ from: envelope.from || false, to: [envelope.to] }, source, (error, info) => error ? done(error) : done(undefined, info.response))
    })
  } catch (error) {
    throw new NotTaken(error, isWhole && (error as { responseCode?: number }).responseCode === undefined)
  } finally {
    connection.quit()
  }
}

function settled<Value = void>(start: (done: (error?: unknown, value?: Value) => void) => void): Promise<Value> {
  const { promise, resolve, reject } = Promise.withResolvers<Value>()
  start((error, value) => error ? reject(error) : resolve(value as Value))
  return promise
}
