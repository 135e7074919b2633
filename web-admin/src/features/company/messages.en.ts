export default {
  title: 'Company', text: 'The general data of your company.',
  identity: 'Identity', identityText: 'How your company appears to your team and your customers.',
  region: 'Region and language', regionText: 'The opening hours and the figures of each day depend on the time zone.',
  contract: 'Registration', contractText: 'BotPro changes these. Write to us if something is wrong.',
  name: 'Name', sector: 'Sector', timeZone: 'Time zone', language: 'Main language',
  languageHelp: 'For customers and members who have not chosen another.',
  slug: 'Short name', currency: 'Currency', institution: 'Kind of institution', reseller: 'Reseller', since: 'Customer since',
  sectors: { FINANCIAL: 'Financial', RETAIL: 'Retail and consumer goods', HEALTH: 'Health and insurance', GOVERNMENT: 'Government', OTHER: 'Other' },
  institutions: { PRIVATE: 'Private', PUBLIC: 'Public' },
  direct: 'Directly with BotPro',
}
