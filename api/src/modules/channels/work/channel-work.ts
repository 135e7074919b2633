import type { Broadcast } from '../../../platform/broadcast.ts'
import { systemActor } from '../../../platform/actor.ts'
import { newId } from '../../../platform/ids.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import { AccountWork, type AccountWorkParts } from './account-work.ts'
import { listening } from './gap.store.ts'

export interface ChannelWorkParts extends Omit<AccountWorkParts, 'holder'> {
  units: Pick<Units, 'tenant' | 'read' | 'platform' | 'readPlatform'>
  broadcast: Broadcast
}

const LOOK_MS = 1000
const TEND_MS = 3000
/** Nobody has looked around for so long: nobody took what was told either. */
const DEAF_MS = 5000

// What a process that ended left, what is due by now, mailboxes to watch, lines to ask again, what was missed.
const TO_DO = `
  select tenant_id as "tenantId", channel_account_id as "channelAccountId" from channel_delivery where processed_at is null
  union select tenant_id, channel_account_id from outbound_message where state in ('QUEUED', 'SENDING', 'UNKNOWN') and due_at <= now()
  union select tenant_id, channel_account_id from provider_channel where probe_at <= now()
  union select p.tenant_id, p.channel_account_id from provider_channel p
    join channel_account a on a.tenant_id = p.tenant_id and a.id = p.channel_account_id where p.kind = 'EMAIL' and a.state in ('LIVE', 'PAUSED')
  union select p.tenant_id, p.channel_account_id from provider_channel p
    join channel_account a on a.tenant_id = p.tenant_id and a.id = p.channel_account_id
    where p.gap_since is not null and p.problem is null and a.state = 'LIVE' and p.kind = any ($1)`

/** Works for the accounts of all tenants, each by itself: one that is slow keeps no other waiting. */
export class ChannelWork {
  readonly #parts: ChannelWorkParts
  readonly #holder = newId()
  readonly #works = new Map<string, AccountWork>()
  #stopHearing?: () => void
  #looking?: NodeJS.Timeout
  #tending?: NodeJS.Timeout
  #look?: Promise<void>

  constructor(parts: ChannelWorkParts) {
    this.#parts = parts
  }

  start(): void {
    this.#stopHearing = this.#parts.broadcast.hear<string>('channel', about => {
      const [tenantId, channelAccountId] = about.split(' ') as [string, string]
      this.#wake(tenantId, channelAccountId)
    })
    this.#looking = setInterval(() => { this.#look ??= this.#lookAround().finally(() => { this.#look = undefined }) }, LOOK_MS)
    this.#tending = setInterval(() => this.#tend(), TEND_MS)
  }

  async stop(): Promise<void> {
    this.#stopHearing?.()
    clearInterval(this.#looking)
    clearInterval(this.#tending)
    await this.#look
    await Promise.all([...this.#works.values()].map(work => work.leave()))
  }

  async #lookAround(): Promise<void> {
    try {
      const kinds = this.#parts.lines.kinds.filter(adapter => adapter.backfill).map(({ kind }) => kind)
      await this.#parts.units.platform({ actor: systemActor() }, unit => listening(unit, { deafMs: DEAF_MS, kinds }))
      await using unit: ReadUnit & AsyncDisposable = this.#parts.units.readPlatform({ actor: systemActor() })
      const found = await unit.sql<{ tenantId: string; channelAccountId: string }>('channel-to-do', TO_DO, [kinds])
      for (const { tenantId, channelAccountId } of found) this.#wake(tenantId, channelAccountId)
    } catch (error) {
      this.#parts.onError(error)
    }
  }

  #tend() {
    for (const [id, work] of this.#works) {
      if (work.isIdle) this.#works.delete(id)
      void (work.isIdle ? work.leave() : work.tend()).catch(this.#parts.onError)
    }
  }

  #wake(tenantId: string, channelAccountId: string) {
    const known = this.#works.get(channelAccountId)
    const work = known ?? new AccountWork({ ...this.#parts, holder: this.#holder }, { tenantId, channelAccountId })
    if (!known) this.#works.set(channelAccountId, work)
    work.wake()
  }
}
