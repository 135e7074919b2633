import { systemActor } from '../../../platform/actor.ts'
import { FreshAnswers } from '../../../platform/fresh-answers.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import { siteByKey, type Site } from '../account/channel-account.queries.ts'
import type { ChannelRules } from './visitor-pass.ts'

/** What its account is called by, wherever one asks across tenants. */
export interface ChannelRef {
  tenantId: string
  channelAccountId: string
}

const RULES = `
  select w.channel_account_id as "channelAccountId", w.allowed_origins as "allowedOrigins",
    w.identity_secret as "identitySecret",
    array(
      select k.id from app_token k where k.tenant_id = w.tenant_id and k.channel_account_id = w.channel_account_id
        and k.revoked_at is null and (k.ends_at is null or k.ends_at > $3)
    ) as "appTokens"
  from unnest($1::uuid[], $2::uuid[]) as asked (tenant_id, channel_account_id)
  join web_channel w on w.tenant_id = asked.tenant_id and w.channel_account_id = asked.channel_account_id`

type RulesRow = ChannelRules & Pick<ChannelRef, 'channelAccountId'>

/** What strangers' pages and visitors' every step ask of the channels: remembered, so that a crowd costs a statement. */
export class Sites {
  readonly #units: Pick<Units, 'readPlatform'>
  readonly #byKey = new FreshAnswers<Site | undefined>({ freshMs: 5000, most: 5000 })
  // Less than a second, so that an origin withdrawn by another process is gone here within one.
  readonly #rules = new FreshAnswers<ChannelRules | undefined>({ freshMs: 800, most: 20_000 })

  constructor({ units }: { units: Pick<Units, 'readPlatform'> }) {
    this.#units = units
  }

  /** For how a chat looks and who may frame it, where a few seconds do not matter. */
  byKey(siteKey: string): Promise<Site | undefined> {
    return this.#byKey.get(siteKey, () => this.#read(unit => siteByKey(unit, siteKey)))
  }

  /** Nothing it says is older than a second. */
  rulesOf(channel: ChannelRef): Promise<ChannelRules | undefined> {
    return this.#rules.get(`${channel.tenantId} ${channel.channelAccountId}`, async () =>
      (await this.presentRules([channel])).get(channel.channelAccountId))
  }

  /** As they are now, by the id of the account. */
  async presentRules(channels: readonly ChannelRef[]): Promise<Map<string, ChannelRules>> {
    const asked = [...new Map(channels.map(channel => [channel.channelAccountId, channel])).values()]
    const values = [asked.map(one => one.tenantId), asked.map(one => one.channelAccountId)]
    const rows = asked.length ? await this.#read(unit => unit.sql<RulesRow>('channel-rules', RULES, [...values, unit.now])) : []
    return new Map(rows.map(row => [row.channelAccountId, row]))
  }

  async #read<Result>(work: (unit: ReadUnit) => Promise<Result>): Promise<Result> {
    await using unit = this.#units.readPlatform({ actor: systemActor() })
    return await work(unit)
  }
}
