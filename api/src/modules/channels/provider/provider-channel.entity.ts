import { defineEntity, p } from '@mikro-orm/core'
import type { Language } from '../../../platform/language.ts'
import type { CheckedLine } from '../adapters/adapter.ts'
import type { ChannelFailure } from '../adapters/update.ts'
import type { ProviderKind } from '../channel-kind.ts'

export interface ChannelTexts {
  language: Language
  greeting: string
  outOfHours: string
}

const ProviderChannelSchema = defineEntity({
  name: 'ProviderChannel',
  tableName: 'provider_channel',
  properties: {
    channelAccountId: p.uuid().primary(),
    tenantId: p.uuid(),
    kind: p.string().$type<ProviderKind>(),
    accountKey: p.text().nullable(),
    hookKey: p.text(),
    settings: p.json().$type<Record<string, string>>(),
    sealed: p.text(),
    lastFour: p.json().$type<Record<string, string>>(),
    texts: p.json().$type<ChannelTexts[]>(),
    providerName: p.text().nullable(),
    address: p.text().nullable(),
    quality: p.text().nullable(),
    checkedAt: p.datetime().nullable(),
    problem: p.json().$type<ChannelFailure>().nullable(),
    stoppedAt: p.datetime().nullable(),
    probeAt: p.datetime().nullable(),
    probes: p.smallint(),
    goodAt: p.datetime().nullable(),
    gapSince: p.datetime().nullable(),
    gaps: p.integer(),
  },
})

const FIRST_PROBE_MS = 60_000
const LONGEST_PROBE_MS = 3_600_000

/** An account that a provider runs: what is known of it, and whether it can be worked with. */
export class ProviderChannel extends ProviderChannelSchema.class {
  /** What the provider says of itself; what it leaves out stays as it was. */
  checked({ isGood, name, address, quality, problem, settings }: CheckedLine, now: Date) {
    if (settings) this.settings = { ...this.settings, ...settings }
    this.checkedAt = now
    this.problem = isGood ? null : problem ?? { code: 'UNKNOWN', message: 'The provider did not say why.' }
    this.providerName = name ?? this.providerName
    this.address = address ?? this.address
    this.quality = quality ?? this.quality
    if (isGood) this.goodAt = now
    else if (this.goodAt) this.missed(this.goodAt)
  }

  /** From then on something may have been told that nobody heard. */
  missed(since: Date) {
    this.gapSince = this.gapSince && this.gapSince < since ? this.gapSince : since
    this.gaps += 1
  }

  /** Listened to from now on: what was told before is none of ours. */
  begin() {
    this.gapSince = null
  }

  /** The provider refuses everything: nothing is sent until a probe says otherwise. */
  stop(problem: ChannelFailure, now: Date) {
    this.stoppedAt ??= now
    this.problem = problem
    this.probeAt = new Date(now.getTime() + Math.min(FIRST_PROBE_MS * 2 ** this.probes, LONGEST_PROBE_MS))
    this.probes = Math.min(this.probes + 1, 10)
  }

  recover() {
    this.stoppedAt = null
    this.probeAt = null
    this.probes = 0
    this.problem = null
  }

  letGo() {
    this.accountKey = null
  }
}
ProviderChannelSchema.setClass(ProviderChannel)
