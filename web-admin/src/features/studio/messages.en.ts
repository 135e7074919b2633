import findingTexts from './findings/texts.en.ts'

export default {
  title: 'Flow studio', unchosen: 'to be chosen', removed: 'Steps deleted: {n}',
  kind: {
    SAY: 'Say', MENU: 'Menu', ASK: 'Ask', ANSWER: 'Answer from Q&A', SURVEY: 'Survey', BRANCH: 'Condition', SET: 'Set a value', SUB_FLOW: 'Sub-flow', JUMP: 'Jump', WAIT: 'Wait', END: 'End',
    CALL: 'Call a system', LOOK_UP: 'Look up', VERIFY: 'Verify', APPOINTMENT: 'Appointment', PAYMENT: 'Payment', HAND_OFF: 'Hand over', REQUEST: 'Open a request', TAG: 'Tag',
  },
  kindHelp: {
    SAY: 'Text, picture, card or place', MENU: 'Buttons or a list to choose from', ASK: 'Asks for something and checks it', ANSWER: 'From questions and documents', SURVEY: 'CSAT, NPS or your own questions', BRANCH: 'Goes on by what holds',
    SET: 'In a variable or the contact', SUB_FLOW: 'Does another flow and comes back', JUMP: 'To another step or flow', WAIT: 'For a time or an event', END: 'Ends this way', CALL: 'Asks or tells by a connector',
    LOOK_UP: 'A row of a data table', VERIFY: 'A code or known data', APPOINTMENT: 'Find, book, move, cancel', PAYMENT: 'Payment link', HAND_OFF: 'To the agents’ queue', REQUEST: 'A case that somebody attends to', TAG: 'On the conversation',
  },
  kindWords: {
    SAY: 'message text', MENU: 'options buttons', ASK: 'input question data', ANSWER: 'faq knowledge', SURVEY: 'satisfaction', BRANCH: 'if rule split', SET: 'assign variable', SUB_FLOW: 'call flow', JUMP: 'go to', WAIT: 'pause',
    END: 'finish', CALL: 'api http connector', LOOK_UP: 'data', VERIFY: 'otp code', APPOINTMENT: 'calendar booking', PAYMENT: 'pay', HAND_OFF: 'agent human', REQUEST: 'ticket case claim', TAG: 'label',
  },
  group: { TALK: 'Talk', LOGIC: 'Logic', SYSTEMS: 'Systems', PEOPLE: 'People' },
  empty: {
    SAY: 'Says nothing yet', MENU: 'No text yet', ASK: 'No question yet', ANSWER: 'Answers what was asked', SURVEY: 'No questions yet', BRANCH: 'No rules yet', SET: 'Keeps nothing yet', SUB_FLOW: 'Choose a flow',
    JUMP: 'Choose where to', WAIT: 'Choose how long', END: 'Ends here', CALL: 'Choose a connector', LOOK_UP: 'Choose a table', VERIFY: 'Choose how', APPOINTMENT: 'Choose what to do', PAYMENT: 'No amount yet', HAND_OFF: 'To any agent',
    REQUEST: 'Choose the type of request', TAG: 'No tags yet',
  },
  exit: {
    done: 'Goes on', failed: 'Failed', chosen: 'Chosen item', answered: 'Answered', unanswered: 'No answer', otherwise: 'Otherwise', found: 'Found', missing: 'Not there', verified: 'Verified', happened: 'Happened', elapsed: 'Time is up',
    written: 'If she writes', returned: 'When given back', skipped: 'Skipped', paid: 'Paid', expired: 'Expired',
  },
  saying: {
    TEXT: 'Text', MEDIA: 'File', CARD: 'Card', LOCATION: 'Place', text: 'Text', type: 'Type', address: 'Address of the file', addressHelp: 'An https address that anybody can open; variables may stand in it. It is downloaded when the bot shows it.', caption: 'Caption',
    buttons: 'Buttons', button: 'Button {n}', addButton: 'Add button', buttonBegins: 'Begins the flow with the “Menu option” trigger',
    title: 'Title', subtitle: 'Text', image: 'Picture', link: 'Link', linkTitle: 'Text of the link', latitude: 'Latitude', longitude: 'Longitude', placeName: 'Name of the place', placeAddress: 'Address',
  },
  file: {
    upload: 'Upload file', other: 'Upload another', choose: 'Choose a file', byAddress: 'Use an address', borrowed: 'The same as in {language} is shown.',
    limits: { IMAGE: 'PNG, JPEG, WebP or GIF, up to 10 MB.', VIDEO: 'MP4, MOV or WebM, up to 10 MB.', AUDIO: 'MP3, M4A, OGG or WAV, up to 10 MB.', FILE: 'PDF, Word, Excel, PowerPoint or OpenDocument, up to 10 MB.' },
    problem: {
      type: 'That file cannot be used here. {limits}', tooLarge: 'The file is too large. {limits}', tooManyPixels: 'The picture is too large. Make it smaller and upload it again.', full: 'There is no room for more files in your account.',
      busy: 'Many files are being uploaded. Try again in a moment.', failed: 'It could not be uploaded. Try again.',
    },
  },
  media: { IMAGE: 'Picture', VIDEO: 'Video', AUDIO: 'Audio', FILE: 'Document' },
  answer: {
    TEXT: 'Text', CHOICE: 'Choice', YES_NO: 'Yes or no', NUMBER: 'Number', MONEY: 'Amount', DATE: 'Date', TIME: 'Time', CEDULA: 'Cédula', RNC: 'RNC', DOCUMENT: 'Cédula or RNC', PHONE: 'Telephone', EMAIL: 'E-mail', FILE: 'File', LOCATION: 'Place', ENTITY: 'Entity of ELENA’s',
  },
  answerHelp: {
    TEXT: 'Any text', CHOICE: 'One of several, with buttons', YES_NO: 'Understands “yes”, “sure”, “no”…', NUMBER: 'With a minimum and a maximum', MONEY: 'With its currency', DATE: 'Understands “tomorrow”, “the 15th”…', TIME: 'Understands “3 in the afternoon”…',
    CEDULA: 'With its check digit', RNC: 'With its check digit', DOCUMENT: 'Either of the two', PHONE: 'Dominican or international', EMAIL: 'A valid e-mail', FILE: 'A picture or a document', LOCATION: 'A point on the map', ENTITY: 'What ELENA recognises',
  },
  answerName: { TEXT: 'answer', CHOICE: 'choice', YES_NO: 'confirmed', NUMBER: 'quantity', MONEY: 'amount', DATE: 'date', TIME: 'time', CEDULA: 'cedula', RNC: 'rnc', DOCUMENT: 'document', PHONE: 'phone', EMAIL: 'email', FILE: 'file', LOCATION: 'place', ENTITY: 'detail' },
  format: { money: '{name}, as money', number: '{name}, with commas', mask: '{name}, almost hidden', document: '{name}, as a cédula or RNC' },
  formatLike: { money: 'RD$1,234.50', number: '1,234.5', mask: '•••••••8205', document: '001-1391820-5' },
  answerStep: { lastMessage: 'The last message', question: 'Question', help: 'If you choose nothing, the last message is answered.' },
  duration: { minutes: '{n} min', hours: '{n} h', days: '{n} days' },
  operator: {
    EQUALS: 'equals', NOT_EQUALS: 'does not equal', CONTAINS: 'contains', NOT_CONTAINS: 'does not contain', STARTS_WITH: 'starts with', IS_ONE_OF: 'is one of', IS_NOT_ONE_OF: 'is none of', GREATER: 'is greater than', AT_LEAST: 'is at least',
    LESS: 'is less than', AT_MOST: 'is at most', IS_SET: 'has a value', IS_NOT_SET: 'has no value', IS_TRUE: 'is yes', IS_FALSE: 'is no',
  },
  operatorOfTime: { GREATER: 'is after', AT_LEAST: 'is from', LESS: 'is before', AT_MOST: 'is until' },
  condition: {
    title: 'Condition', how: 'How many must hold', all: 'All of these hold', any: 'Any of these holds', none: 'None of these holds', joined: { all: ' and ', any: ' or ', none: ' nor ' }, not: 'not ({words})', subject: 'What is compared', operator: 'How it is compared',
    with: 'What it is compared with', withLiteral: 'Compare with a value', withPath: 'Compare with a variable', add: 'Condition', addGroup: 'Group', remove: 'Remove the condition',
  },
  nameGroup: { variables: 'Variables of the flow', contact: 'Contact', conversation: 'Conversation', moment: 'Moment and company', trouble: 'If something failed' },
  name: {
    contact_name: 'Name of the contact', contact_phone: 'Telephone of the contact', contact_email: 'E-mail of the contact', contact_verified: 'Identity verified', message_text: 'What was written', message_intent: 'Intent', channel_kind: 'Channel',
    channel_name: 'Name of the channel', language: 'Language', conversation_tags: 'Tags', conversation_link: 'Link that led here', hours_open: 'Open now', now: 'Now', today: 'Today', company_name: 'Name of the company', error_code: 'Code of the error',
    error_message: 'Message of the error', item: 'The item', item_name: 'Name of the item', number: 'Its number', payment_url: 'Payment link',
  },
  type: { TEXT: 'Text', NUMBER: 'Number', MONEY: 'Amount', DATE: 'Date', TIME: 'Time', DATE_TIME: 'Date and time', YES_NO: 'Yes or no', LIST: 'List', OBJECT: 'Object', FILE: 'File', LOCATION: 'Place' },
  value: { PATH: 'Variable', TEXT: 'Text', NUMBER: 'Number', YES_NO: 'Yes or no', TEMPLATE: 'Template', NONE: 'Nothing', CHOICE: 'From the list', OTHER: 'Data', kind: 'Where “{field}” comes from', yes: 'Yes', no: 'No' },
  field: {
    insert: 'Insert a variable into “{field}”', searchVariable: 'Search a variable', searchOrCreate: 'Search or create a variable', languages: 'Language of “{field}”', missing: 'Missing in {language}', choosePath: 'Choose a variable', undeclared: 'not declared',
    notSaved: 'Do not save', choose: 'Choose…', none: 'None', typeAndEnter: 'Type and press Enter', up: 'Move {name} up', down: 'Move {name} down', removeRow: 'Remove {name}', saveAs: 'Save in', saving: 'Saving', more: 'More options', newName: 'Name of the value',
  },
  node: {
    role: 'step', start: 'Start', noTrigger: 'no trigger', untranslated: 'A translation is missing', add: 'Add a step or connect', findings: 'Findings: {n}',
    label: '{kind}: {name}. {preview}. Exits: {exits}. Findings: {findings}.',
  },
  canvas: { label: 'Canvas of the flow, {n} steps' },
  tools: { label: 'Tools of the canvas', undo: 'Undo', redo: 'Redo', tidy: 'Tidy up', fit: 'See all', zoomIn: 'Zoom in', zoomOut: 'Zoom out', zoomReset: 'Zoom {percent}; see at its real size' },
  picker: { title: 'Steps', search: 'Search a step' },
  find: { title: 'Search in the flow', search: 'Search by words', count: '{n}' },
  figures: {
    title: 'Figures on the canvas', period: 'Which days the figures are of', days: 'Last day | Last day | Last {n} days', node: 'Arrived: {visits}. Left: {left} %. Failures: {failures}. See more',
    text: 'Of the versions that served on those days.', nothing: 'Nobody came by this step on those days.', nobody: 'Nobody on those days.', visits: 'Times it was reached', conversations: 'Conversations', left: 'Left here', failures: 'Failures', median: 'Usual time (median)',
    exits: 'How they went on', behind: 'Conversations behind the figure', kind: { ARRIVED: 'Arrived', DROPPED_OFF: 'Left', FAILED: 'With a failure' }, visitor: 'Visitor {code}',
    failure: { NOT_UNDERSTOOD: 'What she answered was not understood.', NOTHING_TO_CHOOSE: 'There was nothing to choose from.', NO_ADDRESS: 'There was nowhere to send the code.', NO_QUESTIONS: 'There was nothing to check her identity with.', WRONG: 'She did not pass the check.', NO_AMOUNT: 'There was no amount to charge.', NO_CHANNEL: 'There is nothing to send the code by.', CANCELLED: 'The payment was cancelled.' },
  },
  header: { back: 'Back to the bot', language: 'Language of the canvas', panels: 'Panels', try: 'Try it', editors: 'Also editing: {names}', find: 'Search a step', help: 'Keyboard shortcuts' },
  saving: {
    now: 'Saved', seconds: 'Saved {n} s ago', minutes: 'Saved {n} min ago', hours: 'Saved {n} h ago', days: 'Saved {n} d ago', readOnly: 'Read only', SAVED: 'Saved', PENDING: 'Unsaved changes', SAVING: 'Saving…',
    FAILED: 'Could not be saved; trying again', REFUSED: 'The server did not accept the change', CONFLICT: 'Somebody else saved changes',
  },
  panel: { close: 'Close {title}', step: 'Step', variables: 'Variables', triggers: 'Triggers', settings: 'Settings of the flow', findings: 'Findings' },
  step: { name: 'Name of the step', start: 'Begin here', duplicate: 'Duplicate', note: 'Note for the team', noteHelp: 'Only your team sees it.' },
  exits: { title: 'Exits', leads: 'Where “{exit}” leads', go: 'Go where “{exit}” leads', add: 'Add a step to “{exit}”', nowhere: 'Ends here' },
  say: { message: 'Message {n}', add: 'Add a message' },
  speech: { channels: 'Channels of the variant', variant: 'Text on those channels', addVariant: 'Variant for a channel', removeVariant: 'Remove the variant' },
  menu: {
    text: 'Text', options: 'Options', option: 'Option {n}', untitled: 'Untitled', add: 'Add an option', more: 'Description and words of {title}', description: 'Description', words: 'Also understood', wordsHelp: 'Words by which somebody may ask for it in writing.',
    styleLabel: 'Shown as', style: { BUTTONS: 'Buttons', LIST: 'List' }, items: 'One option for each item of a list', itemsHelp: 'Such as accounts, or free times.', list: 'List', itemTitle: 'Title of each', most: 'At most',
    saveHelp: 'Gets the item that was chosen, or the name of the option.',
  },
  ask: {
    text: 'Question', type: 'What is expected', minLength: 'Fewest letters', maxLength: 'Most letters', min: 'Minimum', max: 'Maximum', whole: 'Whole numbers only', currency: 'Currency', from: 'From', until: 'Until', dateFrom: { ANY: 'Any day', TODAY: 'Today', TOMORROW: 'Tomorrow' },
    dateUntil: { ANY: 'Any day', TODAY: 'Today' }, accept: 'Which files', files: { ANY: 'Any', IMAGE: 'Pictures', DOCUMENT: 'Documents' }, entity: 'Entity', entityHelp: 'The words become the value of the entity.', skip: 'Do not ask if it is known',
    skipHelp: 'Nor if the message that began the flow said it.',
  },
  patience: {
    title: 'If it is not understood', retries: 'Retries', retriesHelp: 'Then it leaves by “Failed”.', notUnderstood: 'What is said', notUnderstoodHelp: 'If you leave it empty, the text of the bot is used.', help: 'If help is asked for', helpHelp: 'Said when somebody writes “help” here.',
  },
  branch: { help: 'Goes on by the first rule that holds.', name: 'Name of rule {n}', add: 'Add a rule', otherwise: 'If none holds, it leaves by “Otherwise”.' },
  set: { to: 'What is set', value: 'Value of {to}', add: 'Add a value', help: 'What you keep in the contact is remembered in other conversations.' },
  save: { from: 'Part of the answer', to: 'Variable', add: 'Save a part' },
  call: {
    connector: 'Connector', operation: 'Operation', input: 'What is sent', save: 'What is saved of the answer', saveAs: 'Save the whole answer', waitText: 'Said meanwhile', waitHelp: 'Only if the answer takes long.',
  },
  lookUp: { table: 'Table', where: 'Where' },
  verify: {
    how: 'How it is verified', kind: { CODE: 'Code', KNOWN_DATA: 'Known data' }, by: 'Sent by', via: { SMS: 'Code by SMS', EMAIL: 'Code by e-mail', WHATSAPP: 'Code by WhatsApp' }, knownData: 'Known data: {n}', to: 'To', minutes: 'Minutes that it holds',
    question: 'Question {n}', asks: 'What is asked', expected: 'Right answer', add: 'Add a question', lasts: 'Minutes that the verification lasts', lastsHelp: 'After that it is verified anew.', saveAs: 'Note that it was verified in', saveHelp: 'It is “yes” as long as that lasts.', attempts: 'Attempts', text: 'Text',
  },
  subFlow: { flow: 'Flow', parameters: 'What it is given', results: 'What it gives back' },
  jump: { where: 'Where to', STEP: 'To a step', FLOW: 'To another flow' },
  wait: {
    time: 'A time', unitLabel: 'Unit', unit: { 1: 'Minutes', 60: 'Hours', 1440: 'Days' }, until: 'Until a saved date', event: 'Until an event happens', eventHelp: 'Another system tells it through the API.', forEvent: 'event {event}',
    written: 'If somebody writes meanwhile and that exit leads to a step, it goes on there.',
  },
  handOff: {
    text: 'What is said', textHelp: 'If you leave it empty, the text of the bot is used.', outOfHours: 'What is said outside of hours', outOfHoursHelp: 'Left empty, the above is said, and after it the bot’s text for outside of hours.', queue: 'Queue', queueHelp: 'If empty, any agent takes it.', toQueue: 'To the queue {queue}', toAnybody: 'To any agent', summary: 'Summary for the agent', summaryHelp: 'What was collected, with variables.',
  },
  priority: { label: 'Priority', LOW: 'Low', NORMAL: 'Normal', HIGH: 'High', URGENT: 'Urgent' },
  request: { type: 'Type of request', title: 'Title', fields: 'Data', saveAs: 'Save the number in' },
  survey: {
    name: 'Name of the survey', nameHelp: 'Results stand under it in reports.', intro: 'Introduction', saveAs: 'Save the answers in', saveHelp: 'One value a question, under the name of the question.', thanks: 'Thanks', question: 'Question {n}', typeLabel: 'Type of question {n}', add: 'Add a question',
    type: { CSAT: 'Satisfaction (1 to 5)', NPS: 'Recommendation (0 to 10)', CHOICE: 'Options', TEXT: 'Free text' },
  },
  tag: { add: 'Add tags', remove: 'Remove tags', help: 'Tags are of the conversation; agents see them.' },
  appointment: {
    action: 'What is done', FIND: 'Find free times', BOOK: 'Book', MOVE: 'Move', CANCEL: 'Cancel', MINE: 'See own appointments', most: 'At most', saveList: 'Save the list in', saveOne: 'Save the appointment in',
    field: { service: 'Service', resource: 'With whom or where', slot: 'Chosen time', appointment: 'Appointment', from: 'From', remarks: 'Remarks' },
  },
  payment: { amount: 'Amount', amountHelp: 'A variable of the type amount.', reference: 'Reference', description: 'What for', text: 'Message with the link', textHelp: 'The link is the variable “Payment link”.', minutes: 'Minutes that the link holds' },
  end: { plain: 'Ends here', outcome: 'Outcome', outcomeHelp: 'What figures call it.', failed: 'Ended badly', failedHelp: 'A flow that uses it leaves by “Failed”.', closes: 'Close the conversation', closesHelp: 'Otherwise it stays open.', closesShort: 'Closes the conversation' },
  variables: {
    title: 'Variables', new: 'New variable', none: 'There are no variables yet', noneText: 'Here is what the flow remembers: what somebody answers, and what your systems say.', name: 'Name', nameHelp: 'Changed here, it changes in every step.', type: 'Type',
    scopeLabel: 'Lasts', scope: { FLOW: 'While the flow runs', CONVERSATION: 'The whole conversation' }, scopeHelp: { FLOW: 'Forgotten when the flow ends.', CONVERSATION: 'Shared by the flows of the bot that declare it.' },
    passedLabel: 'In or out', passed: { NONE: 'Neither', IN: 'In', OUT: 'Out', IN_OUT: 'In and out' }, optional: 'May be left out', optionalHelp: 'Whoever uses the flow need not give it.', initial: 'Initial value', personal: 'Is personal data', personalHelp: 'Masked in tests, figures and logs.', note: 'Note', uses: 'Used by {n} steps',
  },
  triggers: {
    title: 'Triggers', none: 'Nothing begins this flow', noneText: 'Another flow may use it. Add a trigger for it to begin by itself.', add: 'Add a trigger', order: 'The most precise wins: a link, a button, a keyword alone, an intent, a keyword within a sentence. Where they tie, the first in the order of the flows.', interrupts: 'Always interrupts', interruptsHelp: 'Begins even while another flow waits for an answer. For emergencies.', words: 'Words or phrases', wordsIn: 'Words or phrases ({language})',
    option: 'Name of the option', optionHelp: 'Of a button of any message of the bot.', link: 'Name of the link', linkHelp: 'That of a link or a QR code.', event: 'Event', eventHelp: 'Its name in the API.', minutes: 'Minutes without an answer', when: 'Only if a condition holds',
  },
  trigger: { FIRST_MESSAGE: 'First message', INTENT: 'Intent', KEYWORD: 'Keyword', OPTION: 'Menu option', LINK: 'Link or QR', EVENT: 'Event of the API', INACTIVITY: 'Inactivity', OUT_OF_HOURS: 'Out of hours' },
  triggerHelp: {
    FIRST_MESSAGE: 'The first words of a conversation, whatever they are.', INTENT: 'What ELENA understood. Its entities fill the variables of the same name.', KEYWORD: 'One of these words or phrases stands in the message.', OPTION: 'A button of another message was tapped, however old.',
    LINK: 'Somebody came by a link or a QR code.', EVENT: 'Another system said so.', INACTIVITY: 'The bot was not answered.', OUT_OF_HOURS: 'Somebody wrote while nobody works.',
  },
  settings: { title: 'Settings of the flow', name: 'Name', description: 'Description', start: 'Begins at', key: 'Key', steps: 'Steps', connections: 'Connections' },
  findings: {
    title: 'Findings', button: 'Findings: {n}', none: 'Nothing to mend', noneText: 'We look at the flow each time it is saved.', severity: { ERROR: 'Error', WARNING: 'Warning' }, unknown: '{code} {field}',
    choose: { ANYTHING: 'Something has yet to be chosen.', UNKNOWN_CONNECTOR: 'Choose a connector.', UNKNOWN_OPERATION: 'Choose an operation.', UNKNOWN_TABLE: 'Choose a table.', UNKNOWN_FLOW: 'Choose a flow.', UNKNOWN_INTENT: 'Choose an intent.', UNKNOWN_NAME: 'Choose a variable.', NOT_DECLARED: 'Choose a variable.' },
  },
  finding: findingTexts,
  outline: { label: 'Steps of the flow' },
  conflict: {
    title: '{name} saved changes to the same steps', text: 'Nothing is lost: choose for each step which one stays. Where you change something of theirs, their version stays in the history.', somebody: 'Somebody else', theirs: 'Changes of {name}', mine: 'Your changes', allTheirs: 'All of theirs', allMine: 'All of mine', goOn: 'Go on with what I chose', rest: 'The rest is put together by itself: {mine} of your changes and {theirs} of {name}.', settings: '{triggers} triggers, {variables} variables',
    kind: { REMOVED: 'Removed' },
  },
  help: {
    title: 'Keyboard shortcuts', text: 'Whatever you do with the mouse can be done with the keys.', add: 'Add a step', find: 'Search a step', walk: 'Walk along connections', open: 'Open the step', close: 'Close the panel', remove: 'Delete', undo: 'Undo', redo: 'Redo', copy: 'Copy',
    paste: 'Paste', duplicate: 'Duplicate', all: 'Select all', several: 'Select several (by dragging)', tidy: 'Tidy the canvas up', fit: 'See all', save: 'Save now',
  },
}
