export default {
  title: 'Request types', text: 'What your customers may ask for —a claim, a renewal, a certificate—, what is noted of each, and which states it goes through.',
  add: 'New type', empty: 'There are no request types yet', emptyText: 'Without types, the bot can open requests with the usual states. Make one to give them facts and states of their own.',
  fieldCount: 'No facts of its own | 1 fact | {n} facts', saved: 'Type saved', deleted: 'Type deleted', gone: 'This type is gone',
  deleteTitle: 'Delete “{name}”?', deleteText: 'Requests of this type stay as they are. The bot will open new ones with the usual states.',
  identity: 'Identity', identityText: 'What your team and your customers call it, and by which key the bot opens it.',
  name: 'Name', inLanguage: '{label} ({language})', key: 'Key', keyHelp: 'By it the bot opens these requests. It cannot be changed later.', keyTaken: 'Another type has this key.',
  fields: 'Facts', fieldsText: 'What is noted of each request, in the order in which your team reads it.', fieldName: 'The name by which the bot notes it', label: 'Title',
  noFields: 'Nothing of its own is noted.', addField: 'Add a fact',
  states: 'States', statesText: 'What a request goes through. A new one stands at the first; at a final one it is done with.', stateKey: 'Key', stateName: 'Name',
  isFinal: 'It is a final state', noStates: 'Without states of its own, the usual ones are used.', addState: 'Add a state', stateInUse: 'There are requests in a state that you took out. Leave it, or move them first.',
  up: 'Move {name} up', down: 'Move {name} down', removeRow: 'Take out {name}', fix: 'Something has to be corrected before saving.',
  problemOf: {
    name: 'Write the name in one language at least.', key: 'Small letters, digits, “-” and “_”, beginning with a letter.',
    fieldName: 'Letters, digits and “_”, beginning with a small letter.', fieldTwice: 'Another fact has this name.', fieldLabel: 'Write the title in one language at least.',
    stateKey: 'Small letters, digits, “-” and “_”, beginning with a letter.', stateTwice: 'Another state has this key.', stateName: 'Write the name in one language at least.',
    noEnd: 'Make one state final at least: every request has to be able to end.', firstIsEnd: 'The first state cannot be final.',
  },
}
