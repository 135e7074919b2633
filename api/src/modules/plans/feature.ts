export type FeatureKind = 'FLAG' | 'COUNT' | 'QUOTA'

/** Everything that a plan may include, and of which kind it is: there or not, so many at a time, so many a month. */
export const FEATURES = {
  CONVERSATIONS: 'QUOTA', WHATSAPP_UIC: 'QUOTA', WHATSAPP_BIC: 'QUOTA', PREDICTIVE_CALLS: 'QUOTA',
  SEATS_ADMIN: 'COUNT', SEATS_SUPERVISOR: 'COUNT', SEATS_AGENT: 'COUNT', BOTS: 'COUNT', INTEGRATION_HOURS: 'COUNT',
  CHANNEL_WEB: 'FLAG', CHANNEL_WHATSAPP: 'FLAG', CHANNEL_MESSENGER: 'FLAG', CHANNEL_TELEGRAM: 'FLAG', CHANNEL_INSTAGRAM: 'FLAG', CHANNEL_APP: 'FLAG',
  CHANNEL_EMAIL: 'FLAG', CHANNEL_SMS: 'FLAG', MENU_NLP: 'FLAG', MENU_SECOND: 'FLAG', QA: 'FLAG', FLOWS_CUSTOM: 'FLAG', DASHBOARD: 'FLAG', REPORTS_BI: 'FLAG',
  DESK_ROUTING: 'FLAG', SURVEYS: 'FLAG', CAMPAIGNS: 'FLAG', SENTIMENT: 'FLAG', PREDICTIVE_MODEL: 'FLAG', QR: 'FLAG', OTP: 'FLAG', KNOWN_DATA: 'FLAG',
  INTERMEDIATE_DATABASE: 'FLAG', ACTIVE_DIRECTORY: 'FLAG', SUPPORT_24X7: 'FLAG', TRAINING_COURSE: 'FLAG', BOT_DESIGN: 'FLAG', MONTHLY_OPTIMISATION: 'FLAG',
  EXECUTIVE_REPORT: 'FLAG',
} as const satisfies Record<string, FeatureKind>

export type Feature = keyof typeof FEATURES
export const features = Object.keys(FEATURES) as Feature[]

export const isFeature = (name: string): name is Feature => Object.hasOwn(FEATURES, name)

/** True, or how many. What is left out is not included. */
export type Entitlements = Partial<Record<Feature, boolean | number>>

/** As the contract tells it. */
export const featuresOf = (entitlements: Entitlements) =>
  features.filter(feature => entitlements[feature] !== undefined && entitlements[feature] !== false).map(feature => {
    const value = entitlements[feature]!
    return { feature, kind: FEATURES[feature], amount: typeof value === 'number' ? value : null }
  })

export interface NewFeature { feature: Feature; amount?: number | null }

const MOST = 100_000_000

/** What somebody typed, as it is kept; or the name of the feature that does not make sense. */
export function entitlementsOf(typed: readonly NewFeature[]): Entitlements | { wrong: Feature } {
  const entitlements: Entitlements = {}
  for (const { feature, amount = null } of typed) {
    const isFlag = FEATURES[feature] === 'FLAG'
    const fits = isFlag ? amount === null : amount !== null && amount >= 0 && amount <= MOST
    if (!fits || feature in entitlements) return { wrong: feature }
    entitlements[feature] = isFlag ? true : amount!
  }
  return entitlements
}
