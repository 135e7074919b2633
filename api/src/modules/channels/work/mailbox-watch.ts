import { isDeepStrictEqual } from 'node:util'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemActor } from '../../../platform/actor.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import type { Mailbox, Settings } from '../adapters/adapter.ts'
import { storeDelivery } from '../inbound/delivery.store.ts'
import type { ChannelHealth } from '../provider/channel-health.ts'
import type { LineAccount, Lines } from '../provider/lines.ts'
import { rememberPlace } from '../provider/provider-channel.queries.ts'

export interface MailboxWatchParts {
  units: Pick<Units, 'tenant'>
  lines: Lines
  health: ChannelHealth
  clock: Clock
  onError: (error: unknown) => void
}

/** Before the codes of what keeps a mailbox from receiving. */
const TROUBLE = 'IMAP_'
const RECONNECT_MS = { first: 1000, longest: 60_000 }

/** Receives for an account without webhooks, as long as it is ours; a connection that breaks is made again. */
export class MailboxWatch {
  readonly #parts: MailboxWatchParts
  readonly #leaving = new AbortController()
  #running?: Promise<void>
  /** The connection that is open or being made: by which settings, and how to end it. */
  #connection?: { settings: Settings; end: AbortController }

  constructor(parts: MailboxWatchParts) {
    this.#parts = parts
  }

  get isRunning(): boolean {
    return this.#running !== undefined
  }

  /** Where it receives already, by other settings, it begins anew with these. */
  begin(account: LineAccount): void {
    if (!account.adapter.receive || account.state === 'DRAFT' || this.#leaving.signal.aborted) return
    if (this.#connection && !isDeepStrictEqual(this.#connection.settings, account.settings)) this.#connection.end.abort()
    this.#running ??= this.#watch(account).finally(() => { this.#running = undefined })
  }

  /** The account is let go of. */
  end(): void {
    this.#connection?.end.abort()
  }

  async leave(): Promise<void> {
    this.#leaving.abort()
    await this.#running
  }

  async #watch({ tenantId, channelAccountId }: LineAccount): Promise<void> {
    for (let waitMs = RECONNECT_MS.first; !this.#leaving.signal.aborted;) {
      const account = await this.#parts.lines.byId(tenantId, channelAccountId)
      if (!account || account.state === 'REMOVED' || account.state === 'DRAFT') return
      const began = performance.now()
      const end = new AbortController()
      this.#connection = { settings: account.settings, end }
      const signal = AbortSignal.any([this.#leaving.signal, end.signal])
      await account.adapter.receive!(this.#parts.lines.at(account, this.#parts.clock()), this.#mailboxOf(account), signal).catch(this.#parts.onError)
      // New settings deserve a try at once.
      if (end.signal.aborted || performance.now() - began > RECONNECT_MS.longest) waitMs = RECONNECT_MS.first
      await sleep(waitMs, undefined, { signal, ref: false }).catch(() => {})
      waitMs = end.signal.aborted ? RECONNECT_MS.first : Math.min(waitMs * 2, RECONNECT_MS.longest)
    }
  }

  #mailboxOf(account: LineAccount): Mailbox {
    const { channelAccountId, place } = account
    let isTroubled = account.problemCode?.startsWith(TROUBLE) ?? false
    return {
      place,
      trouble: (problem: { code: string; message: string } | null) => {
        if (problem || isTroubled) void this.#tellTrouble(account, problem).catch(this.#parts.onError)
        isTroubled = problem !== null
      },
      store: ({ key, body, headers = {} }) => this.#unit(account, unit => storeDelivery(unit, { channelAccountId, key, body, headers })),
      remember: async (at: string) => {
        await this.#unit(account, unit => rememberPlace(unit, channelAccountId, at))
        this.#parts.lines.forget()
      },
    }
  }

  /** A mailbox that works again says nothing of the way out: the account is asked as a whole. */
  async #tellTrouble(account: LineAccount, problem: { code: string; message: string } | null): Promise<void> {
    const { health } = this.#parts
    const checked = problem ? { isGood: false, problem: { ...problem, code: TROUBLE + problem.code } } : await health.ask(account)
    await this.#unit(account, unit => health.checked(unit, account.channelAccountId, checked))
  }

  #unit<Result>({ tenantId }: LineAccount, work: (unit: Unit) => Promise<Result>): Promise<Result> {
    return this.#parts.units.tenant({ tenantId, actor: systemActor(tenantId) }, work)
  }
}
