import pg from 'pg'
import { passwordOf, type LoginRole } from './roles.ts'

/** Every table of the house. A module adds its own: `declare module '../../platform/database.ts' { interface Database { … } }` */
export interface Database {}

export interface DatabaseSettings {
  /** The owner's url: migrations and roles only. */
  url: string
  /** From which the passwords of the login roles are derived. */
  secret: string
  /** Connections per pool. */
  connections?: { app?: number; platform?: number; access?: number; jobs?: number }
  /** Behind a pooler in transaction mode, prepared statements may meet another server connection: switch them off. */
  transactionPooler?: boolean
}

export interface Pools {
  app: pg.Pool
  platform: pg.Pool
  /** As `platform`, for letting people in alone: what an operator asks for must not keep everybody at the door. */
  access: pg.Pool
  jobs: pg.Pool
  close(): Promise<void>
}

export function urlFor(role: LoginRole, { url, secret }: DatabaseSettings): string {
  const own = new URL(url)
  own.username = role
  own.password = passwordOf(role, secret)
  return own.href
}

export function openPools(settings: DatabaseSettings, onError: (error: Error) => void = () => {}): Pools {
  const { app = 12, platform = 4, access = 4, jobs = 10 } = settings.connections ?? {}
  const pools = [
    openPool('botpro_app', { settings, max: app, pipeline: true, patience: 45_000, onError }),
    openPool('botpro_platform', { settings, max: platform, pipeline: true, patience: 330_000, onError }),
    openPool('botpro_platform', { settings, max: access, pipeline: true, patience: 10_000, onError }),
    openPool('botpro_jobs', { settings, max: jobs, pipeline: false, patience: 60_000, connectPatience: 60_000, onError }),
  ] as const
  return {
    app: pools[0],
    platform: pools[1],
    access: pools[2],
    jobs: pools[3],
    close: async () => {
      await Promise.all(pools.map(pool => pool.end()))
    },
  }
}

interface PoolOptions {
  settings: DatabaseSettings
  max: number
  /** Statements of one transaction are sent without waiting for the answers before them. */
  pipeline: boolean
  /** For so long a statement may say nothing; then its connection is given up. */
  patience: number
  /** For so long one waits for a connection. Whoever is behind the work of others has time; the runner of jobs has nobody who could be told. */
  connectPatience?: number
  onError: (error: Error) => void
}

function openPool(role: LoginRole, { settings, max, pipeline, patience, connectPatience = 10_000, onError }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: urlFor(role, settings),
    max,
    pipeline,
    application_name: role,
    keepAlive: true,
    connectionTimeoutMillis: connectPatience,
    query_timeout: patience,
    idleTimeoutMillis: 30_000,
    types,
  } as pg.PoolConfig)
  pool.on('error', onError)
  // A client that is checked out when the server goes away would otherwise end the process.
  pool.on('connect', client => client.on('error', onError))
  return pool
}

const INT8 = 20
const DATE = 1082
const types: pg.CustomTypesConfig = {
  // Counters and sequence numbers stay far below 2^53; numeric (money) stays a string; a day is no moment, so it stays one, too.
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : oid === DATE ? String : pg.types.getTypeParser(oid, format as 'text'),
}
