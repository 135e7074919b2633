import type { MisunderstoodReason } from '../contract/graphql.ts'

export const REASONS: { reason: MisunderstoodReason; icon: string; color: 'neutral' | 'warning' | 'primary' | 'error' }[] = [
  { reason: 'LOW_CONFIDENCE', icon: 'i-lucide-circle-help', color: 'neutral' },
  { reason: 'CORRECTED', icon: 'i-lucide-pencil-line', color: 'primary' },
  { reason: 'HANDED_OFF', icon: 'i-lucide-headset', color: 'warning' },
  { reason: 'THUMBS_DOWN', icon: 'i-lucide-thumbs-down', color: 'error' },
  { reason: 'UNANSWERED', icon: 'i-lucide-message-circle-question', color: 'neutral' },
]
export const lookOf = (reason: MisunderstoodReason) => REASONS.find(one => one.reason === reason)!
