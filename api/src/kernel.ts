import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { openBroadcast, type Broadcast } from './platform/broadcast.ts'
import { systemClock, type Clock } from './platform/clock.ts'
import { derivedKey, Sealer } from './platform/crypto.ts'
import { assertSafeDatabase } from './platform/database-setup.ts'
import { openPools, type DatabaseSettings, type Pools } from './platform/database.ts'
import { openDoorbell } from './platform/doorbell.ts'
import { EventStream } from './platform/event-stream.ts'
import type { FileStore } from './platform/files/file-store.ts'
import { openFiles } from './platform/files/open-files.ts'
import { Metrics } from './platform/http/metrics.ts'
import { createLogger } from './platform/http/server.ts'
import { Jobs } from './platform/jobs.ts'
import { handleMail, openMailer } from './platform/mail.ts'
import { Outside } from './platform/outside/outside.ts'
import { News } from './platform/news.ts'
import { openRedis } from './platform/redis.ts'
import type { Entities } from './platform/unit-entities.ts'
import { Units } from './platform/units.ts'

/** What stands under every module: the database, news between processes, jobs, files, mail, keys, the log. */
export interface Kernel {
  config: Config
  clock: Clock
  logger: Logger
  metrics: Metrics
  pools: Pools
  units: Units
  /** The same for letting people in, with connections of its own across tenants. */
  access: Units
  stream: EventStream
  broadcast: Broadcast
  news: News
  jobs: Jobs
  files: FileStore
  /** Requests to addresses that tenants choose. */
  outside: Outside
  sealer: Sealer
  redis: Redis | undefined
  /** A key for one purpose. */
  keyFor(purpose: string): Buffer
  close(): Promise<void>
}

export interface KernelOptions {
  config: Config
  database: DatabaseSettings
  entities: Entities
  clock?: Clock
}

/** Opens everything once. Refuses when the database could show one tenant's rows to another. */
export async function openKernel({ config, database, entities, clock = systemClock }: KernelOptions): Promise<Kernel> {
  const logger = createLogger({ level: config.LOG_LEVEL })
  let closing = false
  const onError = (error: unknown) => {
    if (!closing) logger.error({ err: error }, 'background work failed')
  }
  const files = await openFiles(config)
  const pools = openPools(database, onError)
  await assertSafeDatabase(pools).catch(async error => {
    await pools.close()
    throw error
  })
  const broadcast = openBroadcast({ redisUrl: config.REDIS_URL, onError })
  const doorbell = openDoorbell(broadcast)
  const transactionPooler = config.DATABASE_POOLER === 'transaction'
  const news = new News()
  const unitsOn = (platform: Pools['platform']) => new Units({
    pools: { app: pools.app, platform }, entities, clock, news, onError, transactionPooler,
    ring: (tenantId, seq) => doorbell.ring(tenantId, seq),
    wake: (topic, about) => broadcast.send(topic, about),
  })
  const units = unitsOn(pools.platform)
  const stream = new EventStream({ units, doorbell, onError })
  const jobs = new Jobs({ pool: pools.jobs, transactionPooler, log: (level, message) => logger[level === 'error' ? 'error' : 'warn'](message) })
  const mailer = openMailer({
    from: config.MAIL_FROM, files, smtpUrl: config.SMTP_URL, dataDir: config.DATA_DIR, log: line => logger.warn(line),
  })
  handleMail(jobs, mailer)
  const redis = config.REDIS_URL ? openRedis(config.REDIS_URL, onError) : undefined
  return {
    config, clock, logger, metrics: watched(pools), pools, units, access: unitsOn(pools.access), stream, broadcast, news, jobs, redis,
    files,
    outside: new Outside({ allow: config.OUTSIDE_ALLOW }),
    sealer: new Sealer([{ id: 'k1', secret: database.secret }]),
    keyFor: purpose => derivedKey(database.secret, purpose),
    async close() {
      closing = true
      stream.close()
      await jobs.stop()
      await broadcast.close()
      redis?.disconnect()
      await pools.close()
    },
  }
}

function watched(pools: Pools): Metrics {
  const metrics = new Metrics()
  for (const name of ['app', 'platform', 'access', 'jobs'] as const) {
    metrics.watch(`database_${name}_connections`, `Connections of the ${name} pool`, () => pools[name].totalCount)
    metrics.watch(`database_${name}_waiting`, `Units that wait for a connection of the ${name} pool`, () => pools[name].waitingCount)
  }
  return metrics
}
