import { systemActor } from '../../../platform/actor.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import type { DeliveryRun } from '../inbound/delivery.run.ts'
import { OutboundRun, type OutboundParts } from '../outbound/outbound.run.ts'
import type { LineAccount, Lines } from '../provider/lines.ts'
import { giveUpLease, takeLease } from './channel-lease.store.ts'
import { GapFilling } from './gap-filling.ts'
import { MailboxWatch } from './mailbox-watch.ts'

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

/** The work for one account, while it is this process's: what comes, what goes, and the mailbox. */
export class AccountWork {
  readonly #parts: AccountWorkParts
  readonly #ref: { tenantId: string; channelAccountId: string }
  readonly #leaving = new AbortController()
  readonly #gap: GapFilling
  readonly #mailbox: MailboxWatch
  #outbound?: OutboundRun
  #leasedUntil = 0
  #isWoken = false
  #wokenAt = performance.now()
  #turn?: Promise<void>
  #later?: NodeJS.Timeout

  constructor(parts: AccountWorkParts, ref: { tenantId: string; channelAccountId: string }) {
    this.#parts = parts
    this.#ref = ref
    this.#gap = new GapFilling(parts)
    this.#mailbox = new MailboxWatch(parts)
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
    return !this.#turn && !this.#mailbox.isRunning && !this.#gap.isRunning && !this.#outbound?.isSending && performance.now() - this.#wokenAt > IDLE_MS
  }

  /** Ends what is under way, and lets another process go on at once. */
  async leave(): Promise<void> {
    this.#leaving.abort()
    clearTimeout(this.#later)
    await this.#turn
    await this.#gap.leave()
    await this.#outbound?.leave()
    await this.#mailbox.leave()
    if (this.#leasedUntil) await this.#unit(unit => giveUpLease(unit, this.#ref.channelAccountId, this.#parts.holder)).catch(() => {})
  }

  async #turns(): Promise<void> {
    while (this.#isWoken && !this.#leaving.signal.aborted) {
      this.#isWoken = false
      const account = await this.#parts.lines.byId(this.#ref.tenantId, this.#ref.channelAccountId)
      if (account?.state === 'REMOVED') this.#mailbox.end()
      if (!account || account.state === 'REMOVED' || !await this.#isOurs(account)) return
      this.#mailbox.begin(account)
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

  #unit<Result>(work: (unit: Unit) => Promise<Result>): Promise<Result> {
    const { tenantId } = this.#ref
    return this.#parts.units.tenant({ tenantId, actor: systemActor(tenantId) }, work)
  }
}
