export default {
  title: 'Resellers', text: 'The companies that sell BotPro.', search: 'Search by name', create: 'Create reseller',
  empty: 'There are no resellers yet', emptyText: 'Create one and invite its first person.', tenants: 'No companies | 1 company | {n} companies', since: 'Since {date}',
  form: {
    title: 'Create reseller', text: 'Its first person is invited by e-mail.', name: 'Name of the company', contactName: 'Contact person', contactEmail: 'E-mail',
    submit: 'Create and invite', created: '{name} created. We invited {email}.',
  },
}
