/** What the contract allows on purpose: an operator may look into any tenant, which reads so in its trail; and runs what is between BotPro and each. */
export const RIGHTFUL = [
  'OPERATOR enterAsSupport',
  ...[
    'subscription', 'changeSubscription', 'overrideEntitlement', 'endEntitlementOverride',
    'contracts', 'contract', 'letters', 'quotePreview', 'quoteContract', 'quoteRenewal', 'changeQuote', 'sendQuote', 'withdrawQuote', 'signContract', 'declineRenewal', 'undoDecline', 'acceptProvisionally', 'suspendService',
    'restoreService', 'cancelContract', 'setAccountOwner',
    'invoices', 'invoice', 'holdInvoice', 'issueInvoice', 'recalculateInvoice', 'creditInvoice', 'invoicePayments', 'recordPayment', 'billingProfile', 'setBillingProfile', 'setBillingTerms', 'statementOfAccount',
    'quotaUsage', 'commercialSimulation', 'billingEvents',
  ].map(field => `OPERATOR ${field}`),
]
