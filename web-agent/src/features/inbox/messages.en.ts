export default {
  views: 'Views of the inbox',
  urgentFirst: 'Urgent first',
  empty: {
    MINE: 'You have no open conversations',
    UNASSIGNED: 'Nobody is waiting',
    ALL: 'There are no open conversations',
    BOT: 'The bot is not serving anybody now',
    URGENT: 'Nothing is urgent',
    CLOSED: 'Nothing has been closed yet',
  },
  emptyText: {
    MINE: 'Claim one of those that are unassigned and it will show here.',
    UNASSIGNED: 'When somebody asks for a person, it will show here.',
    ALL: 'New ones show here as soon as somebody writes.',
    BOT: 'Here you see conversations while the bot has them.',
    URGENT: 'Conversations with an urgent message that nobody of the team has answered show here.',
    CLOSED: 'What you close stays here, and you can reopen it.',
  },
}
