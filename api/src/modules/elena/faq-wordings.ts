import type { InvalidInput } from '../../platform/refusal.ts'
import type { Unit } from '../../platform/unit.ts'

export interface WordingsGained {
  question: string
  /** What it had not, as it has it now. */
  added: string[]
}

/** What the queue needs of Q&A, which stands on the same floor: the composition root brings the two together. */
export interface FaqWordings {
  /** Nothing where there is no such question. */
  addWordings(unit: Unit, faqId: string, wordings: readonly string[]): Promise<WordingsGained | InvalidInput | null>
  /** What it has not is no matter, nor that it is gone. */
  removeWordings(unit: Unit, faqId: string, wordings: readonly string[]): Promise<void>
}
