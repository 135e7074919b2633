import type { Answered, Asked, Clash, FaqContent, PassageContent, WordingsToCheck } from './content.ts'

/** What goes to the thread. A tenant's content comes in parts between `begin` and `end`; until then what it had before answers. */
export type ToThread =
  | { begin: string, tenantId: string }
  | { build: string, faqs: readonly FaqContent[] }
  | { build: string, passages: readonly PassageContent[] }
  | { end: string, learnt: Uint8Array | null }
  | { learn: string, learnt: Uint8Array | null }
  | { ask: number, tenantId: string, question: Asked }
  | { check: number, tenantId: string, wordings: WordingsToCheck }

/** What comes back. A tenant that is not in memory has to be brought there first. */
export type FromThread =
  | { built: string }
  | { answer: number, answered: Answered | null }
  | { checked: number, clashes: Clash[] | null }
