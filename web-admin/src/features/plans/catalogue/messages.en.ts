export default {
  kind: { PLAN: 'Plan', WHATSAPP: 'WhatsApp plan', ADD_ON: 'Add-on', SERVICE: 'Service' },
  charge: {
    SETUP: 'Set-up', MONTHLY: 'A month', MINIMUM: 'Minimum a month', ONE_TIME: 'Once', CONVERSATION: 'Per extra conversation', UIC: 'Per extra UIC', BIC: 'Per extra BIC', PREDICTIVE_CALLS: 'Per 1,000 calls',
  },
}
