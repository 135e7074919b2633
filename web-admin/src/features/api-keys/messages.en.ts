export default {
  title: 'API keys', text: 'For other systems to read or write in your company. Each key can do only what you allow it.',
  create: 'Create key', empty: 'There are no API keys', emptyText: 'Create one to connect your CRM, your ERP or a dashboard.',
  ends: 'Ends in {lastFour}', createdBy: 'Created by {name} on {date}', createdOn: 'Created on {date}',
  used: 'Used {when}', neverUsed: 'Not used', expires: 'Expires on {date}', noExpiry: 'Does not expire', expired: 'Expired', revoked: 'Revoked', active: 'Active',
  revoke: 'Revoke', revokeTitle: 'Revoke “{name}”?', revokeText: 'Systems that use it stop working at once. This cannot be undone.', revokeDone: 'Key revoked',
  name: 'Name', nameHelp: 'To recognise it: the system that will use it.', scopes: 'Permissions', scopesNone: 'Choose at least one permission.',
  expiry: 'Expiry', expiries: { none: 'Does not expire', d30: '30 days', d90: '90 days', d365: '1 year' },
  formTitle: 'Create an API key', formText: 'The secret will be shown once.',
  secretTitle: 'Copy your key now', secretText: 'It will not be shown again. Keep it in a safe place, never in a page or a repository.', secretLabel: 'API key', secretDone: 'I saved it',
  showRevoked: 'Show revoked and expired',
  scope: {
    TENANT_READ: 'Read the company’s data', MEMBERS_READ: 'Read the members', AUDIT_READ: 'Read the audit trail', CHANNELS_READ: 'Read the channels',
    CONTACTS_READ: 'Read the contacts', CONTACTS_WRITE: 'Change the contacts', CONVERSATIONS_READ: 'Read the conversations',
    CONVERSATIONS_WRITE: 'Write in the conversations', REPORTS_READ: 'Read the figures',
    ELENA_READ: 'Read what ELENA knows, and ask her', ELENA_WRITE: 'Teach ELENA and publish her models',
    KNOWLEDGE_READ: 'Read the questions and sources of Q&A, and ask it', KNOWLEDGE_WRITE: 'Write questions of Q&A and choose its sources',
  },
}
