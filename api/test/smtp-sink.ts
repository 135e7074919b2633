import type { Socket } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { freePort } from '../src/platform/free-port.ts'

/** How the next mails fare. Counts go down as they are used up. */
export interface SinkFaults {
  /** So many recipients are put off with 451. */
  greylisted: number
  /** What is answered, by the recipient's address; at `DATA` once the whole mail was sent. */
  refused: Map<string, { code: number; text: string; at: 'RCPT' | 'DATA' }>
  /** So many connections are lost once a mail was taken, before the server says so. */
  dropsAfterData: number
  /** So many connections are lost when the recipient is named. */
  dropsBeforeData: number
  rejectsSignIn: boolean
  rejectsSender?: { code: number; text: string }
}

export interface TakenMail {
  from: string
  to: string
  raw: Buffer
}

/** An SMTP server that keeps what it takes. */
export interface SmtpSink {
  port: number
  faults: SinkFaults
  /** Also those whose sender never heard that they were taken. */
  taken: readonly TakenMail[]
  refused: readonly { code: string; at: Date }[]
  stop(): Promise<void>
}

export interface SinkOptions {
  user: string
  password: string
  onTaken?: (mail: TakenMail) => void
}

export async function openSmtpSink({ user, password, onTaken }: SinkOptions): Promise<SmtpSink> {
  const faults: SinkFaults = { greylisted: 0, refused: new Map(), dropsAfterData: 0, dropsBeforeData: 0, rejectsSignIn: false }
  const taken: TakenMail[] = []
  const refused: { code: string; at: Date }[] = []
  const sockets = new Map<number, Socket>()
  const refuse = (code: number, text: string) => {
    refused.push({ code: /^[245]\.\d+\.\d+/.exec(text)?.[0] ?? String(code), at: new Date() })
    return Object.assign(new Error(text), { responseCode: code })
  }
  const drop = (session: SMTPServerSession) => sockets.get(session.remotePort)?.destroy()

  const server = new SMTPServer({
    authOptional: false, disabledCommands: ['STARTTLS'], allowInsecureAuth: true, logger: false, size: 40 * 1024 ** 2,
    onAuth(auth, _session, done) {
      const isGood = !faults.rejectsSignIn && auth.username === user && auth.password === password
      return isGood ? done(null, { user }) : done(refuse(535, '5.7.8 Authentication credentials invalid'))
    },
    onMailFrom: (_address, _session, done) => done(faults.rejectsSender && refuse(faults.rejectsSender.code, faults.rejectsSender.text)),
    onRcptTo({ address }, session, done) {
      if (faults.dropsBeforeData > 0 && faults.dropsBeforeData--) return drop(session)
      if (faults.greylisted > 0 && faults.greylisted--) return done(refuse(451, '4.7.1 Greylisted, try again later'))
      const refusal = faults.refused.get(address)
      return refusal?.at === 'RCPT' ? done(refuse(refusal.code, refusal.text)) : done()
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', chunk => chunks.push(chunk)).on('end', () => {
        const to = session.envelope.rcptTo[0]!.address
        const refusal = faults.refused.get(to)
        if (refusal?.at === 'DATA') return done(refuse(refusal.code, refusal.text))
        const mail = { from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '', to, raw: Buffer.concat(chunks) }
        taken.push(mail)
        onTaken?.(mail)
        if (faults.dropsAfterData > 0 && faults.dropsAfterData--) return drop(session)
        return done(null, `2.0.0 Ok: queued as ${taken.length}`)
      })
    },
  })
  server.on('error', () => {})
  server.server.on('connection', (socket: Socket) => {
    const { remotePort } = socket
    sockets.set(remotePort!, socket)
    socket.once('close', () => sockets.delete(remotePort!))
  })
  const port = await freePort()
  await new Promise<void>(listening => server.listen(port, '127.0.0.1', listening))
  return {
    port, faults, taken, refused,
    async stop() {
      for (const socket of sockets.values()) socket.destroy()
      await new Promise<void>(closed => server.close(() => closed()))
    },
  }
}
