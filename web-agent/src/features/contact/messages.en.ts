export default {
  title: 'Contact',
  edit: 'Edit contact',
  hide: 'Hide contact',
  verified: 'Identity confirmed',
  notVerified: 'Identity not confirmed',
  details: 'Details',
  conversation: 'This conversation',
  attributes: 'From the site',
  history: 'Other conversations',
  noHistory: 'This is the first conversation.',
  channels: {
    title: 'Channels', trusted: 'Confirmed by the channel', unavailable: 'Receives nothing here any more', site: 'Visitor of the site', app: 'User of the application', none: 'No channels yet',
  },
  same: {
    title: 'Is this the same person?', join: 'Join…', dismiss: 'Not the same',
    evidence: {
      PHONE: 'Has the same phone: {value}', EMAIL: 'Has the same e-mail: {value}', SAME_ADDRESS: 'The channel says it is the same address: {value}',
      NAME_AND_USERNAME: 'Same name and same user name: {value}', SAME_BROWSER: 'Wrote unnamed in the same browser: {value}',
    },
  },
  join: {
    title: 'Join contacts', text: 'Addresses and conversations of {other} move to {name}. This can be undone.', confirm: 'Join',
    addresses: 'Addresses', conversations: 'Conversations', done: 'Contacts joined', refused: 'One of the two changed meanwhile. Look at the contact and try again.',
    warning: {
      TWO_VERIFIED_EMAILS: 'There are two different confirmed e-mails: they may be two people.',
      TWO_VERIFIED_PHONES: 'There are two different confirmed phones: they may be two people.',
    },
  },
  merges: {
    title: 'Joined contacts', byMember: 'Joined by {name}, {at}', byChannel: 'Joined by the channel, {at}', undo: 'Take apart', done: 'Contacts taken apart',
    refused: 'Could not be taken apart: it was already, or this contact was joined with another since.',
  },
  timeline: { title: 'Everything said', show: 'Show everything said', hide: 'Hide', empty: 'Nothing has been said yet.', list: 'Messages by all channels' },
  name: 'Name', email: 'E-mail', phone: 'Phone', language: 'Language', since: 'Contact since', lastSeen: 'Last seen',
  channel: 'Channel', origin: 'Came by', opened: 'Opened', closed: 'Closed', unknown: 'Not known', yes: 'Yes', no: 'No',
  invalid: {
    name: 'This name is too long.', email: 'Enter a valid e-mail address, such as ana{\'@\'}example.com.',
    phone: 'Enter a valid phone number, such as +1 809 555 0123.',
  },
}
