export default {
  title: 'Unanswered', text: 'What your customers asked and the bot could not answer, those that are alike together. Answer it once, and it knows the next time.',
  waiting: '{n} unanswered messages | 1 unanswered message | {n} unanswered messages', search: 'Search the messages',
  nearest: 'The question most like it', resembles: 'Much like: {question}',
  action: { nearest: 'Add to this question', pick: 'Another question', write: 'Write an answer', dismiss: 'Nothing to do' },
  key: { next: 'next', previous: 'previous', nearest: 'add to the nearest', pick: 'another question', write: 'write an answer', dismiss: 'nothing to do', undo: 'undo', messages: 'show messages' },
  picker: { title: 'Choose a question', text: '“{text}”', search: 'Search for a question', all: 'All questions' },
  write: {
    title: 'Write an answer', text: 'The message becomes a way of asking it. | The message becomes a way of asking it. | The {n} messages become ways of asking it.',
    questionHelp: 'Leave it as the customer wrote it, or improve it.', submit: 'Save', placeholder: 'What the bot says',
  },
  assigned: 'It is now another way of asking “{question}”', written: 'Question saved', dismissed: 'Off the list',
  empty: 'Everything has an answer!', emptyText: 'What the bot cannot answer will show up here.',
}
