export default {
  title: 'Today', platformTitle: 'Platform', updated: 'Updated at {time}',
  cards: {
    opened: 'Conversations opened', closed: 'Closed', bot: 'Resolved by the bot', waiting: 'Waiting now', firstAnswer: 'First answer', messages: 'Messages',
  },
  hints: {
    bot: '{percent} of those closed', nobody: 'Nobody waits', longest: 'Longest wait: {time}', median: 'Median, from joining the queue', noAnswer: 'No answers yet',
    messages: '{received} received · {sent} sent', opened: 'Since midnight', closed: 'Since midnight',
  },
  chart: 'Messages by hour', chartText: 'Received and answered, in the company’s time.', received: 'Received', byBot: 'Bot', byAgents: 'Agents',
  hour: 'Hour', chartTable: 'Show as a table', chartPicture: 'Show as a chart',
  agents: 'Agents', agentsText: 'Who answers, and how much so far today.', agent: 'Agent', open: 'Open', closedToday: 'Closed today', replies: 'Replies today', noAgents: 'Nobody has answered today',
  platform: { tenants: 'Companies', resellers: 'Resellers', conversations: 'Conversations today', messages: 'Messages today', goTenants: 'Show companies' },
}
