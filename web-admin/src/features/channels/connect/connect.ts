import type { ConnectForm_ChannelKindFactsFragment as KindFacts } from '../../../contract/graphql.ts'

export const STEPS = ['settings', 'check', 'webhook', 'policies', 'start'] as const
export type Step = (typeof STEPS)[number]

/** As far as the steps depend on it. */
export interface Draft {
  provider: {
    policies: { textVersion: string } | null
    health: { lastCheckedAt: string | null; lastReceivedAt: string | null; problem: object | null }
  } | null
}
type Needs = Pick<KindFacts, 'hasWebhook' | 'policiesVersion'>

/** The steps of a kind, in order. */
export const stepsOf = ({ hasWebhook, policiesVersion }: Needs): Step[] =>
  STEPS.filter(step => (step === 'webhook' ? hasWebhook : step === 'policies' ? Boolean(policiesVersion) : true))

const isChecked = ({ health }: NonNullable<Draft['provider']>) => Boolean(health.lastCheckedAt) && !health.problem

/** Where a draft stands: the first step that is not known to be done. Nobody tells us of a webhook until something comes by it. */
export function stepReached({ provider }: Draft, facts: Needs): Step {
  if (!provider) return 'settings'
  if (!isChecked(provider)) return 'check'
  const isAccepted = provider.policies?.textVersion === facts.policiesVersion
  if (facts.hasWebhook && !provider.health.lastReceivedAt && !(facts.policiesVersion && isAccepted)) return 'webhook'
  return facts.policiesVersion && !isAccepted ? 'policies' : 'start'
}

/** Whatever comes before a good check is open; what comes after needs it, and a start needs the policies, too. */
export function mayEnter(step: Step, { provider }: Draft, facts: Needs): boolean {
  if (step === 'settings' || step === 'check') return true
  if (!provider || !isChecked(provider)) return false
  return step !== 'start' || !facts.policiesVersion || provider.policies?.textVersion === facts.policiesVersion
}

export const stepAfter = (step: Step, steps: readonly Step[]): Step => steps[Math.min(steps.indexOf(step) + 1, steps.length - 1)]!
