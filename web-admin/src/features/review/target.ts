/** What messages are said to have meant. */
export type Target = { kind: 'intent'; id: string; name: string } | { kind: 'question'; id: string; question: string }

export type Verdict = { kind: 'assigned'; target: Target; text?: string } | { kind: 'dismissed' }

export const intentTarget = ({ id, name }: { id: string; name: string }): Target => ({ kind: 'intent', id, name })
export const questionTarget = ({ id, question }: { id: string; question: string }): Target => ({ kind: 'question', id, question })

const LONGEST = 70
const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text)

/** As it is called on the screen. */
export const titleOf = (target: Target) => (target.kind === 'intent' ? target.name.replaceAll('_', ' ') : short(target.question))

/** As `assignMisunderstood` takes it. */
export const targetInput = ({ kind, id }: Target) => (kind === 'intent' ? { intentId: id } : { faqId: id })

/** Whether an intent gained something: it is understood when a model has learnt it, a question at once. */
export const mustTrain = (verdicts: readonly Verdict[]) => verdicts.some(verdict => verdict.kind === 'assigned' && verdict.target.kind === 'intent')
