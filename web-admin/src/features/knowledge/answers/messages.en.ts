export default {
  open: 'Try it', title: 'Try it', text: 'Ask like a customer and see what the bot would say, and why.', question: 'Question to try', placeholder: 'How late are you open on Saturdays?',
  conversation: 'Trial conversation', nothing: 'Q&A has no answer to this.', repaired: 'Read “{typed}” as “{read}”.',
  fromQuestion: 'From the question', fromSource: 'From the source', isLearning: 'Still learning the latest changes. The answer updates by itself in a few seconds.',
  why: 'Why', confidence: 'How sure it is', threshold: 'It answers from {threshold} on, where the line is.', below: 'As it falls short, it does not give it.',
  exact: 'It is written exactly like this among your questions.', words: 'It has {percent} of what was asked:', found: 'What it found',
  addWording: 'Add as another way of asking', addWordingTo: 'Add as another way of asking “{question}”', write: 'Write an answer',
  wordingAdded: 'It is now another way of asking “{question}”', wordingRemoved: 'Undone', wordingChanged: 'The question has changed meanwhile. Remove it on its page.',
  empty: 'The bot has nothing to answer from', emptyText: 'Write a question with its answer, or add a source.',
  summaryFaqs: 'There are no current questions today. | Today it answers from 1 question. | Today it answers from {n} questions.',
  summarySources: '- | It also looks in {passages} passages of 1 source. | It also looks in {passages} passages of {n} sources.',
}
