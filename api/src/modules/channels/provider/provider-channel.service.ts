import { LockMode } from '@mikro-orm/core'
import { randomToken, type Sealer } from '../../../platform/crypto.ts'
import { BadInput, Forbidden, NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { ChangedMeanwhile, InvalidInput } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { ChannelAdapter, Settings } from '../adapters/adapter.ts'
import { accountName } from '../account/account-name.ts'
import { ChannelAccount } from '../account/channel-account.entity.ts'
import { mayConfigureChannels } from '../account/channel-account.policy.ts'
import { isProviderKind, type ChannelKind, type ProviderKind } from '../channel-kind.ts'
import { defaultTexts } from '../web/widget-defaults.ts'
import { apart, lastFourOf, openSecrets, sealSecrets } from './channel-secrets.ts'
import { channelSettings, channelTexts } from './channel-settings.ts'
import type { Lines } from './lines.ts'
import { POLICIES_VERSION, policiesVersionOf } from './policies.ts'
import { ChannelExists, PoliciesNotAccepted } from './provider-channel.errors.ts'
import { ProviderChannel, type ChannelTexts } from './provider-channel.entity.ts'
import { policyAcceptances } from './provider-channel.queries.ts'

export interface NewProviderChannel {
  kind: ChannelKind
  name: string
  settings: readonly { name: string; value: string }[]
  tenantName: string
}

export interface ProviderChannelChange {
  channelAccountId: string
  version: number
  name: string
  settings: readonly { name: string; value: string }[]
  texts: readonly ChannelTexts[]
}

const MOST_ACCOUNTS = 100

/** The lines of a tenant's that providers run. Each verb returns the id of the channel account, or why not. */
export class ProviderChannelService {
  readonly #sealer: Sealer
  readonly #lines: Lines

  constructor({ sealer, lines }: { sealer: Sealer; lines: Lines }) {
    this.#sealer = sealer
    this.#lines = lines
  }

  async connect(unit: Unit, input: NewProviderChannel): Promise<string | ChannelExists | InvalidInput> {
    if (!mayConfigureChannels(unit.actor)) throw new Forbidden()
    const adapter = isProviderKind(input.kind) ? this.#lines.adapterOf(input.kind) : undefined
    if (!adapter) return new InvalidInput('kind', 'This kind of channel is not connected to a provider.')
    const name = accountName(input.name)
    if (name instanceof InvalidInput) return name
    const settings = channelSettings(adapter.fields, input.settings)
    if (settings instanceof InvalidInput) return settings
    const key = adapter.accountKey(settings)
    const other = await unit.em.findOne(ProviderChannel, { kind: adapter.kind, accountKey: key })
    if (other) return new ChannelExists(other.channelAccountId)
    if (await unit.em.count(ChannelAccount, {}) >= MOST_ACCOUNTS) return new InvalidInput('name', `At most ${MOST_ACCOUNTS} channels.`)
    return this.#keep(unit, { adapter, name, settings, key, texts: textsFor(input.tenantName) })
  }

  async change(unit: Unit, input: ProviderChannelChange): Promise<string | ChannelExists | ChangedMeanwhile | InvalidInput> {
    const { account, channel, adapter } = await this.#find(unit, input.channelAccountId)
    if (account.version !== input.version) return new ChangedMeanwhile()
    const name = accountName(input.name)
    if (name instanceof InvalidInput) return name
    const texts = channelTexts(input.texts)
    if (texts instanceof InvalidInput) return texts
    const secrets = openSecrets(this.#sealer, account.id, channel.sealed)
    const settings = channelSettings(adapter.fields, input.settings, { ...channel.settings, ...secrets.settings })
    if (settings instanceof InvalidInput) return settings
    const key = adapter.accountKey(settings)
    const other = key === channel.accountKey ? null : await unit.em.findOne(ProviderChannel, { kind: adapter.kind, accountKey: key })
    if (other) return new ChannelExists(other.channelAccountId)
    account.rename(name)
    channel.texts = texts
    channel.accountKey = key
    this.#write(channel, { adapter, settings, verifyToken: secrets.verifyToken })
    unit.audit({ action: 'channel.changed', targetType: 'channel_account', targetId: account.id, detail: { name, settings: input.settings.map(setting => setting.name) } })
    return this.#done(unit, account.id)
  }

  async acceptPolicies(unit: Unit, { channelAccountId, textVersion }: { channelAccountId: string; textVersion: string }): Promise<string | InvalidInput> {
    const { account, adapter } = await this.#find(unit, channelAccountId)
    const { actor, now, tenantId } = unit
    if (actor.kind !== 'MEMBER') throw new Forbidden()
    if (textVersion !== policiesVersionOf(adapter.kind)) return new InvalidInput('textVersion', `The present text is ${POLICIES_VERSION}.`)
    await unit.sql('policy-accept', `insert into policy_acceptance (tenant_id, id, channel_account_id, text_version, member_id, member_name, at)
      select $1, $2, $3, $4, m.id, m.name, $6 from member m where m.tenant_id = $1 and m.id = $5`,
    [tenantId, newId(now), account.id, textVersion, actor.memberId, now])
    unit.audit({ action: 'channel.policies-accepted', targetType: 'channel_account', targetId: account.id, detail: { textVersion } })
    return account.id
  }

  /** Whether it may go live; the provider is asked by whoever calls. */
  async mayStart(unit: Unit, channelAccountId: string): Promise<PoliciesNotAccepted | null> {
    const { adapter } = await this.#find(unit, channelAccountId)
    const version = policiesVersionOf(adapter.kind)
    const [accepted] = version ? await policyAcceptances(unit, [channelAccountId]) : []
    return version && accepted?.textVersion !== version ? new PoliciesNotAccepted() : null
  }

  async start(unit: Unit, channelAccountId: string): Promise<string> {
    const { account, channel } = await this.#find(unit, channelAccountId)
    if (account.state === 'DRAFT') channel.begin()
    return this.#turn(unit, channelAccountId, { state: 'LIVE', action: 'channel.started' })
  }

  /** What is missed from now on is fetched when it goes on. */
  async pause(unit: Unit, channelAccountId: string): Promise<string> {
    const { channel } = await this.#find(unit, channelAccountId)
    channel.missed(unit.now)
    return this.#turn(unit, channelAccountId, { state: 'PAUSED', action: 'channel.paused' })
  }

  async remove(unit: Unit, channelAccountId: string): Promise<string> {
    const { channel } = await this.#find(unit, channelAccountId)
    channel.letGo()
    return this.#turn(unit, channelAccountId, { state: 'REMOVED', action: 'channel.removed' })
  }

  async #turn(unit: Unit, channelAccountId: string, { state, action }: { state: ChannelAccount['state']; action: string }): Promise<string> {
    const { account } = await this.#find(unit, channelAccountId)
    account.turn(state)
    unit.audit({ action, targetType: 'channel_account', targetId: account.id, detail: { name: account.name } })
    return this.#done(unit, account.id)
  }

  async #keep(unit: Unit, { adapter, name, settings, key, texts }: Kept): Promise<string> {
    const { em, tenantId, now } = unit
    const id = newId(now)
    em.create(ChannelAccount, { id, tenantId, kind: adapter.kind, name, state: 'DRAFT', createdAt: now, version: 1 })
    await em.flush()
    const channel = em.create(ProviderChannel, {
      channelAccountId: id, tenantId, kind: adapter.kind, accountKey: key, hookKey: randomToken(24), settings: {}, sealed: '', lastFour: {}, texts,
      providerName: null, address: null, quality: null, checkedAt: null, problem: null, stoppedAt: null, probeAt: null, probes: 0,
      goodAt: null, gapSince: null, gaps: 0,
    })
    this.#write(channel, { adapter, settings, verifyToken: randomToken(24) })
    unit.audit({ action: 'channel.connected', targetType: 'channel_account', targetId: id, detail: { name, kind: adapter.kind } })
    await unit.tell('channel.created', { kind: adapter.kind })
    return this.#done(unit, id)
  }

  #write(channel: ProviderChannel, { adapter, settings, verifyToken }: { adapter: ChannelAdapter; settings: Settings; verifyToken: string }) {
    const { plain, secret } = apart(adapter.fields, settings)
    channel.settings = plain
    channel.lastFour = lastFourOf(secret)
    channel.sealed = sealSecrets(this.#sealer, channel.channelAccountId, { settings: secret, verifyToken })
  }

  async #done(unit: Unit, channelAccountId: string): Promise<string> {
    await unit.em.flush()
    unit.afterCommit(() => this.#lines.forget())
    unit.wake('channel', `${unit.tenantId} ${channelAccountId}`)
    return channelAccountId
  }

  async #find(unit: Unit, id: string) {
    if (!mayConfigureChannels(unit.actor)) throw new Forbidden()
    const account = await unit.em.findOne(ChannelAccount, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    const channel = account && await unit.em.findOne(ProviderChannel, { channelAccountId: id })
    const adapter = channel && this.#lines.adapterOf(channel.kind)
    if (!account || !channel || !adapter) throw new NotFound('The channel')
    if (account.state === 'REMOVED') throw new BadInput('channelAccountId', 'It was let go of.')
    return { account, channel, adapter }
  }
}

interface Kept {
  adapter: ChannelAdapter & { kind: ProviderKind }
  name: string
  settings: Settings
  key: string
  texts: ChannelTexts[]
}

const textsFor = (tenantName: string): ChannelTexts[] =>
  defaultTexts(tenantName).map(({ language, greeting, outOfHours }) => ({ language, greeting, outOfHours }))
