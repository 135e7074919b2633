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
  name: 'Name', email: 'E-mail', phone: 'Phone', language: 'Language', since: 'Contact since', lastSeen: 'Last seen',
  channel: 'Channel', origin: 'Came by', opened: 'Opened', closed: 'Closed', unknown: 'Not known', yes: 'Yes', no: 'No',
  invalid: {
    name: 'This name is too long.', email: 'Enter a valid e-mail address, such as ana{\'@\'}example.com.',
    phone: 'Enter a valid phone number, such as +1 809 555 0123.',
  },
}
