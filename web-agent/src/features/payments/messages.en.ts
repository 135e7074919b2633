export default {
  title: 'Payments',
  none: 'No payment was asked for.',
  ask: 'Ask for a payment',
  send: 'Make the link',
  copyLink: 'Copy the link',
  until: 'Good until {at}',
  ofConversation: 'Payment of this conversation',
  cancel: 'Cancel the payment',
  cancelTitle: 'Cancel the payment of {amount}?',
  cancelText: 'The customer should not use the link any more. If the provider tells that it was paid, it will count as paid.',
  notSetUp: 'There is no payment connector yet. Ask an administrator to set it up.',
  state: { CREATED: 'Making the link', LINKED: 'To be paid', PAID: 'Paid', FAILED: 'Failed', EXPIRED: 'Expired', CANCELLED: 'Cancelled' },
  failure: { NO_LINK: 'The link could not be made', DECLINED: 'The provider declined it', AMOUNT_DIFFERS: 'Another amount was paid' },
  form: { amount: 'Amount', currency: 'Currency', reference: 'Reference', description: 'What for' },
  problemOf: {
    amount: 'A number above 0, such as 1500.00', currency: 'Three letters, such as DOP', reference: 'Say of which invoice, order or instalment it is', description: 'Say in a few words what is paid',
  },
}
