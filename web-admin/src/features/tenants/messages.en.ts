export default {
  title: 'Companies', text: 'The companies that are customers of BotPro.', textReseller: 'The companies that you sold BotPro to.',
  search: 'Search by name', create: 'Create company', count: '{n} companies | 1 company | {n} companies', empty: 'There are no companies yet', emptyText: 'Create the first one and invite its owner.',
  by: 'Sold by {reseller}', since: 'Since {date}', public: 'Public institution', look: 'Look in as support', lookShort: 'Look in',
  support: {
    title: 'Look into {tenant} as support', text: 'You can read all that an administrator reads, and change nothing. The company sees in its audit trail who came and why.',
    reason: 'Reason', reasonHelp: 'Such as the number of the case.', submit: 'Enter as support', reasonNeeded: 'Write the reason: the company will see it.',
  },
  form: {
    title: 'Create company', text: 'It starts with hours from Monday to Friday, 9:00 to 18:00, and its owner is invited.',
    company: 'Company', name: 'Name', slug: 'Short name', slugHelp: 'Used in addresses. Lower-case letters, digits and hyphens; it never changes.', slugWrong: '3 to 40 lower-case letters, digits and hyphens.', slugTaken: 'This short name is in use.',
    sector: 'Sector', institution: 'Kind of institution', reseller: 'Reseller', noReseller: 'Directly with BotPro', language: 'Main language', timeZone: 'Time zone', currency: 'Currency',
    owner: 'Owner', ownerName: 'Name', ownerEmail: 'E-mail', submit: 'Create and invite', created: '{name} created. We invited {email}.',
  },
}
