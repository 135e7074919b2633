/** What the contract allows on purpose: an operator may look into any tenant, which reads so in its trail; and runs what is between BotPro and each. */
export const RIGHTFUL = [
  'OPERATOR enterAsSupport',
  ...['subscription', 'changeSubscription', 'overrideEntitlement', 'endEntitlementOverride'].map(field => `OPERATOR ${field}`),
]
