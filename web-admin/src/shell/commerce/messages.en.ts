export default {
  title: 'Plan and billing',
  tab: { label: 'Plan and billing', plan: 'Plan', usage: 'Usage', contracts: 'Contracts', invoices: 'Invoices', timeline: 'Timeline' },
}
