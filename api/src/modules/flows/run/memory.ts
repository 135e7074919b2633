import type { CompiledBot } from '../engine/compiled.ts'
import type { Remembered } from './recordings.ts'
import type { Run } from './run.store.ts'

/** What tests of this conversation will have to know of a moment. */
export class Memory {
  readonly #remembered: Remembered[] = []
  /** Where she was being asked as the moment began. */
  readonly #asked: { versionId: string; flow: string; step: string } | null

  constructor(front: Run | undefined) {
    const frame = front?.state.waiting?.kind === 'CONTACT' ? front.state.frames.at(-1) : undefined
    this.#asked = front && frame ? { versionId: front.botVersionId, flow: frame.flow, step: frame.step } : null
  }

  note(remembered: readonly Remembered[]): void {
    this.#remembered.push(...remembered)
  }

  /** Nothing of what she proved herself with, nor of what is marked as personal. */
  async kept(compiled: (versionId: string) => Promise<CompiledBot | undefined>): Promise<Remembered[]> {
    const hasHeard = this.#remembered.some(({ kind }) => kind === 'HEARD')
    if (!hasHeard || !await this.#isSecret(compiled)) return this.#remembered
    return this.#remembered.map(one => (one.kind === 'HEARD' ? { ...one, entities: {} } : one))
  }

  async #isSecret(compiled: (versionId: string) => Promise<CompiledBot | undefined>): Promise<boolean> {
    if (!this.#asked) return false
    const flow = (await compiled(this.#asked.versionId))?.flows.get(this.#asked.flow)
    const question = flow?.steps.get(this.#asked.step)
    return question?.kind === 'VERIFY' || (question?.kind === 'ASK' && flow!.variables.get(question.saveAs)?.personal === true)
  }
}
