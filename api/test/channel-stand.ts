import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll } from 'vitest'
import { ask, type Caller } from './client.ts'
import type { TestDatabase } from './harness.ts'
import type { ProviderDouble } from './providers/double.ts'
import { profilesOf } from './providers/profiles-of.ts'
import { useStand, type Stand } from './stand.ts'
import { newWorld, type World } from './world.ts'
import { sessionOf } from './sessions.ts'

/** The whole app, and doubles of providers that its adapters call instead of the real ones. */
export interface ChannelStand<Doubles extends Record<string, ProviderDouble>> extends Stand {
  doubles: Doubles
  /** A tenant of a test's own, with an administrator signed in. */
  tenant(): Promise<ChannelTenant>
}

export interface ChannelTenant {
  world: World
  admin: Caller
  /** Connects a line as an administrator does, and tells the double where it is. Returns the account's id. */
  connect(double: ProviderDouble, settings?: Record<string, string>): Promise<string>
  ask(query: string, variables?: Record<string, unknown>): Promise<any>
}

/** `started` opens the doubles before the app, which needs to know where they are. */
export function useChannelStand<Doubles extends Record<string, ProviderDouble>>(started: () => Promise<Doubles>, environment: NodeJS.ProcessEnv = {}): ChannelStand<Doubles> {
  const held = { CHANNEL_PROFILES: '', ...environment } as NodeJS.ProcessEnv
  let folder: string
  const open = { doubles: {} as Doubles }
  beforeAll(async () => {
    open.doubles = await started()
    folder = await mkdtemp(path.join(tmpdir(), 'botpro-channels-'))
    held['CHANNEL_PROFILES'] = path.join(folder, 'profiles.json')
    await writeFile(held['CHANNEL_PROFILES'], JSON.stringify(profilesOf(Object.values(open.doubles))))
  }, 30_000)
  const stand = useStand(held) as ChannelStand<Doubles>
  Object.defineProperty(stand, 'doubles', { get: () => open.doubles })
  stand.tenant = async () => channelTenant(stand.url, stand.database, await newWorld(stand.database))
  afterAll(async () => {
    await Promise.all(Object.values(open.doubles).map(double => double.stop()))
    if (folder) await rm(folder, { recursive: true, force: true })
  })
  return stand
}

export { profilesOf }

const CONNECT = `mutation($input: ConnectChannelInput!) { connectChannel(input: $input) {
  ... on ChannelAccount { id provider { webhookUrl verifyToken } } ... on UserError { code message } } }`
const ACCEPT = `mutation($input: AcceptChannelPoliciesInput!) { acceptChannelPolicies(input: $input) { __typename } }`
const START = `mutation($id: ID!) { startChannel(channelAccountId: $id) { __typename ... on ChannelAccount { state } ... on UserError { message } } }`

export async function channelTenant(url: string, database: TestDatabase, world: World): Promise<ChannelTenant> {
  const admin = await sessionOf(database, await world.member('ADMIN'))
  const asked = (query: string, variables: Record<string, unknown> = {}) => ask(url, admin, query, variables)
  return {
    world, admin, ask: asked,
    async connect(double, settings = double.settings) {
      const input = { kind: double.kind, name: `Canal ${double.kind}`, settings: Object.entries(settings).map(([name, value]) => ({ name, value })) }
      const { connectChannel: made } = await asked(CONNECT, { input })
      if (!made.id) throw new Error(`not connected: ${JSON.stringify(made)}`)
      if (double.kind === 'WHATSAPP') await asked(ACCEPT, { input: { channelAccountId: made.id, textVersion: '2026-11' } })
      if (made.provider.webhookUrl) await double.subscribe({ url: made.provider.webhookUrl, secret: made.provider.verifyToken })
      const { startChannel } = await asked(START, { id: made.id })
      if (startChannel.state !== 'LIVE') throw new Error(`not started: ${JSON.stringify(startChannel)}`)
      return made.id
    },
  }
}

/** Waits for something that happens elsewhere; what it is, is in the title of whoever waits. */
export async function until<Result>(look: () => Promise<Result | false | undefined> | Result | false | undefined, patience = 15_000): Promise<Result> {
  const end = performance.now() + patience
  for (;;) {
    const found = await look()
    if (found) return found
    if (performance.now() > end) throw new Error(`It did not happen: ${look.toString().slice(0, 200)}`)
    await sleep(30)
  }
}
