export default {
  service: 'Service', understanding: 'Understanding', knowledge: 'Q&A', organisation: 'Company', commercial: 'Commercial',
  import: { from: 'From where', file: 'File', text: 'Text' },
  botFile: { missing: 'The file “{name}” is not here. Upload it again.', open: 'Open {name}' },
  file: { drop: 'Drop your file here', choose: 'Choose a file', chooseOther: 'Choose another' },
  problems: {
    title: 'No problems | 1 problem | {n} problems', text: 'What has a problem stays out. All else comes in.', line: 'Line {n}', first: 'The first {n} are shown.',
  },
  misunderstood: {
    reason: { LOW_CONFIDENCE: 'Not understood', CORRECTED: 'Corrected', HANDED_OFF: 'Asked for a person', THUMBS_DOWN: 'Bad answer', UNANSWERED: 'No answer' },
    times: '{n} messages | 1 message | {n} messages', messages: 'Show {n} messages | Show the message | Show {n} messages', hideMessages: 'Hide messages', older: 'and 1 older | and {n} older',
    conversation: 'Open the conversation', confidence: '{percent} confidence',
    undone: 'Undone: it is to be reviewed again',
  },
}
