import type { Broadcast } from '../../platform/broadcast.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Jobs } from '../../platform/jobs.ts'
import type { Sealer } from '../../platform/crypto.ts'
import type { OutsideGuard } from '../../platform/outside/outside-guard.ts'
import type { Unit } from '../../platform/unit.ts'
import type { Units } from '../../platform/units.ts'
import type { ServiceReader } from '../tenancy/index.ts'
import type { ChannelAdapter } from './adapters/adapter.ts'
import { providerHttp, type ProviderHttp } from './adapters/provider-http.ts'
import type { ChannelProfile } from './adapters/profile.ts'
import type { ChannelInbox } from './channel-inbox.ts'
import type { ProviderKind } from './channel-kind.ts'
import { CodeOutbox } from './codes/code-outbox.ts'
import { BacklogWatch, type BacklogLimits } from './inbound/backlog-watch.ts'
import { ChannelUpdates } from './inbound/channel-updates.ts'
import { DeliveryRun } from './inbound/delivery.run.ts'
import { LeftAsideCount, type CountedAside } from './inbound/left-aside-count.ts'
import { QuarantineResolver } from './inbound/quarantine.resolver.ts'
import { QuarantineService } from './inbound/quarantine.service.ts'
import { Allowances } from './outbound/allowance.ts'
import { ChannelSignals } from './outbound/channel-signals.ts'
import { StatusService } from './outbound/status.service.ts'
import { ChannelCheckService } from './provider/channel-check.service.ts'
import { ChannelHealth } from './provider/channel-health.ts'
import type { NewAlarm } from './provider/channel-alarm.store.ts'
import { openSecrets } from './provider/channel-secrets.ts'
import { Lines, type LineAccount } from './provider/lines.ts'
import { ChannelExistsResolver, ChannelHealthResolver, ProviderChannelFieldsResolver, ProviderChannelResolver } from './provider/provider-channel.resolver.ts'
import { ProviderChannelService } from './provider/provider-channel.service.ts'
import { AccountTemplatesResolver, TemplateResolver } from './templates/template.resolver.ts'
import { TemplateService } from './templates/template.service.ts'
import { AccountRounds } from './work/account-rounds.ts'
import { ChannelWork } from './work/channel-work.ts'

export interface ProviderChannelsParts {
  units: Units
  jobs: Jobs
  sealer: Sealer
  broadcast: Broadcast
  clock: Clock
  publicUrl: () => string
  adapters: Partial<Record<ProviderKind, ChannelAdapter>>
  profiles?: Partial<Record<ProviderKind, Partial<ChannelProfile>[]>>
  http?: ProviderHttp
  guard?: OutsideGuard
  signingKey?: Buffer
  backlog: BacklogLimits
  service: ServiceReader
  /** Known once the modules above are built. */
  inbox: () => ChannelInbox
  tellAlarm: (unit: Unit, alarm: NewAlarm) => Promise<void>
  onError: (error: unknown) => void
  onAside: (counted: CountedAside) => void
}

/** Everything about channels that providers run. */
export function createProviderChannels({ units, jobs, sealer, broadcast, clock, publicUrl, adapters, profiles, http = providerHttp, guard, signingKey, backlog, service, inbox: inboxOf, tellAlarm, onError, onAside }: ProviderChannelsParts) {
  const lines = new Lines({ units, sealer, adapters, http, profiles, publicUrl, guard, signingKey })
  const inbox = later(inboxOf)
  // Best effort: a button that goes on turning on somebody's phone is no reason to do anything again.
  const acknowledge = (account: LineAccount, externalId: string) =>
    void account.adapter.acknowledge?.({ externalId }, lines.at(account, clock())).catch(() => {})
  const allowances = new Allowances()
  const signals = new ChannelSignals({ lines, allowances, clock })
  const health = new ChannelHealth({ units, lines, clock, tell: tellAlarm })
  const statuses = new StatusService({ inbox, lines })
  const updates = new ChannelUpdates({ inbox, statuses, health, acknowledge, aside: new LeftAsideCount(onAside) })
  const deliveries = new DeliveryRun({ units, lines, updates, health, clock, onError })
  const work = new ChannelWork({ units, lines, sealer, inbox, statuses, health, allowances, service, clock, random: Math.random, onError, deliveries, broadcast })
  const channels = new ProviderChannelService({ sealer, lines })
  const templates = new TemplateService({ lines, units, inbox })
  const checks = new ChannelCheckService({ channels, health, lines })
  const watch = new BacklogWatch({ units, health, limits: backlog })
  jobs.handle('channels.backlog', () => watch.look()).every('* * * * *', 'channels.backlog', {})
  schedule(new AccountRounds({ units, lines, jobs, random: Math.random }), { health, templates, clock })
  return {
    lines, health, work, signals, codes: new CodeOutbox({ lines: () => lines, sealer }),
    resolvers: [
      new ProviderChannelResolver({ channels, checks, lines }),
      new ProviderChannelFieldsResolver({ lines, verifyTokenOf: row => openSecrets(sealer, row.channelAccountId, row.sealed).verifyToken }),
      new ChannelHealthResolver(), new ChannelExistsResolver(), new QuarantineResolver(new QuarantineService({ units, lines, updates })),
      new TemplateResolver(templates), new AccountTemplatesResolver(),
    ] as object[],
  }
}

const MINUTE_MS = 60_000

/** Spread over a little less than the time between two rounds. */
function schedule(rounds: AccountRounds, { health, templates, clock }: { health: ChannelHealth; templates: TemplateService; clock: Clock }) {
  rounds.every({
    name: 'channels.watch', at: '*/10 * * * *', spreadMs: 8 * MINUTE_MS,
    isFor: ({ connect, backfill }) => Boolean(connect ?? backfill), work: account => health.watch(account),
  })
  rounds.every({
    name: 'channels.sync-templates', at: '7 * * * *', spreadMs: 50 * MINUTE_MS,
    isFor: adapter => adapter.templates !== undefined, work: account => templates.syncBySelf(account, clock()),
  })
}

export type ProviderChannels = ReturnType<typeof createProviderChannels>

/** The module above is built on this one, and this one tells it: each verb finds it when it is called. */
const later = (inboxOf: () => ChannelInbox): ChannelInbox => new Proxy({} as ChannelInbox, {
  get: (_target, verb: keyof ChannelInbox) => (...args: unknown[]) => (inboxOf()[verb] as (...given: unknown[]) => unknown).apply(inboxOf(), args),
})
