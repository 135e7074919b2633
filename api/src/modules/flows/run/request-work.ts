import { systemActor } from '../../../platform/actor.ts'
import { TenantTurns } from './tenant-turns.ts'
import type { Units } from '../../../platform/units.ts'
import type { RequestResult } from '../engine/request.ts'
import type { OutsideRequests } from './outside-requests.ts'
import { claimRequest, type ClaimedRequest, type RequestRef } from './request.store.ts'
import type { RunMover } from './run-mover.ts'

interface Parts {
  units: Pick<Units, 'tenant'>
  outside: OutsideRequests
  mover: Pick<RunMover, 'answered'>
  onError: (error: unknown) => void
}

/** Longer than any request may take. */
export const CLAIM_MS = 90_000
/** Who died so often while it was asked will die of it again. */
const MOST_ATTEMPTS = 3
/** Of one tenant side by side in this process: one whose systems are slow keeps no other waiting. */
const AT_ONCE = 8

/** Asks other systems what runs need of them. The claim is committed before anything is asked, and the answer in the unit that goes on. */
export class RequestWork {
  readonly #parts: Parts
  readonly #turns = new TenantTurns({ atOnce: AT_ONCE })
  readonly #underWay = new Set<Promise<void>>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Returns at once. */
  begin(ref: RequestRef): void {
    const work = this.#turns.run(ref.tenantId, () => this.#do(ref)).catch(this.#parts.onError).finally(() => this.#underWay.delete(work))
    this.#underWay.add(work)
  }

  /** When all that is under way has been told. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay)
  }

  async #do(ref: RequestRef): Promise<void> {
    const { tenantId } = ref
    const claimed = await this.#parts.units.tenant({ tenantId, actor: systemActor(tenantId) }, unit => claimRequest(unit, ref, CLAIM_MS))
    if (!claimed) return
    const result = await this.#ask(ref, claimed)
    await this.#parts.mover.answered({ ...ref, conversationId: claimed.conversationId }, result)
  }

  /** What was asked before by somebody who did not live to tell is asked again only where that does no harm. */
  async #ask({ tenantId, runId, requestId }: RequestRef, { request, contactId, conversationId, attempts }: ClaimedRequest): Promise<RequestResult> {
    const asking = { tenantId, contactId, conversationId, key: `${runId}:${requestId}` }
    const { outside } = this.#parts
    try {
      if (attempts > MOST_ATTEMPTS) return { ok: false, code: 'BROKEN', message: 'It was asked several times, and what came of it could not be kept.' }
      if (attempts > 1 && !await outside.mayRepeat(request, asking)) return { ok: false, code: 'UNKNOWN', message: 'It was asked, and nobody knows what came of it.' }
      return await outside.answer(request, asking)
    } catch (error) {
      this.#parts.onError(error)
      return { ok: false, code: 'BROKEN', message: 'It could not be asked.' }
    }
  }
}
