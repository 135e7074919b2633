export default {
  settingUp: 'Being set up: everything is included, and nothing is invoiced', settingUpText: 'It is so until the first contract is in force. From that day on holds what the contract says.',
  now: 'What it has today', monthlyTotal: 'a month, before tax', since: 'since {date}', until: 'until {date}', endsOn: 'Ends on {date}', discount: '{percent}% off',
  nothingYet: 'There is no plan yet', nothingYetText: 'The plan and the add-ons begin with the contract.', ended: 'Nothing is in force any more', endedText: 'On {date} no plan runs. What there was is in the history.',
  included: 'What it includes', includedText: 'On {date}, with add-ons and adjustments.', notIncluded: 'not included',
  history: 'History and what is to come', historyEmpty: 'Nothing has begun or ended yet.', toCome: 'To come',
  moment: {
    BEGINS: { did: '{name} began', will: '{name} begins' }, ENDS: { did: '{name} ended', will: '{name} ends' },
    OVERRIDDEN: { did: 'Adjustment of “{name}”: {how}', will: 'The adjustment of “{name}” begins: {how}' }, OVERRIDE_ENDS: { did: 'The adjustment of “{name}” ended', will: 'The adjustment of “{name}” ends' },
  },
  override: {
    open: 'Adjust what is included', mark: 'Adjusted', given: 'included', taken: 'not included',
    text: 'Gives or takes something beside what the plan says. The company sees the reason.', feature: 'What', amount: 'How much', isIncluded: 'Included', reason: 'Reason', reasonHelp: 'Such as: a trial agreed for a month.', endsOn: 'Until before the day', submit: 'Save adjustment', done: 'Adjustment saved: {name}',
    wrong: { reason: 'Write the reason.', amount: 'Write how much.', isIncluded: 'Choose whether it is included.', startsOn: 'It must begin today or later.', endsOn: 'It must end after it begins.' },
    end: 'End adjustment', endTitle: 'End the adjustment of “{name}”?', endText: 'From today on, what the plan says holds again. The adjustment stays in the history.', ended: '“{name}” is back to what the plan says',
  },
  change: {
    open: 'Change plan', title: 'Change the plan of {tenant}', text: 'List prices are filled in; write over them what was agreed.', whenLabel: 'When', when: { NOW: 'Today', AT_RENEWAL: 'At the renewal' },
    whenText: { NOW: 'The next invoice makes up for it by day.', AT_RENEWAL: 'On the day on which the contract in force ends.' }, same: '{name} (no change)', stillNone: 'None', none: 'End without another', end: 'Add-ons that end', add: 'Add', addHint: 'Choose an add-on or a service',
    quantity: 'Quantity', discount: 'Discount (%)', aMonth: 'a month', preview: { NOW: 'Today', AT_RENEWAL: 'At the renewal' }, nothing: 'Nothing changes yet.', begins: '{name} begins', ends: '{name} ends', submit: 'Make the change', done: 'Plan changed',
    noContract: '{tenant} has no contract in force. Make a quote and sign the contract first; the plan begins with it.', priceMissing: 'A price of {product} is missing: “{charge}” is on request, write what was agreed.', priceWrong: 'Complete the numbers of {product}: what is on request needs its price.',
  },
}
