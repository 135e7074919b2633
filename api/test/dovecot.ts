import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { userInfo } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../src/platform/free-port.ts'
import { account, appended, type TestImap } from './imap-server.ts'

const PLACES = ['dovecot', '/usr/sbin/dovecot', '/usr/local/sbin/dovecot']
/** Who owns the mails when root runs the tests: root may own none. */
const NOBODY = 65534

/** A real IMAP server; none where Dovecot is not installed. */
export async function openDovecot(): Promise<TestImap | undefined> {
  const program = PLACES.find(isUsable)
  return program ? startDovecot(program) : undefined
}

function isUsable(program: string): boolean {
  try {
    return execFileSync(program, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString().startsWith('2.3.')
  } catch {
    return false
  }
}

async function startDovecot(program: string): Promise<TestImap> {
  // Not the folder for temporary files of this process: names of sockets may have a hundred letters.
  const home = await mkdtemp('/tmp/dovecot-')
  const port = await freePort()
  await prepare(home, port)
  let server: ChildProcess | undefined
  const down = async () => {
    const leaving = server
    server = undefined
    if (!leaving || leaving.exitCode !== null) return
    const gone = once(leaving, 'exit')
    // With all of its group: who serves a connection would go on serving it.
    process.kill(-leaving.pid!, 'SIGTERM')
    await gone
    try {
      process.kill(-leaving.pid!, 'SIGKILL')
    } catch {
      // None of them is left.
    }
  }
  const up = async () => {
    server ??= spawn(program, ['-F', '-c', path.join(home, 'dovecot.conf')], { stdio: 'ignore', detached: true })
    await answering(port, server)
  }
  await up()
  return {
    port, ...account, up, down,
    deliver: (mail, at) => appended(port, mail, at),
    async changeUidValidity() {
      await down()
      await forgetUids(home)
      await up()
    },
    async stop() {
      await down()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** A Maildir's UIDs stand in files beside the mails; without those Dovecot counts anew. */
async function forgetUids(home: string) {
  // UIDVALIDITY is a time in seconds: within one it would come out the same.
  await sleep(1100)
  const maildir = path.join(home, 'mail')
  for (const name of await readdir(maildir)) if (name.startsWith('dovecot')) await rm(path.join(maildir, name))
}

async function prepare(home: string, port: number) {
  const { uid, gid, username } = userInfo()
  const isRoot = uid === 0
  const [owner, group] = isRoot ? [NOBODY, NOBODY] : [uid, gid]
  // Its parts run as users of their own.
  await chmod(home, 0o755)
  for (const folder of ['run', 'state', 'mail']) await mkdir(path.join(home, folder))
  if (isRoot) for (const folder of ['', 'mail']) await chown(path.join(home, folder), owner, group)
  await writeFile(path.join(home, 'users'), `${account.user}:{PLAIN}${account.password}:${owner}:${group}::${home}\n`)
  const unprivileged = `
default_internal_user = ${username}
default_login_user = ${username}
default_internal_group = ${execFileSync('id', ['-gn']).toString().trim()}
service imap-login {
  chroot =
}
service anvil {
  chroot =
}
service stats {
  chroot =
}`
  await writeFile(path.join(home, 'dovecot.conf'), `
base_dir = ${home}/run
state_dir = ${home}/state
log_path = ${home}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${home}/mail
mail_max_userip_connections = 100
auth_failure_delay = 0
first_valid_uid = 1
first_valid_gid = 1
passdb {
  driver = passwd-file
  args = scheme=PLAIN ${home}/users
}
userdb {
  driver = passwd-file
  args = ${home}/users
}
namespace inbox {
  inbox = yes
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
${isRoot ? '' : unprivileged}
`)
}

async function answering(port: number, server: ChildProcess) {
  for (let tries = 0; tries < 200 && server.exitCode === null; tries++) {
    if (await greets(port)) return
    await sleep(50)
  }
  throw new Error('dovecot did not start.')
}

function greets(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const socket = connect(port, '127.0.0.1')
  socket.once('data', () => resolve(true)).once('error', () => resolve(false)).once('close', () => resolve(false))
  return promise.finally(() => socket.destroy())
}
