import channels from './channels/messages.en.ts'
import golive from './golive/messages.en.ts'
import versions from './versions/messages.en.ts'

export default {
  title: 'Bots', text: 'Each bot has its flows, its settings and its versions. What you change is a draft: your customers see nothing of it until you publish.',
  name: 'Name', description: 'Description', new: 'New bot', rename: 'Change name and description', archive: 'Archive', restore: 'Restore',
  archived: 'Archived', archivedText: 'This bot serves nobody. You can restore it with all its versions.', archivedNow: 'You archived {name}', restored: 'You restored {name}',
  restoreRefused: 'You have as many bots as there can be. Archive another one before you restore this one.', isLive: 'This bot is live. Take it out of live before you archive it.', showArchived: 'Show archived',
  stage: { BUILD: 'Being built', TEST: 'Being tested', REVIEW: 'In review', LIVE: 'Live' },
  liveVersion: 'Live · version {number}', latest: 'Last published: version {number}', unpublished: 'Unpublished changes', neverPublished: 'Not published yet',
  flowCount: 'No flows | 1 flow | {n} flows', testCount: 'no tests | 1 test | {n} tests', changed: 'Changed {when}', changedBy: '{name}, {when}',
  answers: 'Answers on', answersNowhere: 'No channels yet', answering: 'Answers now', notAnswering: 'Does not answer now',
  empty: 'Make your first bot', emptyText: 'Begin with a template of your sector: it brings flows, tests and sample systems that you change your way.', emptyAsk: 'An administrator can make the first one.',
  tab: { label: 'Pages of the bot', flows: 'Flows', settings: 'Settings', tests: 'Tests', versions: 'Versions', golive: 'Going live', channels: 'Channels' },
  begin: {
    title: 'New bot', text: 'Choose what it begins with and give it a name. Everything can be changed later.', with: 'What it begins with', nothing: 'From nothing', nothingText: 'A greeting and no more. You draw the rest.',
    file: 'From a file', fileText: 'A bot that was exported, from this company or another.', formats: 'JSON, up to 8 MB', fileLarge: 'The file is larger than 8 MB.', chooseFile: 'Choose a file.', language: 'Main language', create: 'Make bot', created: 'You made {name}',
    contains: '{flows} and {tests}', tooMany: 'You have as many bots as there can be. Archive one that you do not use.', anySector: 'For any company', take: 'Use the template', use: 'Use the template {name}',
  },
  flows: {
    text: 'They are tried in this order: the first whose trigger matches answers.', new: 'New flow', empty: 'This bot has no flows', emptyText: 'A flow is a conversation: what the bot says, what it asks, and what it does with the answers.',
    open: 'Open in the studio', moveUp: 'Move up', moveDown: 'Move down', up: 'Move {name} up', down: 'Move {name} down', moved: '{name} is now number {place} of {count}', duplicate: 'Duplicate', duplicated: 'You made {name}', deleted: 'You deleted {name}', restored: 'You restored {name}',
    steps: '1 step | 1 step | {n} steps', noTrigger: 'Only from other flows', editing: '{names} has it open', isMain: 'Main', isHandOff: 'For a person', name: 'Name of the flow', nameHelp: 'Such as “Check balance”.', create: 'Make and open',
    nameRefused: 'Use another name: this one is taken or cannot be used.', tooMany: 'This bot has as many flows as there can be.', restoreRefused: 'It cannot be restored: another flow has its key by now, or there is no room.', changedMeanwhile: 'The list changed while you were ordering it. It is up to date now: try again.',
  },
  settings: {
    languages: 'Languages', languagesText: 'Those the bot talks in. Every text is written in all of them.', oneLanguage: 'The bot needs at least one language.',
    flows: 'Special flows', flowsText: 'Those used at any moment of the conversation.', mainFlow: 'Main flow', mainFlowHelp: 'Shown by the word “menu” and when there is nothing else to say.', handOffFlow: 'Flow that passes to a person', handOffFlowHelp: 'Begins when somebody asks for a person. Without it, the conversation goes to the queue with the texts below.', noFlow: 'None', goneFlow: '{key} (no longer there)',
    answers: 'Questions in the middle of a flow', answersLabel: 'Answer them from questions and answers', answersHelp: 'If the customer asks something else, the bot answers and goes on where it was.',
    words: 'Global words', wordsText: 'They work at any moment, in any flow. Write one and press Enter.',
    word: { menu: 'Menu', help: 'Help', person: 'Ask for a person', cancel: 'Cancel', restart: 'Start again' }, wordPlaceholder: 'Add a word', wordsIn: '{word}, {language}',
    texts: 'Texts', textsText: 'What the bot says outside of flows. In Spanish, your customers are addressed as “usted”.', missing: 'The text in {language} is missing',
    sentence: { help: 'When help is asked for', cancelled: 'When something is cancelled', notUnderstood: 'When it does not understand', trouble: 'When something fails', handOff: 'When it passes to a person', outOfHours: 'Out of hours' },
    saved: 'You saved the settings', refused: 'It could not be saved: look at {field}.',
  },
  versions, golive, channels,
}
