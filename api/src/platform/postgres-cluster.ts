import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { access, chown, constants, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { findPostgresBinaries, majorVersion, type PostgresBinaries } from './postgres-binaries.ts'

export interface Cluster {
  folder: string
  logFile: string
  owner: string
  password: string
  binaries: PostgresBinaries
}

const OWNER = 'botpro'
const LOG_LIMIT = 10_000_000

/** The folder of a cluster that is ready to be started, made when it is not there. */
export async function prepareCluster(dataDir: string, durable: boolean): Promise<Cluster> {
  const root = path.resolve(dataDir)
  await makeWritable(root)
  const binaries = findPostgresBinaries([root])
  const cluster = {
    folder: path.join(root, 'postgres'),
    logFile: path.join(root, 'postgres.log'),
    owner: OWNER,
    password: await keptPassword(root, binaries),
    binaries,
  }
  await shortenLog(cluster.logFile)
  const found = await versionOf(cluster.folder)
  if (!found) await initialise(cluster, durable)
  else await refuseOtherVersion(cluster, found)
  return cluster
}

async function makeWritable(root: string) {
  try {
    await mkdir(root, { recursive: true })
    await access(root, constants.W_OK)
  } catch (cause) {
    throw new Error(`The data folder ${root} cannot be written: ${(cause as NodeJS.ErrnoException).code}.`, {
      cause,
    })
  }
}

async function keptPassword(root: string, { user }: PostgresBinaries): Promise<string> {
  const file = path.join(root, 'postgres.password')
  const kept = await readFile(file, 'utf8').catch(() => '')
  if (kept) return kept.trim()
  const password = randomBytes(24).toString('hex')
  await writeFile(file, password + '\n', { mode: 0o600 })
  if (user) await chown(file, user.uid, user.gid)
  return password
}

async function versionOf(folder: string): Promise<string> {
  const version = await readFile(path.join(folder, 'PG_VERSION'), 'utf8').catch(() => '')
  return version.trim()
}

async function refuseOtherVersion({ folder, binaries }: Cluster, found: string) {
  const ours = majorVersion(binaries)
  if (found === ours) return
  throw new Error(
    `${folder} was made by PostgreSQL ${found} and this is ${ours}: dump it with ${found} and restore it, ` +
      'or choose another data folder.',
  )
}

/** Made beside its place and then renamed, so that a start that was killed leaves no half cluster. */
async function initialise({ folder, owner, binaries }: Cluster, durable: boolean) {
  const draft = `${folder}.new`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  if (binaries.user) await chown(draft, binaries.user.uid, binaries.user.gid)
  await run(binaries, 'initdb', [
    '--pgdata',
    draft,
    '--username',
    owner,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    `--pwfile=${path.join(path.dirname(folder), 'postgres.password')}`,
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ])
  await rename(draft, folder)
}

async function run(binaries: PostgresBinaries, program: string, programArgs: string[]) {
  const { file, args, uid, gid } = binaries.command(program, programArgs)
  const child = spawn(file, args, { uid, gid, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', text => {
    complaint += text
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${program} failed: ${complaint.trim().split('\n').at(-1)}`)
}

async function shortenLog(file: string) {
  const size = await stat(file).then(
    found => found.size,
    () => 0,
  )
  if (size > LOG_LIMIT) await rename(file, `${file}.old`)
}
