import { setTimeout as sleep } from 'node:timers/promises'
import { systemActor } from '../../../platform/actor.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import { storeDelivery } from '../inbound/delivery.store.ts'
import type { DeliveryRun } from '../inbound/delivery.run.ts'
import { OutboundRun, type OutboundParts } from '../outbound/outbound.run.ts'
import type { LineAccount, Lines } from '../provider/lines.ts'
import { rememberPlace } from '../provider/provider-channel.queries.ts'
import { giveUpLease, takeLease } from './channel-lease.store.ts'
import { GapFilling } from './gap-filling.ts'

export interface AccountWorkParts extends OutboundParts {
  units: Pick<Units, 'tenant' | 'read'>
  lines: Lines
  deliveries: DeliveryRun
  holder: string
}

const LEASE_MS = 10_000
const RENEW_MS = 3000
const LEFT_MS = 1000
const IDLE_MS = 30_000
const RECONNECT_MS = { first: 1000, longest: 60_000 }

/** The work for one account, while it is this process's: what comes, what goes, and the mailbox. */
export class AccountWork {
  readonly #parts: AccountWorkParts
  readonly #ref: { tenantId: string; channelAccountId: string }
  readonly #leaving = new AbortController()
  readonly #gap: GapFilling
  #outbound?: OutboundRun
  #mailbox?: Promise<void>
  #leasedUntil = 0
  #isWoken = false
  #wokenAt = performance.now()
  #turn?: Promise<void>
  #later?: NodeJS.Timeout

  constructor(parts: AccountWorkParts, ref: { tenantId: string; channelAccountId: string }) {
    this.#parts = parts
    this.#ref = ref
    this.#gap = new GapFilling(parts)
  }

  /** There is something to do. Many calls are one turn. */
  wake(): void {
    this.#isWoken = true
    this.#wokenAt = performance.now()
    this.#turn ??= this.#turns().catch(this.#parts.onError).finally(() => {
      this.#turn = undefined
      if (this.#isWoken && !this.#leaving.signal.aborted) this.wake()
    })
  }

  /** Nothing came or went for a while: somebody else may as well begin with the next. */
  get isIdle(): boolean {
    return !this.#turn && !this.#mailbox && !this.#gap.isRunning && !this.#outbound?.isSending && performance.now() - this.#wokenAt > IDLE_MS
  }

  /** Ends what is under way, and lets another process go on at once. */
  async leave(): Promise<void> {
    this.#leaving.abort()
    clearTimeout(this.#later)
    await this.#turn
    await this.#gap.leave()
    await this.#outbound?.leave()
    await this.#mailbox
    if (this.#leasedUntil) await this.#unit(unit => giveUpLease(unit, this.#ref.channelAccountId, this.#parts.holder)).catch(() => {})
  }

  async #turns(): Promise<void> {
    while (this.#isWoken && !this.#leaving.signal.aborted) {
      this.#isWoken = false
      const account = await this.#parts.lines.byId(this.#ref.tenantId, this.#ref.channelAccountId)
      if (!account || account.state === 'REMOVED' || !await this.#isOurs(account)) return
      this.#receive(account)
      this.#gap.begin(account)
      const [isLeft, waitMs] = await Promise.all([this.#parts.deliveries.run(account), this.#outbound!.look(account)])
      this.#lookAgain(isLeft ? LEFT_MS : waitMs)
    }
  }

  #lookAgain(waitMs: number | undefined) {
    if (waitMs === undefined) return
    if (waitMs <= 0) return void (this.#isWoken = true)
    clearTimeout(this.#later)
    this.#later = setTimeout(() => this.wake(), waitMs)
    this.#later.unref()
  }

  /** Whoever comes to have an account sees first to what its last holder left. */
  async #isOurs(account: LineAccount): Promise<boolean> {
    const now = performance.now()
    if (now < this.#leasedUntil - RENEW_MS) return true
    const isLapsed = now > this.#leasedUntil
    const { holder } = this.#parts
    const isOurs = await this.#unit(unit => takeLease(unit, { channelAccountId: account.channelAccountId, holder, forMs: LEASE_MS }))
    this.#leasedUntil = isOurs ? now + LEASE_MS : 0
    if (!isOurs) return false
    this.#outbound ??= new OutboundRun(this.#parts, account)
    if (isLapsed) await this.#outbound.recover(account)
    return true
  }

  /** Looks after the lease, and after what was unknown for long enough. Called now and then. */
  async tend(): Promise<void> {
    const account = await this.#parts.lines.byId(this.#ref.tenantId, this.#ref.channelAccountId)
    if (account && this.#leasedUntil && await this.#isOurs(account)) await this.#outbound!.recover(account)
  }

  #receive(account: LineAccount) {
    if (!account.adapter.receive || account.state === 'DRAFT' || this.#mailbox) return
    this.#mailbox = this.#watch().finally(() => { this.#mailbox = undefined })
  }

  /** As long as the account is ours; a connection that breaks is made again. */
  async #watch(): Promise<void> {
    const { signal } = this.#leaving
    for (let waitMs = RECONNECT_MS.first; !signal.aborted; waitMs = Math.min(waitMs * 2, RECONNECT_MS.longest)) {
      const account = await this.#parts.lines.byId(this.#ref.tenantId, this.#ref.channelAccountId)
      if (!account || account.state === 'REMOVED' || account.state === 'DRAFT') return
      const began = performance.now()
      await account.adapter.receive!(this.#parts.lines.at(account, this.#parts.clock()), this.#mailboxOf(account), signal).catch(this.#parts.onError)
      if (performance.now() - began > RECONNECT_MS.longest) waitMs = RECONNECT_MS.first
      await sleep(waitMs, undefined, { signal, ref: false }).catch(() => {})
    }
  }

  #mailboxOf(account: LineAccount) {
    const { channelAccountId, place } = account
    let isTroubled = false
    return {
      place,
      trouble: (problem: { code: string; message: string } | null) => {
        if (problem || isTroubled) void this.#tellTrouble(account, problem).catch(this.#parts.onError)
        isTroubled = problem !== null
      },
      store: ({ key, body, headers = {} }: { key: string; body: Buffer; headers?: Record<string, string> }) =>
        this.#unit(unit => storeDelivery(unit, { channelAccountId, key, body, headers })),
      remember: async (at: string) => {
        await this.#unit(unit => rememberPlace(unit, channelAccountId, at))
        this.#parts.lines.forget()
      },
    }
  }

  /** A mailbox that works again says nothing of the way out: the account is asked as a whole. */
  async #tellTrouble(account: LineAccount, problem: { code: string; message: string } | null): Promise<void> {
    const { health } = this.#parts
    const checked = problem ? { isGood: false, problem: { ...problem, code: `IMAP_${problem.code}` } } : await health.ask(account)
    await this.#unit(unit => health.checked(unit, account.channelAccountId, checked))
  }

  #unit<Result>(work: (unit: Unit) => Promise<Result>): Promise<Result> {
    const { tenantId } = this.#ref
    return this.#parts.units.tenant({ tenantId, actor: systemActor(tenantId) }, work)
  }
}
