import path from 'node:path'

/** One setting of the environment: what it does, how it is read, and whether it may be shown. */
interface Setting<Value> {
  about: string
  read(text: string | undefined): Value
  secret?: boolean
}

const text = (about: string, fallback?: string): Setting<string | undefined> => ({ about, read: value => value || fallback })
const required = (about: string, fallback: string): Setting<string> => ({ about, read: value => value || fallback })
const hidden = (about: string): Setting<string | undefined> => ({ ...text(about), secret: true })

/** What all keys are derived from: a short one could be guessed from anything that was made with it. */
const key = (about: string, least: number): Setting<string | undefined> => ({
  about,
  read(value) {
    if (value && value.length < least) throw new Error(`must have ${least} characters or more, as \`openssl rand -base64 48\` makes them`)
    return value || undefined
  },
  secret: true,
})

const number = (about: string, fallback: number, [least, most]: [number, number]): Setting<number> => ({
  about,
  read(value) {
    const parsed = value ? Number(value) : fallback
    if (!Number.isFinite(parsed) || parsed < least || parsed > most) throw new Error(`must be a number from ${least} to ${most}`)
    return parsed
  },
})

const choice = <Value extends string>(about: string, values: readonly Value[], fallback: Value): Setting<Value> => ({
  about,
  read(value) {
    const chosen = (value || fallback) as Value
    if (!values.includes(chosen)) throw new Error(`must be one of ${values.join(', ')}`)
    return chosen
  },
})

const list = (about: string): Setting<string[]> => ({ about, read: value => (value ?? '').split(',').map(each => each.trim()).filter(Boolean) })

const webAddress = (about: string): Setting<string | undefined> => ({
  about,
  read(value) {
    if (!value) return undefined
    if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) throw new Error('must be an http or https address')
    const { origin, pathname } = new URL(value)
    if (pathname !== '/') throw new Error('must be an address without a path')
    return origin
  },
})

/** Every setting there is. Nothing else in the API reads the environment. */
export const settings = {
  BOTPRO_MODE: choice('demo seeds four tenants and opens the explorer; production does neither', ['demo', 'production'], 'demo'),
  DEMO_COMPANIES: choice('whom the demo begins with: its four companies, or nobody', ['four', 'none'], 'four'),
  PORT: number('where the API and the apps listen; 0 takes any free port', 4000, [0, 65_535]),
  HOST: required('the address to listen on', '127.0.0.1'),
  PUBLIC_URL: webAddress('how browsers reach it; needed in production and behind a proxy'),
  TRUSTED_PROXIES: number('how many proxies of yours stand before it', 0, [0, 10]),
  DATA_DIR: required('where the embedded database, files and mails are kept', '.data'),
  DISK_RESERVE_MB: number('how much of the disk uploaded files leave free; below that none is taken', 1024, [0, 100_000_000]),
  S3_BUCKET: text('keeps uploaded files in this bucket instead of DATA_DIR/files; needed where several machines serve'),
  S3_REGION: required('the region of the bucket', 'us-east-1'),
  S3_ENDPOINT: webAddress('a server that speaks S3; Amazon’s own when unset'),
  S3_ACCESS_KEY_ID: hidden('the key to the bucket; the machine’s own role when unset'),
  S3_SECRET_ACCESS_KEY: hidden('the secret of that key'),
  PICTURES_AT_ONCE: number('how many pictures a process redraws side by side; eight times as many may wait', 2, [1, 64]),
  TRAININGS_AT_ONCE: number('how many models a process trains side by side, each on a core of its own', 1, [1, 64]),
  READINGS_AT_ONCE: number('how many sources of Q&A a process reads side by side, half of them for one tenant; other jobs need some of eight places', 4, [1, 6]),
  MODEL_MEMORY_MB: number('what the models of all tenants may take of a process’s memory; those asked for the longest ago go first', 256, [16, 1_000_000]),
  KNOWLEDGE_MEMORY_MB: number('what the Q&A of all tenants may take of a process’s memory; those asked for the longest ago go first', 512, [16, 1_000_000]),
  BOT_MEMORY_MB: number('what the versions of bots of all tenants may take of a process’s memory; those run the longest ago go first', 128, [16, 1_000_000]),
  DATABASE_URL: hidden('the owner of a PostgreSQL 16 or later; the embedded one when unset'),
  DATABASE_CONNECTIONS: number('connections for tenants’ work', 12, [2, 200]),
  DATABASE_POOLER: choice('“transaction” when a pooler in transaction mode stands before the database', ['none', 'transaction'], 'none'),
  REDIS_URL: hidden('carries news between several API processes'),
  APP_SECRET: key('what all keys are derived from; needed in production and with REDIS_URL, elsewhere made once and kept in DATA_DIR', 32),
  SMTP_URL: hidden('sends mail; written to DATA_DIR/mail when unset'),
  MAIL_FROM: required('the sender of our mails', 'BotPro <no-reply@localhost>'),
  OPERATOR_EMAIL: text('becomes the first operator where there is none, and gets a link to choose a password'),
  LOG_LEVEL: choice('how much is logged', ['silent', 'error', 'warn', 'info', 'debug'], 'warn'),
  METRICS_TOKEN: hidden('bearer token for /metrics; without it only this machine may read them'),
  RATE_LIMIT_FACTOR: number('multiplies every rate limit', 1, [0.01, 1_000_000]),
  OUTSIDE_ALLOW: list('for development and tests, never in production: addresses of this machine or its network that tenants may have read, such as 127.0.0.1:8000, by commas'),
  CHANNEL_PROFILES: text('a JSON file that lays limits, versions and addresses of providers over those that are shipped, by kind of channel'),
  BACKLOG_DELIVERIES: number('how many requests of a provider may wait to be processed before those who administer the channel are told', 500, [1, 1_000_000]),
  BACKLOG_MINUTES: number('how long the oldest of them may wait before', 5, [1, 1440]),
  DELIVERY_DAYS: number('how long what providers sent is kept as it came, once it is processed', 30, [1, 3650]),
  EVENT_LOG_DAYS: number('how long a client may be away and still catch up', 7, [1, 365]),
} satisfies Record<string, Setting<unknown>>

type Settings = typeof settings
type Values = { [Name in keyof Settings]: ReturnType<Settings[Name]['read']> }

export interface Config extends Values {
  production: boolean
}

/** Reads and checks all settings. Throws one error that names everything that is wrong. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const problems: string[] = []
  const values = Object.fromEntries(Object.entries(settings).map(([name, setting]) => {
    try {
      return [name, setting.read(environment[name]?.trim())]
    } catch (error) {
      problems.push(`${name} ${(error as Error).message} (${setting.about}).`)
      return [name, undefined]
    }
  })) as Values
  problems.push(...conflicts(values, environment))
  if (problems.length) throw new Error(problems.join('\n'))
  return { ...values, DATA_DIR: path.resolve(values.DATA_DIR), production: values.BOTPRO_MODE === 'production' }
}

/** What is right by itself and wrong together. */
function conflicts(values: Values, { BOTPRO_MODE: mode, PUBLIC_URL: address, APP_SECRET: secret }: NodeJS.ProcessEnv): string[] {
  const problems: string[] = []
  const isProduction = values.BOTPRO_MODE === 'production'
  if (isProduction && !address?.trim()) problems.push('PUBLIC_URL must be set in production: set it to the address by which browsers reach this server, e.g. https://chat.example.com.')
  if (isExposed(values)) problems.push('PUBLIC_URL must be an https address in production: cookies would travel in the clear.')
  if (!values.S3_ACCESS_KEY_ID !== !values.S3_SECRET_ACCESS_KEY) problems.push('S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together: set both, or neither.')
  if (!values.S3_BUCKET && (values.S3_ENDPOINT || values.S3_ACCESS_KEY_ID)) problems.push('S3_BUCKET must be set with S3_ENDPOINT or S3_ACCESS_KEY_ID: name the bucket that files go to.')
  if (!secret?.trim() && (isProduction || values.REDIS_URL)) problems.push(secretMissing(isProduction))
  if (isProduction && values.OUTSIDE_ALLOW?.length) problems.push('OUTSIDE_ALLOW must not be set in production: tenants would reach what only this machine can reach.')
  if (!mode && !isLocal(values.HOST)) {
    problems.push(`HOST ${values.HOST} would open the demo, whose passwords are public, to others. Set BOTPRO_MODE=production; or BOTPRO_MODE=demo, when that is what you want.`)
  }
  return problems
}

const secretMissing = (isProduction: boolean) =>
  `APP_SECRET must be set ${isProduction ? 'in production' : 'with REDIS_URL, because several processes need the same one'}: `
  + 'set it to what `openssl rand -base64 48` prints, or, where this server ran without it before, to what stands in DATA_DIR/secret.'

const isLocal = (host: string | undefined) => ['127.0.0.1', 'localhost', '::1'].includes(host ?? '')

const isExposed = ({ BOTPRO_MODE, PUBLIC_URL }: Values) =>
  BOTPRO_MODE === 'production' && /^http:\/\/(?!(localhost|127\.0\.0\.1)(:|$))/.test(PUBLIC_URL ?? '')

/** What may be logged: secrets only as set or unset. */
export const describeConfig = (config: Config): Record<string, unknown> =>
  Object.fromEntries((Object.entries(settings) as [keyof Settings, Setting<unknown>][]).map(([name, { secret }]) =>
    [name, secret ? (config[name] ? 'set' : 'unset') : config[name]]))
