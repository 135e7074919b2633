import { setTimeout as sleep } from 'node:timers/promises'
import { systemActor } from '../../../platform/actor.ts'
import type { Sealer } from '../../../platform/crypto.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import type { ServiceReader } from '../../tenancy/index.ts'
import type { Line } from '../adapters/adapter.ts'
import type { SendOutcome } from '../adapters/outgoing.ts'
import type { ChannelInbox } from '../channel-inbox.ts'
import { withCode, withoutCode } from '../codes/code-gap.ts'
import { codeContext } from '../codes/code-outbox.ts'
import { isPassing } from '../inbound/passing-trouble.ts'
import type { ChannelHealth } from '../provider/channel-health.ts'
import type { LineAccount, Lines } from '../provider/lines.ts'
import type { Allowance, Allowances } from './allowance.ts'
import type { SentPart } from './message-progress.ts'
import { OutboundAnswers } from './outbound-answers.ts'
import { OutboundClaim, type Claimed } from './outbound-claim.ts'
import { abandonedOutbound, countUnknown, expiredOutbound, type DueOutbound } from './outbound.store.ts'
import { Silence } from './silence.ts'
import type { StatusService } from './status.service.ts'

export interface OutboundParts {
  units: Pick<Units, 'tenant'>
  lines: Lines
  /** Opens codes in the moment in which they are sent. */
  sealer: Pick<Sealer, 'open'>
  inbox: ChannelInbox
  statuses: StatusService
  health: ChannelHealth
  allowances: Allowances
  /** Everybody is served where it is left out. */
  service?: ServiceReader
  clock: Clock
  random: () => number
  onError: (error: unknown) => void
}

/** Between two tries to store what a call brought. */
const STORE_AGAIN_MS = { first: 100, longest: 5000 }

/** Sends what is due on one account, each person's messages in order, within what the provider allows. */
export class OutboundRun {
  readonly #parts: OutboundParts
  readonly #account: LineAccount
  readonly #allowance: Allowance
  readonly #silence = new Silence()
  readonly #claims: OutboundClaim
  readonly #answers: OutboundAnswers
  /** Persons who are being written to, with the message. */
  readonly #busy = new Map<string, string>()
  readonly #running = new Set<Promise<void>>()
  #isLeaving = false

  constructor(parts: OutboundParts, account: LineAccount) {
    this.#parts = parts
    this.#account = account
    this.#allowance = parts.allowances.of(account.channelAccountId)
    this.#claims = new OutboundClaim(parts, this.#allowance)
    this.#answers = new OutboundAnswers(parts, this.#allowance)
  }

  /** One look at what is due: begins what may begin. How long until the next look is worth it, in milliseconds; undefined when woken is early enough. */
  async look(account: LineAccount): Promise<number | undefined> {
    if (account.state !== 'LIVE') return undefined
    if (account.isStopped) return this.#parts.health.probe(account)
    if (account.pausedUntil && account.pausedUntil > this.#parts.clock()) this.#allowance.pause(account.pausedUntil.getTime())
    const free = this.#allowance.atOnce - this.#running.size
    if (free <= 0 || this.#isLeaving) return undefined
    const claimed = await this.#claim(account, free)
    for (const due of claimed.begun) this.#begin(account, due)
    return claimed.waitMs ?? (claimed.begun.length === free ? 0 : undefined)
  }

  get isSending(): boolean {
    return this.#running.size > 0
  }

  /** Waits for the calls under way. */
  async leave(): Promise<void> {
    this.#isLeaving = true
    await Promise.all(this.#running)
  }

  /** What another process had under way when it ended is unknown; what was unknown for long enough holds up nobody any more. */
  async recover(account: LineAccount): Promise<void> {
    const own = () => [...this.#busy.values()]
    await this.#unit(async unit => {
      const abandoned = await abandonedOutbound(unit, account.channelAccountId, own())
      // Asked again: some of ours may have been claimed while they were looked for.
      for (const outbound of abandoned) if (!own().includes(outbound.messageId)) await this.#answers.abandoned(unit, account, outbound)
      for (const outbound of await expiredOutbound(unit, account.channelAccountId)) await this.#answers.expired(unit, outbound)
    })
  }

  /** They are ours before others can see that they are under way: nobody is to take them for abandoned. */
  async #claim(account: LineAccount, most: number): Promise<Claimed> {
    const held: DueOutbound[] = []
    const hold = (due: DueOutbound) => {
      held.push(due)
      this.#busy.set(due.identityId, due.messageId)
    }
    try {
      const busy = [...this.#busy.keys()]
      return await this.#unit(unit => this.#claims.take(unit, account, { busy, most, hold }))
    } catch (error) {
      for (const due of held) this.#busy.delete(due.identityId)
      throw error
    }
  }

  #begin(account: LineAccount, due: DueOutbound) {
    const running = this.#send(account, due).catch(this.#parts.onError).finally(() => {
      this.#busy.delete(due.identityId)
      this.#running.delete(running)
    })
    this.#running.add(running)
  }

  async #send(account: LineAccount, due: DueOutbound): Promise<void> {
    const index = due.parts!.findIndex(part => part.state === 'SENDING')
    const line = this.#parts.lines.at(account, this.#parts.clock())
    const outcome = await this.#made(account, due, { index, line })
    if (outcome.kind === 'ACCEPTED') this.#allowance.succeeded()
    else this.#allowance.failed()
    const isNews = await this.#stored(unit => this.#answers.took(unit, { account, line, due, index, outcome }))
    const { silentMost: most } = line.profile
    const silent = this.#silence.heard(outcome, { isNews, most })
    if (!silent) return
    await this.#stored(async unit => {
      // Statuses that came meanwhile may have told of them: then the provider is there, and only its answers are not.
      if (outcome.kind !== 'UNKNOWN' || await countUnknown(unit, account.channelAccountId) >= most) await this.#parts.health.stopped(unit, account, silent)
    })
  }

  /** A code stands in its call while it is made, and nowhere before or after. */
  async #made(account: LineAccount, { messageId, parts, sealed }: DueOutbound, { index, line }: { index: number; line: Line }): Promise<SendOutcome> {
    const part = parts![index]!
    if (!sealed) return this.#call(account, part, line)
    const code = this.#parts.sealer.open(sealed, codeContext(messageId))
    return withoutCode(await this.#call(account, withCode(part, code), line), code)
  }

  /** Adapters do not throw; should one, nobody knows how far it had come. */
  async #call(account: LineAccount, part: SentPart, line: Line): Promise<SendOutcome> {
    try {
      const files = part.fileIds.length ? await this.#parts.inbox.files(this.#account.tenantId, part.fileIds) : []
      return await account.adapter.send(part, files, line)
    } catch (error) {
      this.#parts.onError(error)
      return { kind: 'UNKNOWN', failure: { code: 'ADAPTER', message: (error as Error).message } }
    }
  }

  /** What the provider answered is known nowhere else: it waits for the database here, and the person with it. */
  async #stored<Result>(work: (unit: Unit) => Promise<Result>): Promise<Result> {
    for (let waitMs = STORE_AGAIN_MS.first;; waitMs = Math.min(waitMs * 2, STORE_AGAIN_MS.longest)) {
      try {
        return await this.#unit(work)
      } catch (error) {
        if (this.#isLeaving || !isPassing(error)) throw error
        this.#parts.onError(error)
        await sleep(waitMs)
      }
    }
  }

  #unit<Result>(work: (unit: Unit) => Promise<Result>): Promise<Result> {
    const { tenantId } = this.#account
    return this.#parts.units.tenant({ tenantId, actor: systemActor(tenantId) }, work)
  }
}
