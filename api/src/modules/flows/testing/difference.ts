/** What a test expected that did not come. */
export type DifferenceKind = 'SAYS' | 'SAYS_NOT' | 'OFFERS' | 'VARIABLE' | 'AT_STEP' | 'CALLS' | 'HANDS_OFF' | 'QUEUE' | 'ENDS' | 'OUTCOME'

/** To be told in any language. `found` is empty where nothing came; `subject`: the variable that it is about. */
export interface Difference {
  kind: DifferenceKind
  expected: string
  found: string
  subject: string | null
}

const WORDS: Record<DifferenceKind, (difference: Difference) => string> = {
  SAYS: ({ expected, found }) => `Expected “${expected}”; the bot said “${found}”.`,
  SAYS_NOT: ({ expected, found }) => `Expected nothing like “${expected}”; the bot said “${found}”.`,
  OFFERS: ({ expected, found }) => `Expected the option “${expected}”; what is offered: ${found || 'nothing'}.`,
  VARIABLE: ({ subject, expected, found }) => `Expected ${subject} to be ${expected}; it is ${found}.`,
  AT_STEP: ({ expected, found }) => `Expected to be at ${expected}; it is at ${found || 'no step'}.`,
  CALLS: ({ expected, found }) => `Expected ${expected} to be asked; what was asked: ${found || 'nothing'}.`,
  HANDS_OFF: ({ found }) => `Expected a person to take over; the bot said “${found}”.`,
  QUEUE: ({ expected, found }) => `Expected the queue “${expected}”; it is “${found}”.`,
  ENDS: ({ found }) => `Expected an end; the bot said “${found}” and waits.`,
  OUTCOME: ({ expected, found }) => `Expected the outcome “${expected}”; it is “${found}”.`,
}

/** In English, for logs and for who has no words of her own. */
export const differenceText = (difference: Difference): string => WORDS[difference.kind](difference)
