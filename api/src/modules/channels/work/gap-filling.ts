import { setTimeout as sleep } from 'node:timers/promises'
import { systemActor } from '../../../platform/actor.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import { untilAborted } from '../../../platform/until-aborted.ts'
import type { ReadUpdate } from '../adapters/update.ts'
import { missedUpdate } from '../inbound/missed-update.ts'
import type { LineAccount, Lines } from '../provider/lines.ts'
import { gapFetched, knownNames, storeMissed } from './gap.store.ts'

export interface GapFillingParts {
  units: Pick<Units, 'tenant' | 'read'>
  lines: Lines
  clock: Clock
  onError: (error: unknown) => void
}

/** The provider's clock and ours differ; what is fetched twice is here once. */
const OVERLAP_MS = 120_000
const LONGEST_MS = 900_000
const STORED_AT_ONCE = 100
const AGAIN_MS = { first: 2000, longest: 300_000 }

/** Fetches what one account's provider told while nobody listened, and stores it where webhooks do. */
export class GapFilling {
  readonly #parts: GapFillingParts
  readonly #leaving = new AbortController()
  #running?: Promise<void>
  #restMs = AGAIN_MS.first
  #notBefore = 0

  constructor(parts: GapFillingParts) {
    this.#parts = parts
  }

  get isRunning(): boolean {
    return this.#running !== undefined
  }

  /** Beside the rest of the work, once at a time. What fails is tried again when the account is looked at next, after a rest. */
  begin(account: LineAccount): void {
    const isDue = account.gapSince && account.adapter.backfill && account.state === 'LIVE' && performance.now() >= this.#notBefore
    if (!isDue || this.#running || this.#leaving.signal.aborted) return
    this.#running = this.#fill(account).then(
      () => { this.#restMs = AGAIN_MS.first },
      error => this.#failed(error),
    ).finally(() => {
      this.#running = undefined
      this.#parts.lines.forget()
    })
  }

  async leave(): Promise<void> {
    this.#leaving.abort()
    await this.#running
  }

  #failed(error: unknown) {
    if (this.#leaving.signal.aborted) return
    this.#notBefore = performance.now() + this.#restMs
    this.#restMs = Math.min(this.#restMs * 2, AGAIN_MS.longest)
    this.#parts.onError(error)
  }

  async #fill(account: LineAccount): Promise<void> {
    const { channelAccountId, gaps } = account
    const signal = AbortSignal.any([this.#leaving.signal, AbortSignal.timeout(LONGEST_MS)])
    const line = this.#parts.lines.at(account, this.#parts.clock())
    const found = await untilAborted(account.adapter.backfill!(line, new Date(account.gapSince!.getTime() - OVERLAP_MS), signal), signal, 'Fetching what was missed took too long.')
    const missing = inOrder(await this.#unknown(account, found))
    for (let from = 0; from < missing.length; from += STORED_AT_ONCE) {
      signal.throwIfAborted()
      const some = missing.slice(from, from + STORED_AT_ONCE)
      await this.#unit(account, async unit => {
        await storeMissed(unit, channelAccountId, some.map(missedUpdate))
        await gapFetched(unit, { channelAccountId, gaps, upTo: momentOf(some.at(-1)!) ?? account.gapSince })
      })
      await sleep(0)
    }
    await this.#unit(account, unit => gapFetched(unit, { channelAccountId, gaps, upTo: null }))
  }

  /** Without messages that are here: most of what is found where the gap was short. */
  async #unknown({ tenantId, channelAccountId }: LineAccount, found: readonly ReadUpdate[]): Promise<ReadUpdate[]> {
    await using unit = this.#parts.units.read({ tenantId, actor: systemActor(tenantId) })
    const known = await knownNames(unit, channelAccountId, found.map(messageIn).filter(id => id !== undefined))
    return found.filter(read => !known.has(messageIn(read) ?? ''))
  }

  #unit<Result>({ tenantId }: LineAccount, work: (unit: Unit) => Promise<Result>): Promise<Result> {
    return this.#parts.units.tenant({ tenantId, actor: systemActor(tenantId) }, work)
  }
}

const messageIn = (read: ReadUpdate): string | undefined =>
  (read.ok && (read.update.kind === 'MESSAGE' || read.update.kind === 'ECHO') ? read.update.externalId : undefined)

const momentOf = (read: ReadUpdate): Date | undefined => (read.ok ? read.update.at : undefined)

/** What cannot be read has no moment, and comes last. */
const inOrder = (found: readonly ReadUpdate[]): ReadUpdate[] =>
  found.toSorted((a, b) => (momentOf(a)?.getTime() ?? Infinity) - (momentOf(b)?.getTime() ?? Infinity))
