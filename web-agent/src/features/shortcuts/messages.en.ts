export default {
  title: 'Keyboard shortcuts',
  text: 'They work while you are not typing.',
  group: { move: 'Move', views: 'Views', conversation: 'Conversation', other: 'Other' },
  command: {
    'next': 'Next conversation', 'previous': 'Previous conversation', 'open': 'Open it', 'back': 'Go back',
    'view-MINE': 'Go to Mine', 'view-UNASSIGNED': 'Go to Unassigned', 'view-ALL': 'Go to All',
    'view-URGENT': 'Go to Urgent', 'urgent-first': 'Urgent ones first, or not',
    'view-BOT': 'Go to With the bot', 'view-CLOSED': 'Go to Closed',
    'claim': 'Claim it', 'reply': 'Reply', 'note': 'Write a note', 'assign': 'Assign it', 'close': 'Close it',
    'reopen': 'Reopen it', 'search': 'Search', 'help': 'Show this help',
  },
}
