export default {
  views: 'Views of the inbox',
  empty: {
    MINE: 'You have no open conversations',
    UNASSIGNED: 'Nobody is waiting',
    ALL: 'There are no open conversations',
    BOT: 'The bot is not serving anybody now',
    CLOSED: 'Nothing has been closed yet',
  },
  emptyText: {
    MINE: 'Claim one of those that are unassigned and it will show here.',
    UNASSIGNED: 'When somebody asks for a person, it will show here.',
    ALL: 'New ones show here as soon as somebody writes.',
    BOT: 'Here you see conversations while the bot has them.',
    CLOSED: 'What you close stays here, and you can reopen it.',
  },
}
