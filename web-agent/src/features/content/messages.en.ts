export default {
  location: { title: 'Location', open: 'Open in a map' },
  people: 'Shared contacts',
  order: { title: 'Order', total: 'Total' },
  form: { title: 'Form', unanswered: 'Not answered' },
  template: 'Template: {name}',
  unsupported: 'This content cannot be shown here ({what}). The customer sees it on the phone.',
  edited: 'Edited by the customer.', showOriginal: 'Show the original', hideOriginal: 'Hide the original',
  deleted: 'The customer deleted this message',
  reactions: 'Reactions',
  answers: 'In answer to',
  mail: {
    noSubject: 'No subject', answersTo: 'The answer goes to {address}, as the sender asked.', showQuote: 'Show the quoted text', hideQuote: 'Hide the quoted text', design: 'Show as designed',
    designHint: 'The e-mail as its sender designed it. It cannot run anything.',
    imagesText: 'The pictures are on servers of others: once they are loaded, the sender may know that and when you opened the e-mail.',
    images: 'Load the pictures',
  },
  file: {
    atAddress: 'It could not be fetched. Open it where it is', fetching: 'Fetching {name}…', failed: 'It could not be fetched from the channel, or may not be kept.',
    voice: 'Voice note', audio: 'Audio {name}', video: 'Video {name}',
  },
}
