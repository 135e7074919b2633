export default {
  title: 'Versions', draft: 'Draft', draftSame: 'It says the same as version {number}.', seeChanges: 'See changes', history: 'History', withSnapshots: 'Show snapshots',
  number: 'Version {number}', snapshot: 'Snapshot of the draft', snapshotOf: 'Snapshot of {when}', live: 'Live', by: '{name}, {when}', accepted: 'Published with warnings', acceptedOne: '{code} ({n}): {reason}', testsOverridden: '{tests} failed: {reason}',
  empty: 'There are no versions yet', emptyText: 'When you publish, the draft is kept as a version that never changes. Your customers always talk to a version.',
  compare: 'Compare', compareText: 'What was added, removed and changed.', from: 'From', to: 'To', before: 'Before', after: 'After', same: 'No differences', sameText: 'Both say the same.', reordered: 'The flows are tried in another order.',
  moved: '1 step only moved on the canvas. | 1 step only moved on the canvas. | {n} steps only moved on the canvas.', kind: { ADDED: 'Added', REMOVED: 'Removed', CHANGED: 'Changed' }, nothing: 'nothing', yes: 'yes', no: 'no', wholeFile: 'The whole file',
  export: 'Export',
  publish: {
    open: 'Publish…', title: 'Publish version {number}', text: 'The draft is kept as a version. It will serve your customers once the bot is live.', textLive: 'The bot is live: new conversations use this version from now on. Those under way stay with theirs.',
    note: 'What is new?', noteHelp: 'Your team sees it in the history.', nothingNew: 'The draft says the same as the version published last.', clean: 'The check found nothing to correct.',
    errors: 'No errors | Correct 1 error before publishing | Correct {n} errors before publishing', warnings: 'No warnings | It can be published with 1 kind of warning if you say why | It can be published with {n} kinds of warnings if you say why for each',
    reason: 'Why it is fine like this | Why it is fine like this | Why they are fine like this', tests: 'Tests', noTests: 'The bot has no tests.', testsPass: 'No tests | The only test passes. | All {n} tests pass.', testsFail: '{failed} of {count} tests fail.',
    override: 'Why it is published although they fail', overrideHelp: 'It is kept in the version and in the audit trail.', action: 'Publish', anyway: 'Publish although they fail', refused: 'It could not be published: check that the note and the reasons have 500 characters or fewer.',
    foundMore: 'The check found something more. You see it here now.', changed: 'Somebody changed the draft while you looked at it. You see the latest now: check it and publish again.', done: 'You published version {number}', doneLive: 'Version {number} serves your customers now',
  },
  restore: {
    action: 'Restore to the draft', title: 'Restore version {number} to the draft?', titleSnapshot: 'Restore this snapshot to the draft?', text: 'The draft will say what this version says: flows, settings and tests. The draft of now is kept as a snapshot in the history, so you can go back to it. What serves your customers does not change.',
    done: 'The draft is that version now; the one before is kept as a snapshot', undone: 'The draft is again what it was before', refused: 'This version could not be restored.',
  },
  use: {
    action: 'Use now', title: 'Serve with version {number} from now on?', text: 'New conversations use this version at once. Those under way stay with theirs, and the draft does not change.', reason: 'Why', reasonHelp: 'It is kept in the audit trail.', done: 'Version {number} serves your customers', notLive: 'The bot is no longer live. Move it to live and it serves with its newest version.', refused: 'This version could not be used.',
  },
  import: {
    action: 'Import', title: 'Import a file', text: 'The draft will say what the file says. The draft of now is kept as a snapshot in the history. Pictures and other files are not in it: the check says which have to be uploaded again.', formats: 'JSON that was exported from a bot, up to 5 MB', tooLarge: 'The file is larger than 5 MB.', refused: 'This file could not be imported.', submit: 'Replace the draft',
    done: 'The draft is that of the file now; the one before is kept as a snapshot', problems: 'No problems | The file has 1 problem; nothing was changed | The file has {n} problems; nothing was changed',
    problem: { missing: 'This is missing.', unknown: 'There is something that is not known.', noJson: 'The file is no JSON.', tooMuch: 'It is too long or too large.', tooLittle: 'It is too short or too small.', choice: 'It is none of the choices there are.', form: 'It does not have the form that it must have.', type: 'It is another kind of data.', other: 'This value cannot be used.' },
  },
  field: {
    flows: 'Flow', steps: 'Step', tests: 'Test', settings: 'Settings', messages: 'Message', text: 'Text', texts: 'Texts', options: 'Option', title: 'Title', subtitle: 'Subtitle', description: 'Description', words: 'Words', name: 'Name', key: 'Key', kind: 'Kind', type: 'Type', next: 'Leads to', note: 'Note',
    start: 'Begins at', triggers: 'Trigger', variables: 'Variable', scope: 'Lasts', passed: 'In or out', initial: 'Initial value', personal: 'Personal data', rules: 'Rule', when: 'Condition', all: 'All', any: 'Any', none: 'None', left: 'Compared', operator: 'Comparison', right: 'With', assignments: 'Saved value',
    to: 'To', from: 'From', value: 'Value', literal: 'Value', path: 'Variable', template: 'Template', connector: 'Connector', operation: 'Operation', input: 'Input', save: 'Saved', saveAs: 'Save as', waitText: 'Text while waiting', table: 'Table', where: 'Where', method: 'Verification', via: 'By', minutes: 'Minutes',
    lasts: 'Minutes that it lasts', attempts: 'Attempts', question: 'Question', questions: 'Question', expected: 'Right answer', flow: 'Flow', step: 'Step', parameters: 'Parameter', results: 'Result', until: 'Until', event: 'Event', queue: 'Queue', priority: 'Priority', summary: 'Summary', fields: 'Field', survey: 'Survey', intro: 'Introduction', thanks: 'Thanks',
    add: 'Add', remove: 'Remove', action: 'Action', service: 'Service', resource: 'Resource', slot: 'Time', appointment: 'Appointment', most: 'At most', amount: 'Amount', reference: 'Reference', currency: 'Currency', outcome: 'Outcome', failed: 'Ended badly', closes: 'Closes the conversation', answer: 'Answer', retries: 'Retries',
    notUnderstood: 'When not understood', help: 'Help', skipIfKnown: 'Do not ask when known', style: 'Shown as', items: 'Options of a list', list: 'List', variants: 'Variant', channels: 'Channels', url: 'Address', image: 'Image', source: 'File', fileId: 'File', buttons: 'Button', urlTitle: 'Text of the link', caption: 'Caption', latitude: 'Latitude',
    longitude: 'Longitude', address: 'Address', intent: 'Intent', option: 'Option', link: 'Link', languages: 'Languages', mainFlow: 'Main flow', handOffFlow: 'Flow for handing off', answersInBetween: 'Questions in the middle of a flow', menu: 'Menu', person: 'Asking for a person', cancel: 'Cancel', restart: 'Start over',
    cancelled: 'When cancelled', trouble: 'When something fails', handOff: 'When handing off', outOfHours: 'Out of hours', outOfHoursText: 'Out of hours', hours: 'Hours', remarks: 'Remarks', interrupts: 'Always interrupts', optional: 'May be left out', lines: 'Line', that: 'Expected', recordings: 'Recorded answer', channel: 'Channel', language: 'Language', at: 'Moment', contact: 'Contact', format: 'Format', min: 'Minimum', max: 'Maximum', minLength: 'Fewest letters',
    maxLength: 'Most letters', entity: 'Entity', accept: 'Files', position: 'Place on the canvas',
  },
}
