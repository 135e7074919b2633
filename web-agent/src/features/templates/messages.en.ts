export default {
  title: 'Send a template', hint: 'Wordings that the provider approved. They can be sent even when the channel takes no free text.',
  fill: 'Fill the gaps and check how the customer will see it.',
  search: 'Search by name or words', none: 'This channel has no approved templates.', nothing: 'No template contains that.',
  preview: 'As the customer will see it', example: 'Example: {example}', pickFile: 'Choose a file', other: 'Choose another', send: 'Send template',
  gap: { header: 'Header', body: 'Text, gap {place}', button: 'Button {place}' },
  format: { TEXT: 'Text', IMAGE: 'Picture', VIDEO: 'Video', DOCUMENT: 'Document', LOCATION: 'Location' },
  problem: {
    MISSING: 'Fill this gap.', TOO_LONG: 'Use {max} characters or fewer.', LINE_BREAK: 'Use no line breaks or tabs.',
    SPACES: 'Use no more than four spaces in a row.',
  },
  refused: {
    CannotSendNow: 'The channel does not take it now.', NotYourConversation: 'Only whoever has the conversation can write in it.',
    ConversationIsClosed: 'The conversation is closed. Reopen it first.', InvalidInput: 'One of the values is not accepted. Check them.',
  },
}
