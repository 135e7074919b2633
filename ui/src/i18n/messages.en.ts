export default {
  action: {
    add: 'Add', back: 'Back', cancel: 'Cancel', clear: 'Clear', close: 'Close', confirm: 'Confirm',
    continue: 'Continue', copy: 'Copy', copied: 'Copied', create: 'Create', delete: 'Delete',
    discard: 'Discard', download: 'Download', edit: 'Edit', more: 'More actions', open: 'Open',
    refresh: 'Refresh', remove: 'Remove', retry: 'Try again', save: 'Save changes', search: 'Search',
    showMore: 'Show more', undo: 'Undo',
  },
  field: {
    optional: 'Optional', required: 'This field is required.', email: 'Enter a valid e-mail address.',
    tooLong: 'Use {max} characters or fewer.', invalid: 'This value cannot be used.',
  },
  state: {
    loading: 'Loading…', late: 'This is taking longer than usual. Still waiting for the answer…', saved: 'Changes saved', unsaved: 'Unsaved changes',
    nothingFound: 'No results', nothingFoundHint: 'Try other words.',
    updatedAt: 'Updated {when}', copyFailed: 'Could not copy. Select the text and copy it by hand.',
  },
  unsaved: {
    title: 'Leave without saving?',
    text: 'There are changes on this page that have not been saved yet.',
    leave: 'Leave without saving', stay: 'Keep editing',
  },
  changedMeanwhile: {
    title: 'Somebody else saved changes while you were editing',
    text: 'To protect their work, yours was not saved. Load the current version and apply your changes again.',
    load: 'Load the current version',
  },
  errors: {
    title: 'Could not load',
    suspendedTitle: 'Not available while the service is suspended',
    changeTitle: 'Could not be completed',
    NETWORK: 'The server cannot be reached. Check your connection and try again.',
    BAD_USER_INPUT: 'The server did not accept what was sent. Check it and try again.',
    UNAUTHENTICATED: 'Your session has ended. Sign in again.',
    NOT_INCLUDED: 'Your company’s plan does not include this.',
    FORBIDDEN: 'Your role does not allow this.',
    NOT_FOUND: 'This no longer exists, or you have no access to it.',
    RATE_LIMITED: 'Too many requests in a row. Wait a moment and try again.',
    CONFLICT: 'This clashes with something already done. Refresh the page and try again.',
    TENANT_SUSPENDED: 'The company’s service is suspended: this is available again once it is restored.',
    INTERNAL: 'Something went wrong on our side. Try again in a few minutes.',
  },
  role: {
    OWNER: 'Owner', ADMIN: 'Administrator', SUPERVISOR: 'Supervisor', AGENT: 'Agent', ANALYST: 'Analyst',
    SUPPORT: 'Support', RESELLER: 'Reseller', OPERATOR: 'Platform operator', ANYONE: 'Anyone',
    USER: 'User', VISITOR: 'Visitor',
  },
  language: { ES: 'Spanish', EN: 'English' },
  channelKind: {
    WEB: 'Web site', APP: 'App', WHATSAPP: 'WhatsApp', MESSENGER: 'Messenger', INSTAGRAM: 'Instagram', TELEGRAM: 'Telegram', SMS: 'SMS', EMAIL: 'E-mail',
  },
}
