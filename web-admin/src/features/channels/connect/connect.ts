import type { ConnectForm_ChannelKindFactsFragment as KindFacts } from '../../../contract/graphql.ts'
import { causeOf } from '../channel-problem.ts'

export const STEPS = ['settings', 'check', 'webhook', 'policies', 'start'] as const
export type Step = (typeof STEPS)[number]

/** As far as the steps depend on it. */
export interface Draft {
  provider: {
    policies: { textVersion: string } | null
    health: { lastCheckedAt: string | null; lastReceivedAt: string | null; problem: { code: string } | null }
  } | null
}
type Needs = Pick<KindFacts, 'kind' | 'hasWebhook' | 'policiesVersion'>

/** Telegram is told by us where to write to, once the line starts. */
const isTold = ({ kind, hasWebhook }: Pick<Needs, 'kind' | 'hasWebhook'>) => hasWebhook && kind !== 'TELEGRAM'
/** Only Meta asks for a token to see that the address is ours. */
export const hasToken = (kind: KindFacts['kind']) => ['WHATSAPP', 'MESSENGER', 'INSTAGRAM'].includes(kind)

/** The steps of a kind, in order. */
export const stepsOf = (facts: Needs): Step[] =>
  STEPS.filter(step => (step === 'webhook' ? isTold(facts) : step === 'policies' ? Boolean(facts.policiesVersion) : true))

/** That the provider sends nothing yet is mended by the step that comes next. */
export const isPassing = (problem: { code: string } | null, { hasWebhook }: Pick<Needs, 'hasWebhook'>) => !problem || (hasWebhook && causeOf(problem) === 'unsubscribed')
const isChecked = ({ health }: NonNullable<Draft['provider']>, facts: Needs) => Boolean(health.lastCheckedAt) && isPassing(health.problem, facts)

const isAccepted = ({ policies }: NonNullable<Draft['provider']>, { policiesVersion }: Needs) => policies?.textVersion === policiesVersion

/** As far as it is known: nobody tells us of a webhook until something comes by it. */
export function isDone(step: Step, { provider }: Draft, facts: Needs): boolean {
  if (!provider || step === 'start') return false
  if (step === 'settings') return true
  if (step === 'check') return isChecked(provider, facts)
  return step === 'webhook' ? Boolean(provider.health.lastReceivedAt) : isAccepted(provider, facts)
}

/** Where a draft stands: the first step that is not done. Whoever accepted the policies has been past the webhook. */
export function stepReached(draft: Draft, facts: Needs): Step {
  if (!draft.provider) return 'settings'
  const isPast = (step: Step) => step === 'webhook' && Boolean(facts.policiesVersion) && isAccepted(draft.provider!, facts)
  return stepsOf(facts).find(step => !isDone(step, draft, facts) && !isPast(step)) ?? 'start'
}

/** Whatever comes before a good check is open; what comes after needs it, and a start needs the policies, too. */
export function mayEnter(step: Step, { provider }: Draft, facts: Needs): boolean {
  if (step === 'settings' || step === 'check') return true
  if (!provider || !isChecked(provider, facts)) return false
  return step !== 'start' || !facts.policiesVersion || isAccepted(provider, facts)
}

export const stepAfter = (step: Step, steps: readonly Step[]): Step => steps[Math.min(steps.indexOf(step) + 1, steps.length - 1)]!
