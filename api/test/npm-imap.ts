import type { AddressInfo, Server, Socket } from 'node:net'
import hoodiecrow from 'hoodiecrow-imap'
import { account, appended, type TestImap } from './imap-server.ts'

interface Hoodiecrow {
  server: Server
  folderCache: Record<string, { uidvalidity: number; uidnext: number; messages: { uid: number }[] }>
}

const PLUGINS = ['ID', 'SASL-IR', 'AUTH-PLAIN', 'NAMESPACE', 'IDLE', 'ENABLE', 'LITERALPLUS', 'UNSELECT', 'UIDPLUS']

/** A server of a few commands, for machines without Dovecot. */
export async function openNpmImap(): Promise<TestImap> {
  const mails = hoodiecrow({ plugins: PLUGINS, users: { [account.user]: { password: account.password } }, storage: { INBOX: {} } }) as Hoodiecrow
  const sockets = new Set<Socket>()
  mails.server.on('connection', socket => {
    sockets.add(socket)
    // A connection that is lost is no news here.
    socket.on('error', () => {}).once('close', () => sockets.delete(socket))
  })
  const listen = (port: number) => new Promise<void>(listening => mails.server.listen(port, '127.0.0.1', listening))
  await listen(0)
  const { port } = mails.server.address() as AddressInfo
  const down = async () => {
    if (!mails.server.listening) return
    const closed = new Promise(done => mails.server.close(done))
    for (const socket of sockets) socket.destroy()
    await closed
  }
  return {
    port, ...account, down,
    deliver: (mail, at) => appended(port, mail, at),
    up: async () => mails.server.listening ? undefined : listen(port),
    async changeUidValidity() {
      await down()
      const inbox = mails.folderCache['INBOX']!
      inbox.uidvalidity++
      for (const [at, message] of inbox.messages.entries()) message.uid = at + 1
      inbox.uidnext = inbox.messages.length + 1
      await listen(port)
    },
    stop: down,
  }
}
