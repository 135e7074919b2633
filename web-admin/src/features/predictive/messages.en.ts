export default {
  title: 'Predictive model', text: 'A model server of your company’s own that helps the bot where it is not sure by itself.',
  add: 'Connect a model', edit: 'Edit model', added: 'Model connected. Test it before you rely on it.', saved: 'Model saved', on: 'On', off: 'Off',
  empty: 'No model is needed', emptyText: 'ELENA and Q&A are whole without one, and nothing leaves BotPro. If your company has a server that is compatible with OpenAI, you can connect it here.',
  leaves: 'This leaves your company', leavesText: 'What customers write, and the texts of your questions and sources, are sent to that server. Make sure that your privacy notice and your contract with whoever runs it allow this.',
  keyEnds: 'The key ends in {lastFour}', usedUp: 'Limit reached', callsOf: '{calls} of {limit} calls this month',
  purpose: { GENERATE: 'Word answers', CLASSIFY: 'Choose the intent', RERANK: 'Order what was found', ENCODE: 'Compare meanings' },
  purposeText: {
    GENERATE: 'Words an answer from what your questions and sources found, and from nothing else. What does not stand there is not said.', CLASSIFY: 'Where ELENA is not sure, it chooses among your intents, or none.',
    RERANK: 'A reranking model puts first what answers best.', ENCODE: 'An embedding model puts first what is most alike.',
  },
  test: 'Test', testOf: 'Test “{purpose}” of {name}', answered: 'It answered', took: 'in {ms} ms', ms: '{ms} ms',
  problem: {
    UNREACHABLE: 'There is no connection to the server.', ADDRESS_NOT_ALLOWED: 'This address cannot be used: it has to be https and public.', TIMED_OUT: 'It took too long.', KEY_REFUSED: 'It did not take the key.',
    NOT_THERE: 'There is nothing there, or it does not know that model.', QUESTION_REFUSED: 'It did not take the question.', TOO_OFTEN: 'It says that it is asked too often.', SERVER_FAILED: 'It failed by itself.',
    TOO_LARGE: 'It sent more than an answer can hold.', NOT_UNDERSTOOD: 'What it sent is not what was expected.', LIMIT_REACHED: 'The calls of this month are used up.',
    RESTING: 'It failed several times in a row and is left alone for a moment.', BUSY: 'Too many calls are under way.', NOT_SERVED: 'No model that is on serves this.',
  },
  usage: 'Usage this month', usageOf: 'Model', usageNone: 'It was not used this month.', column: { calls: 'Calls', failures: 'Unanswered', tokens: 'Tokens (in / out)', average: 'Average' },
  removeTitle: 'Delete “{name}”?', removeText: 'The key is gone at once, and the bot goes on without it. What it was used for stays in the figures.', removed: 'You deleted “{name}”',
  problemOf: {
    name: 'Enter a name.', baseUrl: 'Enter an https address, such as https://models.example.com/v1.', apiKey: 'Enter the key of this server: the one before is not sent to another.',
    uses: 'Enter the name of at least one model.', purpose: 'Another model that is on serves this already. Switch it off first.', monthlyCalls: 'Between 1 and 10,000,000.', timeoutMs: 'Between 0.5 and 7 seconds.',
  },
  form: {
    text: 'Any server with the interface of OpenAI: your own or a hired one.', name: 'Name', baseUrl: 'Address', baseUrlHelp: 'Up to where its paths begin, usually /v1.',
    key: 'Key', keyHelp: 'It is kept sealed and never shown again.', keyStays: 'Leave it empty to keep the one that ends in {lastFour}.', keyDrop: 'Remove the stored key',
    uses: 'What it is there for', usesHelp: 'Enter what the model is called on that server. Leave empty what it does not do.', modelName: 'Name of the model',
    monthlyCalls: 'Calls a month', monthlyCallsHelp: 'Beyond that, the bot goes on without the model.', timeout: 'Longest wait (seconds)', timeoutHelp: 'After that, the bot answers without it.',
    isOn: 'On', isOnHelp: 'Switched off, it gets nothing but your tests.', changedMeanwhile: 'Somebody else changed this model while you were editing it. Close, open it again and repeat your changes.',
  },
  written: {
    ask: 'See what the model would write', title: 'With the model', cost: 'Counts as a call.', citations: 'It rests on', instead: 'What it wrote was not used. The bot would say what it found:', nothing: 'The bot would say that it did not understand.',
    refusal: {
      NOT_IN_FORM: 'It did not answer in the form that was asked for.', NOTHING_FITS: 'It says that what was found does not answer the question.', WITHOUT_CITATION: 'It cites nothing, or something that it was not given.', TOO_LONG: 'It is too long.',
      MARKUP: 'It holds code, pictures or links in disguise.', FACT_OF_ITS_OWN: 'It names an address, number, date or amount that does not stand in what it cites.', NOT_GROUNDED: 'It says things that do not stand in what it cites.', RULES_REPEATED: 'It repeats what only it was told.',
    },
  },
}
