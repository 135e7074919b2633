export default {
  title: 'Bot menu', text: 'What the bot offers and answers by itself, in both languages.',
  menu: 'Menu', menuText: 'Text above the menu', menuHelp: 'Shown above the options.',
  notUnderstood: 'When it does not understand', notUnderstoodHelp: 'What it says before it shows the menu again.',
  options: 'Options', optionsText: 'They are shown in this order. Drag them or use the arrows.', addOption: 'Add an option',
  optionTitle: 'Title', optionAction: 'What it does', optionAnswer: 'Answer', optionId: 'Option {n}',
  up: 'Move up', down: 'Move down', removeOption: 'Remove “{title}”', drag: 'Move “{title}”',
  action: { ANSWER: 'Answers with a text', OPENING_HOURS: 'Tells the opening hours', TALK_TO_A_PERSON: 'Hands over to a person' },
  actionHelp: {
    OPENING_HOURS: 'The answer is taken from the opening hours, always up to date.',
    TALK_TO_A_PERSON: 'The conversation joins your team’s queue; out of hours the channel’s text is said.',
  },
  noOptions: 'Without options the bot only answers that it does not understand.', tooMany: 'The menu holds at most 10 options.',
  fix: 'There are empty texts in {languages}.', reserved: 'The option “{title}” in {language} takes the place of a button of the bot’s own (“Main menu” or “Talk to a person”). Remove it and add it again.',
  saved: 'Menu saved. The bot uses it already.', preview: 'Preview',
  idle: 'Idle conversations', idleHours: 'Hours without a message', idleHelp: 'After them a conversation that only the bot has is closed by itself; whoever writes again begins anew. Where a flow waits for a date, an event or a payment it stays open until that is over.',
  languageName: { ES: 'Spanish', EN: 'English' },
  copyFrom: 'Copy the options from {language}', copyTitle: 'Replace the options?', copyText: 'The options in {to} are replaced by a copy of those in {from}, to be translated.', copyConfirm: 'Replace',
}
