import type { Feature } from '../../contract/graphql.ts'

/** What a plan may include, in the order in which people ask about it. */
export const FEATURE_GROUPS = {
  CONVERSATIONS: ['CONVERSATIONS', 'WHATSAPP_UIC', 'WHATSAPP_BIC', 'PREDICTIVE_CALLS'],
  TEAM: ['SEATS_ADMIN', 'SEATS_SUPERVISOR', 'SEATS_AGENT', 'BOTS'],
  CHANNELS: ['CHANNEL_WEB', 'CHANNEL_WHATSAPP', 'CHANNEL_MESSENGER', 'CHANNEL_TELEGRAM', 'CHANNEL_INSTAGRAM', 'CHANNEL_APP', 'CHANNEL_EMAIL', 'CHANNEL_SMS'],
  PLATFORM: [
    'MENU_NLP', 'MENU_SECOND', 'QA', 'FLOWS_CUSTOM', 'DESK_ROUTING', 'SURVEYS', 'CAMPAIGNS', 'SENTIMENT', 'PREDICTIVE_MODEL', 'QR', 'OTP', 'KNOWN_DATA',
    'DASHBOARD', 'REPORTS_BI', 'INTERMEDIATE_DATABASE', 'ACTIVE_DIRECTORY',
  ],
  SERVICE: ['INTEGRATION_HOURS', 'SUPPORT_24X7', 'TRAINING_COURSE', 'BOT_DESIGN', 'MONTHLY_OPTIMISATION', 'EXECUTIVE_REPORT'],
} as const satisfies Record<string, readonly Feature[]>
export type FeatureGroup = keyof typeof FEATURE_GROUPS

export const featureGroups = Object.keys(FEATURE_GROUPS) as FeatureGroup[]
export const allFeatures: Feature[] = Object.values(FEATURE_GROUPS).flat()

const QUOTAS: readonly Feature[] = FEATURE_GROUPS.CONVERSATIONS
const COUNTS: readonly Feature[] = [...FEATURE_GROUPS.TEAM, 'INTEGRATION_HOURS']
/** Whether it is so many of it, and not there or not. */
export const hasAmount = (feature: Feature): boolean => QUOTAS.includes(feature) || COUNTS.includes(feature)

/** What was found of each group, in its order; groups of which nothing was found are left out. */
export function byGroup<Found extends { feature: Feature }>(found: readonly Found[]): { group: FeatureGroup; found: Found[] }[] {
  return featureGroups
    .map(group => ({ group, found: FEATURE_GROUPS[group].flatMap(feature => found.filter(one => one.feature === feature)) }))
    .filter(({ found: some }) => some.length > 0)
}
