import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { freePort } from '../src/platform/free-port.ts'

export const NO_REDIS = 'needs redis-server on the PATH, or REDIS_URL'

export interface TestRedis {
  url: string
  /** It keeps its connections, takes new ones, and answers nothing. */
  freeze(): void
  stop(): Promise<void>
}

/** A Redis for the tests: the one of `REDIS_URL`, or one of their own; none where neither is to be had. */
export async function openRedis(): Promise<TestRedis | undefined> {
  const url = process.env['REDIS_URL']
  if (url) return { url, freeze: () => {}, stop: async () => {} }
  return isInstalled() ? startRedis() : undefined
}

function isInstalled(): boolean {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function startRedis(): Promise<TestRedis> {
  const port = await freePort()
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: 'ignore' })
  const url = `redis://127.0.0.1:${port}`
  await answering(url, server)
  return {
    url,
    freeze: () => void server.kill('SIGSTOP'),
    async stop() {
      server.kill('SIGKILL')
      await once(server, 'exit')
    },
  }
}

async function answering(url: string, server: ChildProcess) {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => 50 })
  client.on('error', () => {})
  for (let tries = 0; tries < 100 && server.exitCode === null; tries++) {
    const pong = await client.ping().catch(() => undefined)
    if (pong) return client.disconnect()
    await sleep(50)
  }
  throw new Error('redis-server did not start.')
}
