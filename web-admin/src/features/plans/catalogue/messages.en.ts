export default {
  title: 'Catalogue', text: 'What is sold, and for how much. Every change holds from a day on; signed contracts keep what they agreed.', textReseller: 'What you sell, and for how much. Where you have no price of your own, that of BotPro holds.',
  plans: 'Plans', empty: 'Nothing is sold on that day', emptyText: 'Choose another day.', onRequest: 'On request', unsold: 'No longer offered', revisedOn: 'Changes on {date}', unsoldOn: 'No longer offered from {date}',
  includes: '{plan} includes it', includesNot: '{plan} does not include it', validFrom: 'From the day', alreadyValid: 'Something is written down for {date} already. Choose a later day, or withdraw what was to come.', notBefore: 'Choose today or a later day.',
  list: { label: 'Price list', botpro: 'BotPro', currency: 'Currency', on: 'As it is on', withUnsold: 'Also what is no longer offered' },
  kind: { PLAN: 'Plan', WHATSAPP: 'WhatsApp plan', ADD_ON: 'Add-on', SERVICE: 'Service' },
  kinds: { WHATSAPP: 'WhatsApp plans', ADD_ON: 'Add-ons', SERVICE: 'Services' },
  charge: {
    SETUP: 'Set-up', MONTHLY: 'A month', MINIMUM: 'Minimum a month', ONE_TIME: 'Once', CONVERSATION: 'Per extra conversation', UIC: 'Per extra UIC', BIC: 'Per extra BIC', PREDICTIVE_CALLS: 'Per 1,000 calls',
  },
  price: {
    set: '{product}, {charge}: {price}. Change', text: 'It holds for what is sold from that day on. Signed contracts keep the price that they agreed.', now: 'Today: {price}', new: 'New price', onRequest: 'On request (no list price)',
    coming: '{price} from {date}', toCome: 'To come', withdraw: 'Withdraw', withdrawn: 'Price of {date} withdrawn', submit: 'Save price', done: 'Price saved: it holds from {date}', invalid: 'Write a number, such as 1290 or 0.05.',
    borrowed: 'BotPro’s price', margin: 'margin {percent}%',
  },
  discount: {
    of: 'Reseller’s discount: {percent}%', own: 'Your discount on BotPro’s list: {percent}%', change: 'Change', title: 'Reseller’s discount', text: 'What BotPro leaves it of its list prices.', percent: 'Percent',
    invalid: 'A number from 0 to 100.', submit: 'Save', done: 'Discount saved: it holds from {date}',
  },
  product: {
    create: 'Create product', createText: 'An add-on, a service or a plan. Its prices are written into the list afterwards.', revise: 'Change {name}', reviseText: 'From the day that you choose. Whoever has it keeps it as it was bought.', submit: 'Save change',
    key: 'Key', keyHelp: 'Capitals, digits and _; it never changes.', keyTaken: 'This key is in use.', kind: 'Kind', name: { es: 'Name (Spanish)', en: 'Name (English)' }, text: { es: 'Description (Spanish)', en: 'Description (English)' },
    charges: 'What is charged', features: 'What it includes', isSold: 'Offered', isSoldText: 'Off, nobody new can buy it.', done: 'Saved: it holds from {date}',
    wrong: { key: 'The key has capitals, digits and _, 2 to 48.', charges: 'Choose one charge at least.', features: 'Look at what it includes.', name: 'The name goes in both languages.', text: 'The description goes in both languages.', validFrom: 'Choose today or a later day.' },
  },
}
