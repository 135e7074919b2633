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
    end: 'End adjustment', endTitle: 'End the adjustment of “{name}”?', endText: 'From today on, what the plan says holds again. The adjustment stays in the history.', ended: '“{name}” is back to what the plan says',
  },
}
