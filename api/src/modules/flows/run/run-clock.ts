import { systemActor } from '../../../platform/actor.ts'
import type { Units } from '../../../platform/units.ts'
import type { RequestWork } from './request-work.ts'
import { requestsLeft } from './request.store.ts'
import { dueRuns, type DueRun } from './run-clock.queries.ts'
import type { RunMover } from './run-mover.ts'

interface Parts {
  units: Pick<Units, 'readPlatform'>
  requests: RequestWork
  mover: RunMover
  onError: (error: unknown) => void
}

const LOOK_MS = 2000
/** A request that nobody took up in this time was promised by a process that is gone. */
const LEFT_MS = 5000

/** Looks around for runs whose time has come, and for requests that were left behind. Several processes may: a run moves once. */
export class RunClock {
  readonly #parts: Parts
  #timer?: NodeJS.Timeout
  #look?: Promise<void>

  constructor(parts: Parts) {
    this.#parts = parts
  }

  start(): void {
    this.#timer = setInterval(() => { this.#look ??= this.look().catch(this.#parts.onError).finally(() => { this.#look = undefined }) }, LOOK_MS)
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#look
    await this.#parts.requests.settled()
  }

  async look(): Promise<void> {
    const { due, left } = await this.#found()
    for (const ref of left) this.#parts.requests.begin(ref)
    // One that cannot be moved keeps no other waiting.
    for (const run of due) await this.#move(run).catch(this.#parts.onError)
  }

  #move(run: DueRun): Promise<void> {
    return run.kind === 'TIME' ? this.#parts.mover.elapsed(run) : this.#parts.mover.nudged(run)
  }

  async #found() {
    await using unit = this.#parts.units.readPlatform({ actor: systemActor() })
    const before = new Date(unit.now.getTime() - LEFT_MS)
    return { due: await dueRuns(unit), left: await requestsLeft(unit, before) }
  }
}
