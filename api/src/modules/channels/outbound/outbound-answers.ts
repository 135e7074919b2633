import type { Unit } from '../../../platform/unit.ts'
import type { Line } from '../adapters/adapter.ts'
import type { SendOutcome } from '../adapters/outgoing.ts'
import type { ChannelFailure } from '../adapters/update.ts'
import type { ChannelHealth } from '../provider/channel-health.ts'
import type { LineAccount, Lines } from '../provider/lines.ts'
import { pauseAccount } from '../provider/provider-channel.queries.ts'
import type { Allowance } from './allowance.ts'
import { waitAfter } from './backoff.ts'
import type { SentPart } from './message-progress.ts'
import { lockOutbound, saveOutbound, type DueOutbound, type Outbound, type PartAt } from './outbound.store.ts'
import type { StatusService } from './status.service.ts'

interface Parts {
  lines: Lines
  statuses: StatusService
  health: ChannelHealth
  random: () => number
}

export interface Answer {
  account: LineAccount
  line: Line
  due: DueOutbound
  /** Which part was sent. */
  index: number
  outcome: SendOutcome
}

type Retry = Extract<SendOutcome, { kind: 'RETRY' }>

const PROCESS_ENDED = { code: 'PROCESS_ENDED', message: 'The process that sent it ended before the provider answered.' }

/** What calls brought, and what becomes of those of which nobody knows. */
export class OutboundAnswers {
  readonly #parts: Parts
  readonly #allowance: Allowance

  constructor(parts: Parts, allowance: Allowance) {
    this.#parts = parts
    this.#allowance = allowance
  }

  /** A status that was faster has said more already: the further one stays. False where it was no news any more. */
  async took(unit: Unit, { account, line, due, index, outcome }: Answer): Promise<boolean> {
    const { statuses, health } = this.#parts
    const outbound = await lockOutbound(unit, due.messageId)
    const part = outbound?.parts?.[index]
    // It was sent again meanwhile, as another one.
    if (!outbound || !part || outbound.round !== due.round) return false
    const at: PartAt = { account, outbound, index }
    if (outcome.kind === 'ACCEPTED') {
      outbound.tries = 0
      await statuses.advance(unit, at, { state: 'SENT', externalId: outcome.externalId })
      for (const name of outcome.otherNames ?? []) await statuses.name(unit, at, name)
      await statuses.settle(unit, outbound)
      return true
    }
    if (!isOpen(part)) {
      await statuses.settle(unit, outbound)
      return false
    }
    switch (outcome.kind) {
      case 'UNKNOWN': await this.#unknown(unit, at, outcome.failure); break
      case 'REFUSED': await this.#refused(unit, at, outcome); break
      case 'ACCOUNT_STOPPED':
        await health.stopped(unit, account, outcome.failure)
        await this.#again(unit, at, { failure: outcome.failure, dueAt: unit.now, tries: outbound.tries - 1 })
        break
      case 'RETRY': await this.#retry(unit, at, { line, outcome })
    }
    return true
  }

  /** What another process had under way when it ended. */
  abandoned(unit: Unit, account: LineAccount, outbound: Outbound): Promise<void> {
    return this.#unknown(unit, { account, outbound, index: outbound.parts!.findIndex(part => part.state === 'SENDING') }, PROCESS_ENDED)
  }

  /** Nothing came in all that time. It stays unknown for everybody to see, and what comes after it goes on. */
  async expired(unit: Unit, outbound: Outbound): Promise<void> {
    const hasMore = outbound.parts!.some(part => part.state === 'WAITING')
    await saveOutbound(unit, { ...outbound, state: hasMore ? 'QUEUED' : 'DONE', dueAt: unit.now })
  }

  async #refused(unit: Unit, at: PartAt, { failure, because }: Extract<SendOutcome, { kind: 'REFUSED' }>): Promise<void> {
    replace(at, { state: 'FAILED', failure })
    await this.#parts.statuses.refused(unit, at, { because, at: unit.now })
    await this.#parts.statuses.settle(unit, at.outbound)
  }

  async #retry(unit: Unit, at: PartAt, { line, outcome: { scope, afterMs, failure } }: { line: Line; outcome: Retry }): Promise<void> {
    const { outbound, account } = at
    const { profile } = line
    const waitMs = waitAfter({ tries: outbound.tries, scope, afterMs }, profile, this.#parts.random)
    const dueAt = later(unit.now, waitMs)
    if (scope === 'ACCOUNT') {
      this.#allowance.pause(dueAt.getTime())
      await pauseAccount(unit, account.channelAccountId, dueAt)
    }
    const isOver = later(outbound.queuedAt, profile.giveUpMs) <= unit.now || (scope === 'MESSAGE' && outbound.tries >= profile.retries.most)
    if (!isOver) return this.#again(unit, at, { failure, dueAt, tries: outbound.tries })
    replace(at, { state: 'FAILED', failure })
    await this.#parts.statuses.settle(unit, outbound)
  }

  /** Through `settle`, since the message may have been shown as unknown meanwhile. */
  async #again(unit: Unit, at: PartAt, { failure, dueAt, tries }: { failure: ChannelFailure; dueAt: Date; tries: number }): Promise<void> {
    const wasShown = at.outbound.state !== 'SENDING'
    replace(at, { state: 'WAITING', failure })
    at.outbound.tries = tries
    if (wasShown) return this.#parts.statuses.settle(unit, at.outbound, { dueAt, state: 'QUEUED' })
    await saveOutbound(unit, { ...at.outbound, state: 'QUEUED', dueAt })
  }

  async #unknown(unit: Unit, at: PartAt, failure: ChannelFailure): Promise<void> {
    const { profile } = this.#parts.lines.at(at.account, unit.now)
    replace(at, { state: 'UNKNOWN', failure })
    await this.#parts.statuses.settle(unit, at.outbound, { dueAt: later(unit.now, profile.reconcileMs) })
  }
}

/** Nothing was heard of it. What was taken for a call of a process that ended was none where it answers after all. */
const isOpen = ({ state, failure }: SentPart) => state === 'SENDING' || (state === 'UNKNOWN' && failure?.code === PROCESS_ENDED.code)

function replace({ outbound, index }: PartAt, { state, failure }: Pick<SentPart, 'state' | 'failure'>) {
  outbound.parts = outbound.parts!.with(index, { ...outbound.parts![index]!, state, ...failure && { failure } })
}

const later = (now: Date, ms: number) => new Date(now.getTime() + ms)
