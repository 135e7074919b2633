import { systemActor } from '../../../platform/actor.ts'
import { hmac, type Sealer } from '../../../platform/crypto.ts'
import { FreshAnswers } from '../../../platform/fresh-answers.ts'
import type { OutsideGuard } from '../../../platform/outside/outside-guard.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import type { ChannelAdapter, Line, Settings } from '../adapters/adapter.ts'
import { profileAt, profilesOf, type ChannelProfile } from '../adapters/profile.ts'
import type { ProviderHttp } from '../adapters/provider-http.ts'
import type { ChannelState } from '../account/channel-account.entity.ts'
import type { OtherAccount } from '../adapters/update.ts'
import type { ProviderKind } from '../channel-kind.ts'
import { openSecrets } from './channel-secrets.ts'
import type { ChannelTexts } from './provider-channel.entity.ts'

/** An account of a provider's as the work on it needs it: secrets are open, in memory alone. */
export interface LineAccount {
  tenantId: string
  channelAccountId: string
  kind: ProviderKind
  state: ChannelState
  adapter: ChannelAdapter
  settings: Settings
  verifyToken: string
  hookKey: string
  texts: ChannelTexts[]
  isStopped: boolean
  /** The provider takes nothing before. */
  pausedUntil: Date | null
  /** Of what the last check found wrong. */
  problemCode: string | null
  place: string | null
  /** From when on something may have been missed that can be fetched by now, and how many times that was found. */
  gapSince: Date | null
  gaps: number
}

export interface LinesOptions {
  units: Pick<Units, 'readPlatform'>
  sealer: Sealer
  adapters: Partial<Record<ProviderKind, ChannelAdapter>>
  http: ProviderHttp
  /** Laid over the profiles that are shipped, by kind. */
  profiles?: Partial<Record<ProviderKind, Partial<ChannelProfile>[]>>
  publicUrl: () => string
  /** Where lines that do not speak HTTP may go, and what signs for all accounts; see `Line`. */
  guard?: OutsideGuard
  signingKey?: Buffer
}

const COLUMNS = `
  p.tenant_id as "tenantId", p.channel_account_id as "channelAccountId", p.kind, a.state, p.settings, p.sealed,
  p.hook_key as "hookKey", p.texts, p.stopped_at is not null as "isStopped", p.paused_until as "pausedUntil", p.problem->>'code' as "problemCode", p.place,
  case when p.problem is null then p.gap_since end as "gapSince", p.gaps`
const FROM = 'provider_channel p join channel_account a on a.tenant_id = p.tenant_id and a.id = p.channel_account_id'

type Row = Omit<LineAccount, 'adapter' | 'verifyToken'> & { sealed: string }

/** The accounts of all tenants as those who work for them ask for them: remembered for a moment. */
export class Lines {
  readonly #options: LinesOptions
  readonly #profiles: Map<ProviderKind, ChannelProfile[]>
  // Less than a second, so that a line that was paused or given a new secret elsewhere is so here within one.
  readonly #known = new FreshAnswers<LineAccount | undefined>({ freshMs: 800, most: 10_000 })

  constructor(options: LinesOptions) {
    this.#options = options
    const { adapters, profiles = {} } = options
    this.#profiles = new Map(Object.values(adapters).map(adapter => [adapter.kind, profilesOf(adapter.profiles, profiles[adapter.kind])]))
  }

  byHookKey(hookKey: string): Promise<LineAccount | undefined> {
    return this.#known.get(`hook ${hookKey}`, () => this.#read('line-by-hook-key', 'p.hook_key = $1', [hookKey]))
  }

  byId(tenantId: string, channelAccountId: string): Promise<LineAccount | undefined> {
    return this.#known.get(`id ${channelAccountId}`, () =>
      this.#read('line-by-id', 'p.tenant_id = $1 and p.channel_account_id = $2', [tenantId, channelAccountId]))
  }

  /** Another account of the same tenant and kind, by the digits of a setting that is no secret. */
  sibling({ tenantId, kind }: Pick<LineAccount, 'tenantId' | 'kind'>, { setting, value }: OtherAccount): Promise<LineAccount | undefined> {
    return this.#known.get(`sibling ${tenantId} ${kind} ${setting} ${value}`, () => this.#read('line-sibling', `p.tenant_id = $1 and p.kind = $2
      and p.account_key is not null and a.state in ('LIVE', 'PAUSED') and regexp_replace(p.settings->>$3, '\\D', '', 'g') = $4 order by p.channel_account_id limit 1`,
    [tenantId, kind, setting, value.replace(/\D/g, '')]))
  }

  /** What was changed here is so at once. */
  forget(): void {
    this.#known.clear()
  }

  adapterOf(kind: string): ChannelAdapter | undefined {
    return this.#options.adapters[kind as ProviderKind]
  }

  get kinds(): ChannelAdapter[] {
    return Object.values(this.#options.adapters)
  }

  /** The account at work, at a moment. */
  at(account: Pick<LineAccount, 'channelAccountId' | 'kind' | 'settings' | 'hookKey'>, now: Date): Line {
    const { channelAccountId, kind, settings } = account
    const { http, publicUrl, guard, signingKey } = this.#options
    return {
      channelAccountId, settings, profile: this.profileOf(kind, now), http, now, publicUrl: publicUrl(), webhookUrl: this.webhookUrl(account.hookKey),
      guard, signingKey: signingKey && hmac(signingKey, channelAccountId),
    }
  }

  profileOf(kind: ProviderKind, now: Date): ChannelProfile {
    return profileAt(this.#profiles.get(kind)!, now.toISOString().slice(0, 10))!
  }

  webhookUrl(hookKey: string): string {
    return `${this.#options.publicUrl()}/hooks/${hookKey}`
  }

  async #read(name: string, where: string, values: unknown[]): Promise<LineAccount | undefined> {
    await using unit = this.#options.units.readPlatform({ actor: systemActor() })
    const [row] = await (unit as ReadUnit).sql<Row>(name, `select ${COLUMNS} from ${FROM} where ${where}`, values)
    const adapter = row && this.adapterOf(row.kind)
    if (!row || !adapter) return undefined
    const { sealed, ...account } = row
    const { settings, verifyToken } = openSecrets(this.#options.sealer, row.channelAccountId, sealed)
    return { ...account, adapter, settings: { ...row.settings, ...settings }, verifyToken }
  }
}
