export default {
  title: 'Audit trail', text: 'Who did what, and when. These entries are never changed or deleted.',
  search: 'Search by person, action or object', empty: 'There are no entries yet',
  at: 'When', actor: 'Who', action: 'Action', target: 'Object', address: 'Address', detail: 'Detail', noDetail: 'Nothing more.', copyId: 'Identifier', entry: 'Identifier of the entry',
  actorKind: {
    MEMBER: 'Member', SUPPORT: 'BotPro support', OPERATOR: 'BotPro operator', RESELLER: 'Reseller', API_KEY: 'API key', VISITOR: 'Visitor', SYSTEM: 'System', USER: 'User', ANONYMOUS: 'Anonymous',
  },
}
