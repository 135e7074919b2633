import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Cluster } from './postgres-cluster.ts'

const pidFile = (cluster: Cluster) => path.join(cluster.folder, 'postmaster.pid')

/** Lines of postmaster.pid: process, folder, start, port, … */
export async function readPidFile(cluster: Cluster): Promise<{ pid: number; port: number } | undefined> {
  const text = await readFile(pidFile(cluster), 'utf8').catch(() => '')
  const [pid, , , port] = text.split('\n').map(Number)
  return pid ? { pid, port: port || 0 } : undefined
}

// In a container the number of a dead server is soon somebody else's, and PostgreSQL would believe itself running.
export const removePidFile = (cluster: Cluster) => rm(pidFile(cluster), { force: true })

export function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  try {
    return (
      process.platform !== 'linux' || / \(postgres\) [^Z]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
    )
  } catch {
    return false
  }
}

/** Fast shutdown: sessions are ended, the cluster is left clean. */
export function interrupt(cluster: Cluster, pid: number) {
  if (process.platform !== 'win32') return process.kill(pid, 'SIGINT')
  const { file, args } = cluster.binaries.command('pg_ctl', ['kill', 'INT', String(pid)])
  return spawnSync(file, args).status === 0
}
